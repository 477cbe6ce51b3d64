import { HatsService } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { startMailServer, type MailServer } from '../harness/mail-server.js';
import { auditOf, browser, PASSWORD, signedIn } from './people.js';

const NEXT = 'en helt anden adgangskode';

describe('a password', () => {
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

  const user = async (email: string) => {
    const { tenantId } = await app.make.employer();
    await app.nest
      .get(HatsService)
      .employ({ email, name: 'Hanne', password: PASSWORD, role: 'hr-manager', tenantId });
    return tenantId;
  };
  const tryPassword = (email: string, password: string) =>
    app.anonymous.post('/api/session').send({ email, password });
  const askFor = (email: string) => app.anonymous.post('/api/password/reset-mails').send({ email });
  const tokenIn = (text: string): string => /#([\w-]{43})/.exec(text)?.[1] ?? '';
  const reset = (token: string, password = NEXT) =>
    app.anonymous.post('/api/password/resets').send({ token, password });

  it('is changed by who knows it; other sessions end, this one goes on', async () => {
    const tenantId = await user('skift@example.dk');
    const other = await signedIn(app, 'skift@example.dk');
    const own = await signedIn(app, 'skift@example.dk');
    const wrong = await own.put('/api/password').send({ current: 'forkert kode', next: NEXT });
    expect(wrong.body).toMatchObject({ status: 400, fields: [{ field: 'current', code: 'wrong-password' }] });
    const weak = await own.put('/api/password').send({ current: PASSWORD, next: 'kort' });
    expect(weak.body).toMatchObject({ status: 400, fields: [{ field: 'next' }] });

    expect((await own.put('/api/password').send({ current: PASSWORD, next: NEXT })).status).toBe(204);
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await own.get('/api/session')).body.hat.tenantId).toBe(tenantId);
    expect((await tryPassword('skift@example.dk', PASSWORD)).status).toBe(401);
    expect((await tryPassword('skift@example.dk', NEXT)).status).toBe(200);
    await app.drainJobs();
    expect(await auditOf(app, tenantId)).toEqual(
      expect.arrayContaining([
        { action: 'password.changed', outcome: 'allowed' },
        { action: 'sign-in.failed', outcome: 'denied' },
        { action: 'hat.wear', outcome: 'allowed' },
      ]),
    );
  });

  it('is not changed by a machine or by nobody', async () => {
    const tenantId = await user('maskine@example.dk');
    const machine = await app.as(await app.make.hat('hr-manager', { tenantId }));
    const change = { current: PASSWORD, next: NEXT };
    expect((await machine.put('/api/password').send(change)).status).toBe(404);
    expect((await browser(app).put('/api/password').send(change)).status).toBe(401);
  });

  it('is replaced by a mailed link that works once', async () => {
    await user('glemt@example.dk');
    const session = await signedIn(app, 'glemt@example.dk');
    expect((await askFor('glemt@example.dk')).status).toBe(202);
    await app.drainJobs();
    const mail = post.mails.at(-1);
    expect(mail?.to).toEqual(['glemt@example.dk']);
    expect(mail?.text).toContain('http://localhost:3000/reset#');
    expect(mail?.raw).not.toContain('Hanne');

    const token = tokenIn(mail?.text ?? '');
    expect((await reset(token)).status).toBe(204);
    expect((await session.get('/api/session')).status).toBe(401);
    expect((await tryPassword('glemt@example.dk', NEXT)).status).toBe(200);
    expect((await reset(token)).body).toMatchObject({ status: 400, code: 'link-not-usable' });
  });

  it('keeps only a hash of the link, and the link of the last mail only', async () => {
    await user('to-mails@example.dk');
    const tokens: string[] = [];
    for (const _ of [1, 2]) {
      await askFor('to-mails@example.dk');
      await app.drainJobs();
      tokens.push(tokenIn(post.mails.at(-1)?.text ?? ''));
    }
    const kept = await app.doors.system('test', (tx) => rows(tx, 'select * from password_resets'));
    const written = await app.doors.system('test', (tx) => rows(tx, 'select payload from outbox'));
    for (const token of tokens) expect(JSON.stringify([kept, written])).not.toContain(token);
    expect((await reset(tokens[0] ?? '')).status).toBe(204);
    // Whoever has used one link has shown who they are: the others are of no use to anybody.
    expect((await reset(tokens[1] ?? '')).status).toBe(400);
  });

  it('answers alike for an address that nobody has, and mails nothing', async () => {
    await user('kendt@example.dk');
    const before = post.mails.length;
    const unknown = await askFor('ukendt@example.dk');
    await app.drainJobs();
    expect(post.mails).toHaveLength(before);
    const known = await askFor('kendt@example.dk');
    expect({ status: unknown.status, body: unknown.body }).toEqual({
      status: known.status,
      body: known.body,
    });
    for (const email of ['ukendt@example.dk', 'kendt@example.dk']) {
      await askFor(email);
      await askFor(email);
      expect((await askFor(email)).body).toMatchObject({ status: 429, code: 'too-many-attempts' });
    }
  });

  it('is not replaced by a link older than an hour', async () => {
    await user('sent@example.dk');
    await askFor('sent@example.dk');
    await app.drainJobs();
    app.clock.set('2026-03-12');
    expect((await reset(tokenIn(post.mails.at(-1)?.text ?? ''))).body.code).toBe('link-not-usable');
    app.clock.set('2026-03-11');
  });
});
