import { startOidc, type TestOidc } from '../access/oidc-provider.js';
import { startSaml, type TestSaml } from '../access/saml-provider.js';
import { codeOf } from '../access/totp.js';
import { employ, employer } from './harness/party.js';
import { openStage, type Stage } from './harness/stage.js';
import { PASSWORD, settled, type Visit } from './harness/visit.js';

const HR = 'hr-manager@fjordby.example';

/** A key in the browser itself, whose owner is always there (Chromium's virtual authenticator). */
const addAuthenticator = async ({ page }: Visit): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
};

/** Everything that a page asked of another host. */
const foreignRequests = (visit: Visit, ...own: string[]): string[] => {
  const foreign: string[] = [];
  visit.page.on('request', (request) => {
    if (!own.some((host) => request.url().startsWith(host)) && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  return foreign;
};

/** All but a wrong answer that the test itself asks for, and the pages of a provider that it leads through. */
const unexpected = (visit: Visit, provider = 'none'): string[] =>
  visit
    .faults()
    .filter((fault) => !fault.startsWith('401') && !fault.startsWith(`foreign host: ${provider}/`));

describe('a person', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await employer(stage);
  }, 120_000);
  afterAll(() => stage.close());

  const leave = async ({ page }: Visit): Promise<void> => {
    await page.getByRole('button', { name: 'Navn på' }).click();
    await page.getByRole('menuitem', { name: 'Log ud' }).click();
    await page.waitForURL('**/sign-in');
  };

  it('signs in by a passkey made on the account page', async () => {
    const visit = await stage.visitAs(HR);
    const { page } = visit;
    const foreign = foreignRequests(visit, stage.url);
    await addAuthenticator(visit);
    await page.goto('/account');
    await settled(page);
    await page.getByRole('button', { name: 'Tilføj adgangsnøgle' }).click();
    await page.getByLabel('Navn').fill('Prøvenøgle');
    await page.getByRole('dialog').getByRole('button', { name: 'Tilføj adgangsnøgle' }).click();
    await page.getByRole('rowheader', { name: 'Prøvenøgle' }).waitFor();
    await leave(visit);

    await page.getByRole('button', { name: 'Log ind med adgangsnøgle i enheden' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overblik' }).waitFor();
    await page.goto('/account');
    await page.getByRole('cell', { name: 'Adgangsnøgle i enheden' }).waitFor();
    expect(unexpected(visit)).toEqual([]);
    expect(foreign).toEqual([]);
    await visit.close();
  });

  it('turns on an authenticator app and signs in with its code', async () => {
    const visit = await stage.visitAs(HR);
    const { page } = visit;
    const foreign = foreignRequests(visit, stage.url);
    await page.goto('/account');
    await page.getByRole('button', { name: 'Slå til' }).click();
    await page.getByLabel('Din adgangskode').fill(PASSWORD);
    const begun = page.waitForResponse('**/api/second-factor/totp');
    await page.getByRole('button', { name: 'Fortsæt' }).click();
    const { totpURI } = await (await begun).json();
    await page.getByRole('img', { name: 'QR-kode' }).waitFor();
    await page.getByLabel('Kode fra appen').fill(await codeOf(totpURI));
    await page.getByRole('button', { name: 'Bekræft' }).click();
    await page.getByRole('button', { name: 'Jeg har gemt dem' }).click();
    await page.getByText('Slået til').waitFor();
    await leave(visit);

    await page.getByLabel('E-mail').fill(HR);
    await page.getByLabel('Adgangskode', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Log ind', exact: true }).click();
    await page.getByRole('heading', { name: 'Andet trin' }).waitFor();
    // The code that the app was confirmed with is used.
    await page.getByLabel('Kode').fill(await codeOf(totpURI, 1));
    await page.getByRole('button', { name: 'Fortsæt' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overblik' }).waitFor();
    expect(unexpected(visit)).toEqual([]);
    expect(foreign).toEqual([]);
    await visit.close();
  });

  describe('of an employer with a sign-in of its own', () => {
    let oidc: TestOidc;
    let saml: TestSaml;
    let slug: string;
    beforeAll(async () => {
      oidc = await startOidc(`${stage.url}/api/sso/oidc/callback`);
      saml = await startSaml();
      const made = await stage.make.employer({ name: 'Havneby Kommune' });
      slug = made.slug;
      await employ(stage, 'administrator', { tenantId: made.tenantId }, 'admin@havneby.example');
    }, 60_000);
    afterAll(async () => {
      await oidc.close();
      await saml.close();
    });

    const fillRoles = async ({ page }: Visit): Promise<void> => {
      await page.getByLabel('Maildomæner').fill('havneby.example');
      await page.getByLabel('Felt med grupper').fill('groups');
      await page.getByLabel('Grupper og roller').fill('HR = hr-manager');
      await page.getByRole('button', { name: 'Gem', exact: true }).click();
    };
    const comeIn = async (button: string, provider: string): Promise<void> => {
      const visit = await stage.visit();
      const { page } = visit;
      const foreign = foreignRequests(visit, stage.url, provider);
      await page.goto(`/sign-in/${slug}`);
      await page.getByRole('link', { name: button }).click();
      await page.getByRole('heading', { level: 1, name: 'Overblik' }).waitFor();
      await page.goto('/account');
      await page.getByText('Du er logget ind gennem din arbejdsplads').waitFor();
      expect(unexpected(visit, provider)).toEqual([]);
      expect(foreign).toEqual([]);
      await visit.close();
    };

    it('is let in by OpenID Connect, as its administrator has set up', async () => {
      const admin = await stage.visitAs('admin@havneby.example');
      const { page } = admin;
      await page.goto('/sso');
      await settled(page);
      await page.getByRole('button', { name: 'Tilføj udbyder' }).click();
      await page.getByLabel('Navn på knappen').fill('Havneby OIDC');
      await page.getByLabel('Udsteder').fill(oidc.issuer);
      await page.getByLabel('Klient-id').fill(oidc.clientId);
      await page.getByLabel('Klienthemmelighed').fill(oidc.clientSecret);
      await fillRoles(admin);
      await page.getByRole('rowheader', { name: 'Havneby OIDC' }).waitFor();
      expect(unexpected(admin)).toEqual([]);
      await admin.close();

      oidc.who({ sub: 'lis', email: 'lis@havneby.example', name: 'Lis', groups: ['HR'] });
      await comeIn('Log ind med Havneby OIDC', oidc.issuer);
    });

    it('is let in by SAML, as its administrator has set up', async () => {
      const admin = await stage.visitAs('admin@havneby.example');
      const { page } = admin;
      await page.goto('/sso');
      await settled(page);
      await page.getByRole('button', { name: 'Tilføj udbyder' }).click();
      await page.getByRole('combobox', { name: 'Slags' }).click();
      await page.getByRole('option', { name: 'SAML' }).click();
      await page.getByLabel('Navn på knappen').fill('Havneby SAML');
      await page.getByLabel('Udbyderens entity id').fill(saml.entityId);
      await page.getByLabel('Udbyderens adresse').fill(saml.entryPoint);
      await page.getByLabel('Udbyderens certifikat').fill(saml.certificate);
      await fillRoles(admin);
      await page.getByRole('rowheader', { name: 'Havneby SAML' }).waitFor();
      expect(unexpected(admin)).toEqual([]);
      await admin.close();

      saml.who({ subject: 'bo', attributes: { email: ['bo@havneby.example'], groups: ['HR'] } });
      await comeIn('Log ind med Havneby SAML', saml.entityId);
    });
  });
});
