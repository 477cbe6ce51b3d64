import { HatsService } from '../../src/access/index.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { auditOf, browser, PASSWORD, signedIn } from './people.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

describe('users and groups of an employer’s directory', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const directory = async (scopes: string[] = ['user.provision']) => {
    const { tenantId } = await app.make.employer({ name: 'Fjordby' });
    const admin = await app.as(await app.make.hat('administrator', { tenantId }));
    const token = await admin.post('/api/tokens').send({ name: 'Entra', role: 'administrator', scopes });
    const scim = browser(app)
      .set('authorization', `Bearer ${token.body.token}`)
      .set('content-type', 'application/scim+json');
    const post = (path: string, body: object) => scim.post(`/api/scim/v2/${path}`).send(JSON.stringify(body));
    const patch = (path: string, ...Operations: object[]) =>
      scim.patch(`/api/scim/v2/${path}`).send(JSON.stringify({ Operations }));
    const hats = async () => (await admin.get('/api/users')).body.items;
    return { tenantId, admin, scim, post, patch, hats };
  };

  it('live their whole life: made, grouped, linked to an employee, deactivated, back, gone', async () => {
    const { tenantId, admin, scim, post, patch, hats } = await directory();
    const unitId = await app.make.unit(tenantId);
    const { employeeNumber } = await app.make.employment(tenantId, { unitId });
    const rules = [{ value: 'Naervaer HR', role: 'hr-manager' }];
    expect((await admin.put('/api/scim-roles').send({ rules })).status).toBe(204);
    expect((await admin.get('/api/scim-roles')).body.rules).toEqual(rules);

    const made = await post('Users', {
      userName: 'Lis@fjordby.dk',
      externalId: 'e1',
      displayName: 'Lis Holm',
      emails: [{ type: 'work', primary: true, value: 'lis@fjordby.dk' }],
      [ENTERPRISE]: { employeeNumber },
    });
    expect(made.status).toBe(201);
    expect(made.type).toBe('application/scim+json');
    expect(made.body).toMatchObject({
      userName: 'Lis@fjordby.dk',
      active: true,
      [ENTERPRISE]: { employeeNumber },
    });
    const { id } = made.body;
    const found = await scim.get('/api/scim/v2/Users').query({ filter: 'userName eq "lis@FJORDBY.dk"' });
    expect(found.body).toMatchObject({
      totalResults: 1,
      startIndex: 1,
      itemsPerPage: 1,
      Resources: [{ id }],
    });
    expect(await hats()).toEqual([]);

    const group = await post('Groups', { displayName: 'Naervaer HR', externalId: 'g1' });
    const one = `Groups/${group.body.id}`;
    const grown = await patch(one, { op: 'Add', path: 'members', value: [{ value: id }] });
    expect(grown.body.members).toEqual([{ value: id, display: 'Lis Holm' }]);
    expect((await admin.get('/api/scim-roles')).body).toMatchObject({
      rules,
      groups: [{ displayName: 'Naervaer HR', members: 1 }],
    });
    expect(await hats()).toMatchObject([
      { name: 'Lis Holm', email: 'lis@fjordby.dk', hats: [{ role: 'hr-manager', employeeNumber }] },
    ]);
    expect((await scim.get(`/api/scim/v2/Users/${id}`)).body.groups).toHaveLength(1);

    await patch(one, { op: 'Remove', path: 'members', value: [{ value: id }] });
    expect(await hats()).toEqual([]);
    await scim
      .put(`/api/scim/v2/${one}`)
      .send(JSON.stringify({ displayName: 'Naervaer HR', members: [{ value: id }] }));
    expect(await hats()).toHaveLength(1);

    expect((await patch(`Users/${id}`, { op: 'Replace', path: 'active', value: 'False' })).body.active).toBe(
      false,
    );
    expect(await hats()).toEqual([]);
    await patch(`Users/${id}`, { op: 'replace', value: { active: true, displayName: 'Lis Dam' } });
    expect(await hats()).toHaveLength(1);
    expect((await admin.put('/api/scim-roles').send({ rules: [] })).status).toBe(204);
    expect(await hats()).toEqual([]);
    await admin.put('/api/scim-roles').send({ rules: [{ value: 'g1', role: 'line-manager' }] });
    expect(await hats()).toEqual([]);

    expect((await scim.delete(`/api/scim/v2/Users/${id}`)).status).toBe(204);
    expect((await scim.get(`/api/scim/v2/Users/${id}`)).body).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '404',
    });
    expect((await scim.get(`/api/scim/v2/${one}`)).body.members).toEqual([]);
    expect((await scim.delete(`/api/scim/v2/${one}`)).status).toBe(204);
    const told = (await auditOf(app, tenantId)).map(({ action }) => action);
    expect(told).toEqual(
      expect.arrayContaining([
        'user.provision',
        'user.read',
        'group.provision',
        'hat.grant',
        'hat.end',
        'user.deprovision',
        'scim.roles',
      ]),
    );
  });

  it('are shut out of a session that is open, here only, and let in by nobody else', async () => {
    const { tenantId, admin, post, patch } = await directory();
    const other = await directory();
    const email = 'begge@example.dk';
    const employ = (at: string, role: 'hr-manager' | 'employee') =>
      app.nest.get(HatsService).employ({ email, name: 'Bo Kendt', password: PASSWORD, role, tenantId: at });
    await employ(other.tenantId, 'employee');
    // Another employer's user of the same address: linked, and nothing of theirs told or changed.
    const made = await post('Users', { userName: email, displayName: 'Bo' });
    expect(made.status).toBe(201);
    expect(made.text).not.toContain('Kendt');
    await admin.put('/api/scim-roles').send({ rules: [{ value: 'g1', role: 'hr-manager' }] });
    await post('Groups', { displayName: 'HR', externalId: 'g1', members: [{ value: made.body.id }] });

    const agent = await signedIn(app, email);
    const { hats } = (await agent.get('/api/session')).body;
    expect(hats).toHaveLength(2);
    const here = hats.find((hat: { tenantId: string }) => hat.tenantId === tenantId);
    expect((await agent.put('/api/session/hat').send({ hatId: here.id })).status).toBe(200);
    expect((await agent.get('/api/units')).status).toBe(200);
    await patch(`Users/${made.body.id}`, { op: 'Replace', path: 'active', value: false });
    expect((await agent.get('/api/units')).status).toBe(401);

    const again = await signedIn(app, email);
    expect((await again.get('/api/session')).body).toMatchObject({
      name: 'Bo Kendt',
      hats: [{ tenantId: other.tenantId }],
    });
    expect((await other.scim.get('/api/scim/v2/Users')).body.totalResults).toBe(0);
  });

  it('are reached with the scope for it only, and by their own employer only', async () => {
    const mine = await directory();
    const { id } = (await mine.post('Users', { userName: 'egen@fjordby.dk' })).body;
    const group = (await mine.post('Groups', { displayName: 'HR' })).body;
    const none = await browser(app).get('/api/scim/v2/Users');
    expect(none.status).toBe(401);
    expect(none.type).toBe('application/scim+json');
    const wrong = await directory(['user.manage']);
    expect((await wrong.scim.get('/api/scim/v2/Users')).body).toMatchObject({ status: '403' });

    const other = await directory();
    const at = [`Users/${id}`, `Groups/${group.id}`];
    for (const path of at) {
      expect((await other.scim.get(`/api/scim/v2/${path}`)).status).toBe(404);
      const change = { op: 'replace', path: 'displayName', value: 'x' };
      expect((await other.patch(path, change)).status).toBe(404);
      expect((await other.scim.delete(`/api/scim/v2/${path}`)).status).toBe(404);
    }
    const foreign = await other.post('Groups', { displayName: 'HR', members: [{ value: id }] });
    expect(foreign.body).toMatchObject({ status: '400', scimType: 'invalidValue' });
    expect((await mine.scim.get('/api/scim/v2/Users/senseless')).status).toBe(404);
  });

  it('answer faults as SCIM does', async () => {
    const { scim, post } = await directory();
    await post('Users', { userName: 'to@fjordby.dk' });
    const twice = await post('Users', { userName: 'TO@fjordby.dk' });
    expect(twice.status).toBe(409);
    expect(twice.body).toMatchObject({ status: '409', scimType: 'uniqueness' });
    expect((await post('Users', { userName: 'x', emails: [{ value: 'to@fjordby.dk' }] })).status).toBe(409);
    expect((await post('Users', { userName: 'ingen' })).body.scimType).toBe('invalidValue');
    await post('Groups', { displayName: 'HR' });
    expect((await post('Groups', { displayName: 'hr' })).body.scimType).toBe('uniqueness');
    const filtered = await scim.get('/api/scim/v2/Users').query({ filter: 'userName co "to"' });
    expect(filtered.body).toMatchObject({ status: '400', scimType: 'invalidFilter' });
    const broken = await scim.post('/api/scim/v2/Users').send('{');
    expect(broken.body).toMatchObject({ status: '400' });
    const page = await scim.get('/api/scim/v2/Users').query({ startIndex: 0, count: 0 });
    expect(page.body).toMatchObject({ totalResults: 1, startIndex: 1, itemsPerPage: 0, Resources: [] });
    const bare = await scim.get('/api/scim/v2/Groups').query({ excludedAttributes: 'members' });
    expect(bare.body.Resources[0].members).toBeUndefined();
    for (const path of ['ServiceProviderConfig', 'ResourceTypes', 'Schemas'])
      expect((await scim.get(`/api/scim/v2/${path}`)).status).toBe(200);
  });
});
