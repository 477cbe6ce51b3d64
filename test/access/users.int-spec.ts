import { HatsService } from '../../src/access/index.js';
import { SignInSweep } from '../../src/access/sign-in/sign-in-sweep.service.js';
import { rows } from '../../src/platform/database/rows.js';
import { addDays, localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { startMailServer, type MailServer } from '../harness/mail-server.js';
import { auditOf, browser, PASSWORD, signedIn } from './people.js';

describe('an employer’s users', () => {
  let app: TestApp;
  let post: MailServer;
  beforeAll(async () => {
    post = await startMailServer();
    app = await startTestApp({ SMTP_URL: post.url, PUBLIC_URL: 'http://localhost:3000' });
  });
  afterAll(async () => {
    await app.close();
    await post.close();
  });

  const employer = async () => {
    const { tenantId } = await app.make.employer({ name: 'Fjordby' });
    const administrator = await app.make.hat('administrator', { tenantId });
    return { tenantId, administrator, admin: await app.as(administrator) };
  };
  const invitation = (email: string, more: object = {}) => ({
    email,
    name: 'Lis',
    role: 'line-manager',
    language: 'da',
    ...more,
  });
  const tokenOfLastMail = async (): Promise<string> => {
    await app.drainJobs();
    return /invitation#([\w-]{43})/.exec(post.mails.at(-1)?.text ?? '')?.[1] ?? '';
  };
  const accept = (token: string, password: string | null = PASSWORD) =>
    browser(app)
      .post('/api/invitations/acceptances')
      .send({ token, ...(password === null ? {} : { password }) });

  it('are invited by mail, as the employee they are, and choose a password', async () => {
    const { tenantId, admin } = await employer();
    const unitId = await app.make.unit(tenantId);
    const { employeeNumber } = await app.make.employment(tenantId, { unitId });
    const unknown = await admin
      .post('/api/users/invitations')
      .send(invitation('lis@example.dk', { employeeNumber: 'findes-ikke' }));
    expect(unknown.body).toMatchObject({ status: 400, fields: [{ field: 'employeeNumber' }] });
    const invited = await admin
      .post('/api/users/invitations')
      .send(invitation('Lis@example.dk', { employeeNumber }));
    expect(invited.status).toBe(204);
    const twice = await admin.post('/api/users/invitations').send(invitation('lis@example.dk'));
    expect(twice.body).toMatchObject({ status: 409, code: 'invited-already' });

    const token = await tokenOfLastMail();
    expect(post.mails.at(-1)?.to).toEqual(['lis@example.dk']);
    expect(post.mails.at(-1)?.raw).not.toMatch(/Fjordby|Lis/);
    const opened = await browser(app).post('/api/invitations/openings').send({ token });
    expect(opened.body).toMatchObject({ partyName: 'Fjordby', role: 'line-manager', wantsPassword: true });
    const without = await accept(token, null);
    expect(without.body).toMatchObject({ status: 400, fields: [{ field: 'password' }] });
    expect((await admin.get('/api/users')).body.items).toHaveLength(0);
    expect((await accept(token)).status).toBe(204);
    expect((await accept(token)).body).toMatchObject({ status: 400, code: 'link-not-usable' });

    const lis = await signedIn(app, 'lis@example.dk');
    expect((await lis.get('/api/session')).body.hat).toMatchObject({ role: 'line-manager', tenantId });
    const { items } = (await admin.get('/api/users')).body;
    expect(items).toMatchObject([
      { email: 'lis@example.dk', secondFactor: false, hats: [{ role: 'line-manager', employeeNumber }] },
    ]);
    expect(items[0].lastUsedAt).not.toBeNull();
    expect(await auditOf(app, tenantId)).toEqual(
      expect.arrayContaining([
        { action: 'invitation.make', outcome: 'allowed' },
        { action: 'hat.grant', outcome: 'allowed' },
      ]),
    );
  });

  it('keep the password they have at another employer', async () => {
    const elsewhere = await employer();
    await app.nest.get(HatsService).employ({
      email: 'to-steder@example.dk',
      name: 'Bo',
      password: PASSWORD,
      role: 'hr-manager',
      tenantId: elsewhere.tenantId,
    });
    const { tenantId, admin } = await employer();
    await admin.post('/api/users/invitations').send(invitation('to-steder@example.dk'));
    const token = await tokenOfLastMail();
    expect((await accept(token, 'en andens adgangskode')).status).toBe(204);
    const agent = await signedIn(app, 'to-steder@example.dk');
    expect((await agent.get('/api/session')).body.hats).toHaveLength(2);
    const [user] = (await admin.get('/api/users')).body.items;
    // What they do elsewhere is nobody's business here.
    expect(user).toMatchObject({ lastUsedAt: null, hats: [{ role: 'line-manager' }] });
    expect((await elsewhere.admin.delete(`/api/users/${user.userId}`)).status).toBe(204);
    expect((await agent.get('/api/session')).body.hats).toMatchObject([{ tenantId }]);
  });

  it('lose roles and sessions when their access is ended, by their own employer only', async () => {
    const { tenantId, admin, administrator } = await employer();
    await app.nest.get(HatsService).employ({
      email: 'slut@example.dk',
      name: 'Bo',
      password: PASSWORD,
      role: 'hr-manager',
      tenantId,
    });
    const agent = await signedIn(app, 'slut@example.dk');
    const { userId } = (await agent.get('/api/session')).body;
    const other = await employer();
    expect((await other.admin.delete(`/api/users/${userId}`)).status).toBe(404);
    expect((await admin.delete(`/api/users/${administrator.userId}`)).body.code).toBe('own-access');
    expect((await admin.delete(`/api/users/${userId}`)).status).toBe(204);
    expect((await agent.get('/api/session')).status).toBe(401);
    expect(await auditOf(app, tenantId)).toContainEqual({ action: 'hat.end', outcome: 'allowed' });
  });

  it('are invited again by a new link; a withdrawn one works no more', async () => {
    const { admin } = await employer();
    await admin.post('/api/users/invitations').send(invitation('igen@example.dk'));
    const first = await tokenOfLastMail();
    const [open] = (await admin.get('/api/users/invitations')).body;
    const other = await employer();
    expect((await other.admin.post(`/api/users/invitations/${open.id}/mails`)).status).toBe(404);
    expect((await other.admin.delete(`/api/users/invitations/${open.id}`)).status).toBe(404);
    expect((await admin.post(`/api/users/invitations/${open.id}/mails`)).status).toBe(204);
    const second = await tokenOfLastMail();
    expect((await accept(first)).status).toBe(400);
    expect((await admin.delete(`/api/users/invitations/${open.id}`)).status).toBe(204);
    expect((await accept(second)).status).toBe(400);
  });

  it('are linked to an employee of their own employer only', async () => {
    const { tenantId, admin } = await employer();
    const unitId = await app.make.unit(tenantId);
    const { employeeNumber, personId } = await app.make.employment(tenantId, { unitId });
    const hat = await app.make.hat('employee', { tenantId });
    const link = { employeeNumber };
    const foreign = await (await employer()).admin.put(`/api/users/hats/${hat.hatId}/employee`).send(link);
    expect(foreign.status).toBe(400);
    expect((await admin.put(`/api/users/hats/${hat.hatId}/employee`).send(link)).status).toBe(204);
    const [linked] = await app.nest.get(HatsService).listOf(hat.userId);
    expect(linked?.personId).toBe(personId);
  });

  it('are found among the employees by number or whole name, and no name is told', async () => {
    const { tenantId, admin } = await employer();
    const unitId = await app.make.unit(tenantId, { name: 'Solgården' });
    const { employeeNumber } = await app.make.employment(tenantId, {
      unitId,
      name: 'Lis Marie Holm',
    });
    const found = async (text: string) =>
      (await admin.post('/api/users/employee-searches').send({ text })).body;
    const lis = { employeeNumber, unitName: 'Solgården', linked: false };
    expect(await found('lis holm')).toEqual([lis]);
    expect(await found(employeeNumber)).toEqual([lis]);
    expect(await found('Lis')).toEqual([]);
    expect(await found('Li Ho')).toEqual([]);
    expect(await found('%%')).toEqual([]);
    const hat = await app.make.hat('employee', { tenantId });
    await admin.put(`/api/users/hats/${hat.hatId}/employee`).send({ employeeNumber });
    expect(await found('Holm Lis')).toEqual([{ ...lis, linked: true }]);
    const other = await employer();
    const elsewhere = await other.admin.post('/api/users/employee-searches').send({ text: 'Lis Holm' });
    expect(elsewhere.body).toEqual([]);
    expect(await auditOf(app, tenantId)).toContainEqual({ action: 'person.find', outcome: 'allowed' });
  });

  const employ = (email: string, at: { tenantId: string; personId?: string }) =>
    app.nest.get(HatsService).employ({ email, name: 'Lis', password: PASSWORD, role: 'employee', ...at });
  const kept = (email: string) =>
    app.doors.system('test', (tx) =>
      rows<{ name: string; accounts: number; sessions: number }>(
        tx,
        `select name, (select count(*)::int from auth.account where "userId" = users.id) as accounts,
           (select count(*)::int from auth.session where "userId" = users.id) as sessions
         from auth."user" users where email = $1`,
        [email],
      ),
    );

  it('lose what they sign in with once no role is left, and their name when no log tells of them any more', async () => {
    const { tenantId, admin } = await employer();
    const stays = await employ('bliver@example.dk', { tenantId });
    const { userId } = await employ('holdt-op@example.dk', { tenantId });
    expect((await admin.delete(`/api/users/${userId}`)).status).toBe(204);
    const sweep = app.nest.get(SignInSweep);
    // The accounts were made by the clock on the wall, and the test's own stands before it.
    const later = (days: number) => addDays(localDate(new Date().toISOString().slice(0, 10)), days);
    app.clock.set(later(2));
    await sweep.run();
    expect(await kept('holdt-op@example.dk')).toEqual([{ name: 'Lis', accounts: 0, sessions: 0 }]);
    app.clock.set(later(800));
    await sweep.run();
    expect(await kept('holdt-op@example.dk')).toEqual([]);
    expect(await kept('bliver@example.dk')).toMatchObject([{ name: 'Lis', accounts: 1 }]);
    expect((await app.nest.get(HatsService).listOf(stays.userId)).length).toBe(1);
    app.clock.set('2026-03-11');
  });

  it('are forgotten with the employee who is erased, unless they have a role elsewhere', async () => {
    const here = await employer();
    const there = await employer();
    const unitId = await app.make.unit(here.tenantId);
    const left = async () =>
      (await app.make.employment(here.tenantId, { unitId, from: '2015-01-01', to: '2019-12-31' })).personId;
    const [one, other, third] = [await left(), await left(), await left()];
    await app.nest.get(HatsService).employ({
      ...{ email: 'passer-systemet@example.dk', name: 'Lis', password: PASSWORD, role: 'administrator' },
      ...{ tenantId: here.tenantId, personId: third },
    });
    await employ('slettet@example.dk', { tenantId: here.tenantId, personId: one });
    const { userId } = await employ('begge-steder@example.dk', { tenantId: here.tenantId, personId: other });
    await employ('begge-steder@example.dk', { tenantId: there.tenantId });
    const session = await signedIn(app, 'slettet@example.dk');
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId: here.tenantId }));
    for (const person of [one, other, third])
      await hr.post(`/api/people/${person}/erasure`).send({ ground: 'request' }).expect(204);
    await app.drainJobs();
    expect(await kept('slettet@example.dk')).toEqual([]);
    expect((await session.get('/api/session')).status).toBe(401);
    expect(await kept('passer-systemet@example.dk')).toMatchObject([{ name: 'Lis', accounts: 1 }]);
    expect(await kept('begge-steder@example.dk')).toMatchObject([{ name: 'Lis', accounts: 1 }]);
    expect(await app.nest.get(HatsService).listOf(userId)).toMatchObject([{ tenantId: there.tenantId }]);
  });

  it('are asked for a second factor from the day the administrator says', async () => {
    const { admin } = await employer();
    expect((await admin.get('/api/sign-in-settings')).body).toEqual({ secondFactorRequiredFrom: null });
    const from = { secondFactorRequiredFrom: '2026-04-01' };
    expect((await admin.put('/api/sign-in-settings').send(from)).status).toBe(204);
    expect((await admin.get('/api/sign-in-settings')).body).toEqual(from);
  });
});
