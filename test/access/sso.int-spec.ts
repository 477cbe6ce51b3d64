import { HatsService } from '../../src/access/index.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { startInside } from './inner-provider.js';
import { startOidc, type TestOidc } from './oidc-provider.js';
import { auditOf, browser, PASSWORD } from './people.js';
import { envelope, foreignKey, startSaml, type TestSaml, type Twist } from './saml-provider.js';

const OWN = 'http://localhost:3000';

describe('an employer’s identity provider', () => {
  let app: TestApp;
  let oidc: TestOidc;
  let saml: TestSaml;
  beforeAll(async () => {
    app = await startTestApp({ PUBLIC_URL: OWN, INNER_HOSTS: 'localhost' });
    oidc = await startOidc(`${OWN}/api/sso/oidc/callback`);
    saml = await startSaml();
  });
  afterAll(async () => {
    await app.close();
    await oidc.close();
    await saml.close();
  });

  const common = {
    emailDomains: ['fjordby.dk'],
    roleClaim: 'groups',
    roleMap: [
      { value: 'HR', role: 'hr-manager' },
      { value: 'Leder', role: 'line-manager' },
    ],
    employeeNumberClaim: 'employeeid',
    makesUsers: true,
    enabled: true,
  };
  const connect = async (protocol: 'oidc' | 'saml', more: object = {}) => {
    const { tenantId, slug } = await app.make.employer({ name: 'Fjordby' });
    const admin = await app.as(await app.make.hat('administrator', { tenantId }));
    const settings =
      protocol === 'oidc'
        ? { issuer: oidc.issuer, clientId: oidc.clientId, clientSecret: oidc.clientSecret }
        : { issuer: saml.entityId, entryPoint: saml.entryPoint, certificates: [saml.certificate] };
    const made = await admin
      .post('/api/sso-connections')
      .send({ protocol, name: 'Fjordby login', ...common, ...settings, ...more });
    if (made.status !== 204) throw new Error(made.text);
    const { connections } = (await admin.get('/api/sso-connections')).body;
    return { tenantId, slug, admin, id: connections[0].id as string, connection: connections[0] };
  };
  const begin = async (agent: ReturnType<typeof browser>, id: string, to = '/signals'): Promise<string> =>
    (await agent.get(`/api/sso/connections/${id}/start`).query({ to })).headers['location'] ?? '';
  const pathOf = (address: string): string => address.replace(OWN, '');
  const byOidc = async (id: string, agent = browser(app), to = '/signals') => {
    const back = await oidc.signIn(await begin(agent, id, to));
    return { agent, back, arrived: await agent.get(pathOf(back)) };
  };
  const bySaml = async (id: string, twist: Twist = {}, agent = browser(app)) => {
    const { acs, body } = saml.answer(await begin(agent, id), twist);
    // As from the provider's page: another site, and no cookies.
    const posted = await browser(app).post(pathOf(acs)).set('origin', saml.entityId).type('form').send(body);
    const landing = posted.headers['location'] ?? '';
    return { agent, acs, body, landing, arrived: await agent.get(landing) };
  };

  describe('by OpenID Connect', () => {
    it('makes a user with the roles of the claims, as the employee they are', async () => {
      const { tenantId, id, slug } = await connect('oidc');
      const unitId = await app.make.unit(tenantId);
      const { personId, employeeNumber } = await app.make.employment(tenantId, { unitId });
      oidc.who({
        sub: 'ny',
        email: 'Ny@fjordby.dk',
        name: 'Ny Bruger',
        groups: ['Leder'],
        employeeid: employeeNumber,
      });
      expect((await browser(app).get(`/api/sso/employers/${slug}`)).body.connections).toEqual([
        { id, name: 'Fjordby login' },
      ]);
      const { agent, arrived } = await byOidc(id);
      expect(arrived.headers['location']).toBe('/signals');
      const { userId, hat, method } = (await agent.get('/api/session')).body;
      expect({ method, hat }).toMatchObject({ method: 'sso', hat: { role: 'line-manager', tenantId } });
      const [given] = await app.nest.get(HatsService).listOf(userId);
      expect(given?.personId).toBe(personId);
      expect(await auditOf(app, tenantId)).toEqual(
        expect.arrayContaining([
          { action: 'hat.grant', outcome: 'allowed' },
          { action: 'hat.wear', outcome: 'allowed' },
        ]),
      );
    });

    it('takes a role away with its claim, and leaves one given by hand', async () => {
      const { tenantId, id } = await connect('oidc');
      oidc.who({ sub: 'skifter', email: 'skifter@fjordby.dk', groups: ['HR', 'Leder'] });
      const { agent } = await byOidc(id);
      const { userId } = (await agent.get('/api/session')).body;
      await app.nest.get(HatsService).give({ userId, role: 'administrator', tenantId });
      oidc.who({ sub: 'skifter', email: 'nyt-navn@fjordby.dk', groups: ['Leder'] });
      const { agent: later } = await byOidc(id);
      const session = (await later.get('/api/session')).body;
      expect(session.userId).toBe(userId);
      expect(session.hats.map(({ role }: { role: string }) => role).sort()).toEqual([
        'administrator',
        'line-manager',
      ]);
    });

    it('lets nobody in without a role, from another domain, or uninvited where users are not made', async () => {
      const { id, tenantId } = await connect('oidc');
      oidc.who({ sub: 'a', email: 'a@fjordby.dk', groups: ['Andet'] });
      expect((await byOidc(id)).arrived.headers['location']).toBe('/sign-in?sso=no-access');
      oidc.who({ sub: 'b', email: 'b@elsewhere.dk', groups: ['HR'] });
      expect((await byOidc(id)).arrived.headers['location']).toBe('/sign-in?sso=domain');
      oidc.who({ sub: 'c', groups: ['HR'] });
      expect((await byOidc(id)).arrived.headers['location']).toBe('/sign-in?sso=no-address');
      const closed = await connect('oidc', { makesUsers: false });
      oidc.who({ sub: 'd', email: 'd@fjordby.dk', groups: ['HR'] });
      expect((await byOidc(closed.id)).arrived.headers['location']).toBe('/sign-in?sso=no-access');
      expect(await auditOf(app, tenantId)).toContainEqual({ action: 'sign-in.failed', outcome: 'denied' });
    });

    it('fetches nothing from the operator’s own net, by its address or through a provider’s description', async () => {
      const issuer = await startInside();
      const direct = await connect('oidc', { issuer: issuer.inside });
      expect(await begin(browser(app), direct.id)).toBe('/sign-in?sso=inner-address');
      expect(issuer.met()).toEqual([]);
      const { id } = await connect('oidc', { issuer: issuer.outside });
      const agent = browser(app);
      const state = new URL(await begin(agent, id)).searchParams.get('state');
      const back = await agent.get('/api/sso/oidc/callback').query({ code: 'x', state });
      expect(back.headers['location']).toBe('/sign-in?sso=inner-address');
      expect(new Set(issuer.met())).toEqual(new Set(['/.well-known/openid-configuration']));
      await issuer.close();
    });

    it('reaches no role at another employer and no password or key', async () => {
      const elsewhere = await app.make.employer();
      await app.nest.get(HatsService).employ({
        email: 'offer@fjordby.dk',
        name: 'Offer',
        password: PASSWORD,
        role: 'hr-manager',
        tenantId: elsewhere.tenantId,
      });
      const { id, tenantId } = await connect('oidc');
      oidc.who({ sub: 'x', email: 'offer@fjordby.dk', groups: ['HR'] });
      const { agent } = await byOidc(id);
      const { hats } = (await agent.get('/api/session')).body;
      expect(hats).toMatchObject([{ tenantId }]);
      const change = { current: PASSWORD, next: 'en andens adgangskode' };
      for (const refused of [
        await agent.put('/api/password').send(change),
        await agent.post('/api/second-factor/passkeys/options'),
        await agent.post('/api/second-factor/totp').send({ password: PASSWORD }),
      ])
        expect(refused.body).toMatchObject({ status: 403, code: 'signed-in-by-employer' });
      expect((await agent.get('/api/sessions')).body).toHaveLength(1);
    });

    it('refuses a replay, another browser, a made-up state and a foreign place to go on to', async () => {
      const { id } = await connect('oidc');
      oidc.who({ sub: 'r', email: 'r@fjordby.dk', groups: ['HR'] });
      const { agent, back } = await byOidc(id);
      expect((await agent.get(pathOf(back))).headers['location']).toBe('/sign-in?sso=expired');
      const other = await oidc.signIn(await begin(browser(app), id));
      const stolen = await browser(app).get(pathOf(other));
      expect(stolen.headers['location']).toBe('/sign-in?sso=expired');
      expect(stolen.get('set-cookie') ?? []).toEqual([]);
      for (const state of ['x', '00000000-0000-4000-8000-000000000000', "' or 1=1"]) {
        const answer = await browser(app).get('/api/sso/oidc/callback').query({ state, code: 'x' });
        expect(answer.headers['location']).toBe('/sign-in?sso=expired');
      }
      const { arrived } = await byOidc(id, browser(app), 'https://elsewhere.example/');
      expect(arrived.headers['location']).toBe('/');
    });

    it('refuses an answer of another provider, and an attempt that waited too long', async () => {
      const { id } = await connect('oidc');
      oidc.who({ sub: 'm', email: 'm@fjordby.dk', groups: ['HR'] });
      const agent = browser(app);
      const back = new URL(await oidc.signIn(await begin(agent, id)));
      back.searchParams.set('iss', 'https://elsewhere.example');
      expect((await agent.get(`${back.pathname}${back.search}`)).headers['location']).toBe(
        '/sign-in?sso=failed',
      );
      const slow = browser(app);
      const late = await oidc.signIn(await begin(slow, id));
      app.clock.set('2026-03-12');
      expect((await slow.get(pathOf(late))).headers['location']).toBe('/sign-in?sso=expired');
      app.clock.set('2026-03-11');
    });
  });

  describe('by SAML', () => {
    const who = (name: string, groups: string[] = ['HR']) =>
      saml.who({ subject: name, attributes: { email: [`${name}@fjordby.dk`], groups } });

    it('lets in whom the signed assertion names, in the browser that began', async () => {
      const { id, tenantId } = await connect('saml');
      who('lis');
      const { agent, arrived } = await bySaml(id);
      expect(arrived.headers['location']).toBe('/signals');
      expect((await agent.get('/api/session')).body).toMatchObject({
        email: 'lis@fjordby.dk',
        method: 'sso',
        hat: { role: 'hr-manager', tenantId },
      });
      const metadata = await browser(app).get(`/api/sso/saml/${id}/metadata`);
      expect(metadata.text).toContain(`${OWN}/api/sso/saml/${id}/acs`);
    });

    it.each<[string, () => Twist]>([
      ['without a signature', () => ({ unsigned: true })],
      ['signed by another', () => ({ signedBy: foreignKey() })],
      ['for another audience', () => ({ audience: 'https://elsewhere.example' })],
      ['of another issuer', () => ({ issuer: 'https://elsewhere.example' })],
      ['for another address', () => ({ recipient: 'https://elsewhere.example/acs' })],
      ['that answers another request', () => ({ inResponseTo: '_00000000-0000-4000-8000-000000000000' })],
      [
        'that has expired',
        () => ({ from: new Date(Date.now() - 900_000), to: new Date(Date.now() - 600_000) }),
      ],
      [
        'that is not valid yet',
        () => ({ from: new Date(Date.now() + 600_000), to: new Date(Date.now() + 900_000) }),
      ],
    ])('refuses an assertion %s', async (_, twist) => {
      const { id, tenantId } = await connect('saml');
      who('afvist');
      const { landing } = await bySaml(id, twist());
      expect(landing).toBe('/sign-in?sso=failed');
      expect(await auditOf(app, tenantId)).toContainEqual({ action: 'sign-in.failed', outcome: 'denied' });
    });

    it('refuses a replay, another browser and an answer to another employer', async () => {
      const { id } = await connect('saml');
      who('igen');
      const { acs, body, landing } = await bySaml(id);
      const again = await browser(app).post(pathOf(acs)).type('form').send(body);
      expect(again.headers['location']).toBe('/sign-in?sso=failed');
      expect((await browser(app).get(landing)).headers['location']).toBe('/sign-in?sso=expired');
      const other = await connect('saml');
      const fresh = saml.answer(await begin(browser(app), id));
      const crossed = await browser(app).post(`/api/sso/saml/${other.id}/acs`).type('form').send(fresh.body);
      expect(crossed.headers['location']).toBe('/sign-in?sso=failed');
    });

    it('refuses a signed assertion wrapped beside or around a forged one', async () => {
      const { id } = await connect('saml');
      who('aegte');
      const agent = browser(app);
      for (const wrap of [
        (signed: string, forged: string) => `${forged}${signed}`,
        (signed: string, forged: string) => `${signed}${forged}`,
        (signed: string, forged: string) => forged.replace('</saml:Assertion>', `${signed}</saml:Assertion>`),
        (signed: string, forged: string) => `${forged}<samlp:Extensions>${signed}</samlp:Extensions>`,
      ]) {
        const { acs, body } = saml.answer(await begin(agent, id));
        const xml = Buffer.from(body['SAMLResponse'] ?? '', 'base64').toString('utf8');
        const signed = /<saml:Assertion[^]*<\/saml:Assertion>/.exec(xml)?.[0] ?? '';
        const forged = signed
          .replace(/<Signature[^]*<\/Signature>/, '')
          .replaceAll('aegte', 'chef')
          .replace(/ ID="[^"]+"/, ' ID="_forged"');
        const request = / InResponseTo="([^"]+)"/.exec(xml)?.[1] ?? '';
        const posted = await browser(app)
          .post(pathOf(acs))
          .type('form')
          .send({ ...body, SAMLResponse: envelope(wrap(signed, forged), request, saml.entityId) });
        expect(posted.headers['location']).toBe('/sign-in?sso=failed');
      }
    });

    it('does not read a name past a comment in it', async () => {
      const { id } = await connect('saml');
      const email = ['chef@fjordby.dk<!-- -->.elsewhere.example'];
      saml.who({ subject: 'x', attributes: { email, groups: ['HR'] } });
      const { landing, arrived } = await bySaml(id);
      expect([landing, arrived.headers['location']]).toContain('/sign-in?sso=domain');
    });
  });

  it('is set up by the administrator of that employer only; the secret is never shown', async () => {
    const { id, admin, connection } = await connect('oidc');
    expect(JSON.stringify(connection)).not.toContain(oidc.clientSecret);
    expect(connection.hasSecret).toBe(true);
    const other = await connect('saml');
    expect((await other.admin.delete(`/api/sso-connections/${id}`)).status).toBe(404);
    const bad = { protocol: 'saml', name: 'x', issuer: 'x', ...common, certificates: ['x'] };
    expect((await admin.post('/api/sso-connections').send(bad)).body.fields).toMatchObject([
      { field: 'entryPoint', code: 'not-an-address' },
    ]);
    expect((await admin.delete(`/api/sso-connections/${id}`)).status).toBe(204);
    expect((await browser(app).get(`/api/sso/connections/${id}/start`)).headers['location']).toBe(
      '/sign-in?sso=no-access',
    );
  });
});
