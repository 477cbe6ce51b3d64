import { codeOf } from '../access/totp.js';
import { employer } from './harness/party.js';
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
const foreignRequests = (visit: Visit, own: string): string[] => {
  const foreign: string[] = [];
  visit.page.on('request', (request) => {
    if (!request.url().startsWith(own) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  return foreign;
};

/** A wrong answer that the test itself asks for. */
const unexpected = (visit: Visit): string[] => visit.faults().filter((fault) => !fault.startsWith('401'));

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
    await page.getByLabel('Kode').fill(await codeOf(totpURI));
    await page.getByRole('button', { name: 'Fortsæt' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overblik' }).waitFor();
    expect(unexpected(visit)).toEqual([]);
    expect(foreign).toEqual([]);
    await visit.close();
  });
});
