import { HatsService, systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { auditOf, browser, PASSWORD, signedIn } from './people.js';
import { codeOf } from './totp.js';

describe('a second factor', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const user = async (email: string) => {
    const { tenantId } = await app.make.employer();
    await app.nest
      .get(HatsService)
      .employ({ email, name: 'Hanne', password: PASSWORD, role: 'hr-manager', tenantId });
    return tenantId;
  };
  const requireFrom = (tenantId: string, day: string) =>
    app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      rows(tx, 'insert into sign_in_settings (tenant_id, second_factor_required_from) values ($1, $2)', [
        tenantId,
        day,
      ]),
    );
  const enrol = async (agent: Awaited<ReturnType<typeof signedIn>>) => {
    const begun = (await agent.post('/api/second-factor/totp').send({ password: PASSWORD })).body;
    const confirmed = await agent.put('/api/second-factor/totp').send({ code: await codeOf(begun.totpURI) });
    return { ...begun, confirmed };
  };

  it('is an authenticator app, in force from its first code on', async () => {
    const tenantId = await user('app@example.dk');
    const agent = await signedIn(app, 'app@example.dk');
    const wrong = await agent.post('/api/second-factor/totp').send({ password: 'forkert kode' });
    expect(wrong.body).toMatchObject({ status: 400, fields: [{ code: 'wrong-password' }] });
    const { totpURI, backupCodes, confirmed } = await enrol(agent);
    expect(backupCodes).toHaveLength(10);
    expect(confirmed.body).toMatchObject({ method: 'totp', hat: { tenantId } });
    expect((await agent.get('/api/second-factor')).body).toEqual({ totp: true, passkeys: [] });

    const next = browser(app);
    const step = await next.post('/api/session').send({ email: 'app@example.dk', password: PASSWORD });
    expect(step.body).toMatchObject({ status: 401, code: 'second-factor-wanted' });
    expect((await next.get('/api/session')).status).toBe(401);
    const guess = await next.post('/api/session/second-step').send({ kind: 'totp', code: '000000' });
    expect(guess.body).toMatchObject({ status: 401, code: 'wrong-code' });
    const madeUp = await browser(app)
      .post('/api/session/second-step')
      .set('cookie', 'naervaer.two_factor=%00.x')
      .send({ kind: 'totp', code: '000000' });
    expect(madeUp.status).toBe(401);
    // Whoever fails here knows the password.
    await app.drainJobs();
    expect(await auditOf(app, tenantId)).toContainEqual({ action: 'sign-in.failed', outcome: 'denied' });
    const code = await codeOf(totpURI, 1);
    const opened = await next.post('/api/session/second-step').send({ kind: 'totp', code });
    expect(opened.body).toMatchObject({ method: 'totp', hat: { tenantId } });

    await app.drainJobs();
    expect(await auditOf(app, tenantId)).toContainEqual({
      action: 'second-factor.added',
      outcome: 'allowed',
    });
  });

  it('is a code of the app once, whoever looks over a shoulder, and opens no session twice', async () => {
    await user('skulder@example.dk');
    const { totpURI } = await enrol(await signedIn(app, 'skulder@example.dk'));
    const code = await codeOf(totpURI, 1);
    const by = async () => {
      const agent = browser(app);
      await agent.post('/api/session').send({ email: 'skulder@example.dk', password: PASSWORD });
      const { status, headers } = await agent.post('/api/session/second-step').send({ kind: 'totp', code });
      return [status, (await agent.get('/api/session')).status, headers['set-cookie'] !== undefined];
    };
    const answers = await Promise.all([by(), by()]);
    expect(answers.sort()).toEqual([
      [200, 200, true],
      [401, 401, false],
    ]);
    expect(await by()).toEqual([401, 401, false]);
  });

  it('is a backup code once', async () => {
    await user('reserve@example.dk');
    const { backupCodes } = await enrol(await signedIn(app, 'reserve@example.dk'));
    const [code] = backupCodes;
    const by = async () => {
      const agent = browser(app);
      await agent.post('/api/session').send({ email: 'reserve@example.dk', password: PASSWORD });
      return (await agent.post('/api/session/second-step').send({ kind: 'backup-code', code })).status;
    };
    expect(await by()).toBe(200);
    expect(await by()).toBe(401);
  });

  it('cannot be guessed without the password, nor for long with it', async () => {
    await user('gaet@example.dk');
    await enrol(await signedIn(app, 'gaet@example.dk'));
    const without = await browser(app)
      .post('/api/session/second-step')
      .send({ kind: 'totp', code: '123456' });
    expect(without.status).toBe(401);
    const agent = browser(app);
    await agent.post('/api/session').send({ email: 'gaet@example.dk', password: PASSWORD });
    for (let tries = 0; tries < 6; tries += 1)
      await agent.post('/api/session/second-step').send({ kind: 'totp', code: '000000' });
    const late = await agent.post('/api/session/second-step').send({ kind: 'totp', code: '000001' });
    expect(late.status).toBe(401);
  });

  it('is not taken away by guessing the password in somebody’s open session', async () => {
    await user('laant-skaerm@example.dk');
    const agent = await signedIn(app, 'laant-skaerm@example.dk');
    await enrol(agent);
    const guess = (password: string) => agent.post('/api/second-factor/totp/removal').send({ password });
    for (let tries = 0; tries < 5; tries += 1) expect((await guess(`gæt nummer ${tries}`)).status).toBe(400);
    expect((await guess(PASSWORD)).status).toBe(429);
    expect((await agent.post('/api/second-factor/backup-codes').send({ password: PASSWORD })).status).toBe(
      429,
    );
  });

  it('is wanted by an employer from a day on: a password alone wears no hat there', async () => {
    const tenantId = await user('kraevet@example.dk');
    const before = await signedIn(app, 'kraevet@example.dk');
    await requireFrom(tenantId, '2026-03-12');
    expect((await before.get('/api/session')).body.hat.tenantId).toBe(tenantId);

    app.clock.set('2026-03-12');
    const { hat, hats } = (await before.get('/api/session')).body;
    expect(hat).toBeNull();
    expect(hats).toMatchObject([{ tenantId, obstacle: 'second-factor' }]);
    expect((await before.get('/api/units')).status).toBe(403);
    const wear = await before.put('/api/session/hat').send({ hatId: hats[0].id });
    expect(wear.body).toMatchObject({ status: 403, code: 'second-factor-required' });

    const { confirmed } = await enrol(before);
    expect(confirmed.body).toMatchObject({ method: 'totp', hat: { tenantId, obstacle: null } });
    expect((await before.get('/api/units')).status).toBe(200);

    const removed = await before.post('/api/second-factor/totp/removal').send({ password: PASSWORD });
    expect(removed.status).toBe(204);
    expect((await before.get('/api/session')).body.hat).toBeNull();
    app.clock.set('2026-03-11');
  });

  it('offers passkeys only to a person’s own session, and refuses made-up keys', async () => {
    const tenantId = await user('noegle@example.dk');
    const agent = await signedIn(app, 'noegle@example.dk');
    const { options } = (await agent.post('/api/second-factor/passkeys/options')).body;
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Nærvær' },
      authenticatorSelection: { userVerification: 'required' },
    });
    const madeUp = await agent.post('/api/second-factor/passkeys').send({ name: 'x', response: { id: 'x' } });
    expect(madeUp.body).toMatchObject({ status: 400, code: 'passkey-refused' });
    const signIn = await browser(app)
      .post('/api/session/passkey')
      .send({ response: { id: 'x' } });
    expect(signIn.body).toMatchObject({ status: 401, code: 'passkey-refused' });
    const machine = await app.as(await app.make.hat('hr-manager', { tenantId }));
    expect((await machine.post('/api/second-factor/passkeys/options')).status).toBe(404);
  });
});
