import { startTestApp, type TestApp } from '../harness/app.js';
import { browser } from './people.js';
import { startSaml, type TestSaml } from './saml-provider.js';

const OWN = 'http://localhost:3000';

describe('the employee number that an identity provider claims', () => {
  let app: TestApp;
  let saml: TestSaml;
  beforeAll(async () => {
    app = await startTestApp({ PUBLIC_URL: OWN });
    saml = await startSaml();
  });
  afterAll(async () => {
    await app.close();
    await saml.close();
  });

  const connect = async () => {
    const { tenantId } = await app.make.employer({ name: 'Fjordby' });
    const admin = await app.as(await app.make.hat('administrator', { tenantId }));
    const made = await admin.post('/api/sso-connections').send({
      protocol: 'saml',
      name: 'Fjordby login',
      issuer: saml.entityId,
      entryPoint: saml.entryPoint,
      certificates: [saml.certificate],
      emailDomains: ['fjordby.dk'],
      roleClaim: 'groups',
      roleMap: [{ value: 'Leder', role: 'line-manager' }],
      defaultRole: 'employee',
      employeeNumberClaim: 'employeeid',
      makesUsers: true,
      enabled: true,
    });
    expect(made.status).toBe(204);
    return { tenantId, id: String((await admin.get('/api/sso-connections')).body.connections[0].id) };
  };
  /** A browser that has signed in as somebody of whom the provider says this. */
  const arrive = async (id: string, name: string, claims: Record<string, string>) => {
    const said = Object.entries({ email: `${name}@fjordby.dk`, ...claims });
    saml.who({ subject: name, attributes: Object.fromEntries(said.map(([key, one]) => [key, [one]])) });
    const agent = browser(app);
    const away = (await agent.get(`/api/sso/connections/${id}/start`)).headers['location'] ?? '';
    const { acs, body } = saml.answer(away);
    const posted = await browser(app).post(acs.replace(OWN, '')).type('form').send(body);
    await agent.get(posted.headers['location'] ?? '');
    return agent;
  };

  it('gives a line manager their team and an employee their own page', async () => {
    const { tenantId, id } = await connect();
    const unitId = await app.make.unit(tenantId);
    const leader = await app.make.employment(tenantId, { unitId, name: 'Lone Leder' });
    const under = { unitId, managerPersonId: leader.personId };
    const own = await app.make.employment(tenantId, { ...under, name: 'Ane Egen' });
    const other = await app.make.employment(tenantId, { unitId, name: 'Bo Anden' });
    const asLeader = (employeeid: string) => arrive(id, 'lone', { groups: 'Leder', employeeid });
    const asEmployee = (employeeid: string) => arrive(id, 'ane', { employeeid });

    const manager = await asLeader(leader.employeeNumber);
    expect((await manager.get(`/api/people/${own.personId}`)).status).toBe(200);
    expect((await manager.get(`/api/people/${other.personId}`)).status).toBe(404);
    const employee = await asEmployee(own.employeeNumber);
    expect((await employee.get('/api/own-page')).body).toMatchObject({ name: 'Ane Egen' });

    // The provider corrects the number: from the next sign-in the page is the other's, and the team is gone.
    const corrected = await asEmployee(other.employeeNumber);
    expect((await corrected.get('/api/own-page')).body).toMatchObject({ name: 'Bo Anden' });
    const moved = await asLeader(other.employeeNumber);
    expect((await moved.get(`/api/people/${own.personId}`)).status).toBe(404);
  });

  it('gives nothing where there is none, or no employee has it', async () => {
    const { tenantId, id } = await connect();
    await app.make.employment(tenantId, { unitId: await app.make.unit(tenantId) });
    const claimed: [string, Record<string, string>][] = [
      ['uden', {}],
      ['ukendt', { employeeid: 'no such number' }],
    ];
    for (const [name, claims] of claimed) {
      const agent = await arrive(id, name, claims);
      expect((await agent.get('/api/session')).body).toMatchObject({ hat: { role: 'employee', tenantId } });
      expect((await agent.get('/api/own-page')).status).toBe(404);
    }
  });
});
