import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { auditOf, browser } from './people.js';

describe('a machine’s token', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const make = async (more: object = {}) => {
    const { tenantId } = await app.make.employer();
    const admin = await app.as(await app.make.hat('administrator', { tenantId }));
    const made = await admin.post('/api/tokens').send({ name: 'Løn', role: 'hr-manager', ...more });
    return { tenantId, admin, made };
  };
  const asking = (token: string, path: string) =>
    browser(app).get(path).set('authorization', `Bearer ${token}`);

  it('works for the days chosen, is kept as a hash, and is audited', async () => {
    const { tenantId, admin, made } = await make({ days: 30 });
    const { token, id, expiresAt } = made.body;
    const days = (new Date(expiresAt).getTime() - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    expect((await asking(token, '/api/units')).status).toBe(200);
    const kept = await app.doors.system('test', (tx) => rows(tx, 'select * from api_tokens'));
    expect(JSON.stringify(kept)).not.toContain(token);
    const listed = (await admin.get('/api/tokens')).body.find((one: { id: string }) => one.id === id);
    expect(listed.lastUsedAt).not.toBeNull();
    expect((await admin.delete(`/api/tokens/${id}`)).status).toBe(204);
    expect((await asking(token, '/api/units')).status).toBe(401);
    expect(await auditOf(app, tenantId)).toEqual(
      expect.arrayContaining([
        { action: 'token.make', outcome: 'allowed' },
        { action: 'token.revoke', outcome: 'allowed' },
      ]),
    );
  });

  it('does no more than the permissions it is given', async () => {
    const { made } = await make({ scopes: ['unit.read'] });
    const { token } = made.body;
    expect((await asking(token, '/api/units')).status).toBe(200);
    expect((await asking(token, '/api/imports')).body).toMatchObject({
      status: 403,
      code: 'not-for-this-role',
    });
  });

  it('cannot be given more than its role has, nor live for ever', async () => {
    const { made, admin } = await make({ scopes: ['user.manage'] });
    expect(made.body).toMatchObject({ status: 400, fields: [{ field: 'scopes' }] });
    const [hr] = (await admin.get('/api/token-scopes')).body;
    expect(hr.role).toBe('hr-manager');
    const had = hr.items.flatMap((group: { permissions: string[] }) => group.permissions);
    expect(had).toEqual(expect.arrayContaining(['unit.read', 'person.private-data.read']));
    expect(had).not.toContain('user.manage');
    expect((await make({ scopes: had })).made.status).toBe(201);
    expect((await make({ days: 731 })).made.status).toBe(400);
    expect((await make({ scopes: ['*'] })).made.status).toBe(400);
  });
});
