import { HatsService } from '../../src/access/index.js';
import { Lockout } from '../../src/access/sign-in/lockout.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { browser, signedIn } from './people.js';

describe('signing in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const password = 'en god lang adgangskode';
  const user = async (email: string) => {
    const { tenantId } = await app.make.employer({ name: 'Fjordby' });
    await app.nest.get(HatsService).employ({ email, name: 'Hanne', password, role: 'hr-manager', tenantId });
    return tenantId;
  };

  it('opens a session that wears the only hat, and closes it', async () => {
    const tenantId = await user('hanne@example.dk');
    const agent = app.anonymous;
    const opened = await agent.post('/api/session').send({ email: 'hanne@example.dk', password });
    expect(opened.status).toBe(200);
    expect(opened.body).toMatchObject({
      name: 'Hanne',
      hat: { role: 'hr-manager', partyName: 'Fjordby', tenantId },
    });
    const [cookie] = opened.get('set-cookie') ?? [];
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);

    expect((await agent.get('/api/session')).body.hat.tenantId).toBe(tenantId);
    expect((await agent.delete('/api/session')).status).toBe(204);
    expect((await agent.get('/api/session')).status).toBe(401);
  });

  it('tells a wrong password and an unknown address alike', async () => {
    await user('poul@example.dk');
    const wrong = await app.anonymous
      .post('/api/session')
      .send({ email: 'poul@example.dk', password: 'forkert adgangskode' });
    const unknown = await app.anonymous
      .post('/api/session')
      .send({ email: 'ingen@example.dk', password: 'forkert adgangskode' });
    expect(wrong.status).toBe(401);
    expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
  });

  it('stops guessing after five wrong passwords', async () => {
    await user('ida@example.dk');
    const attempt = () =>
      app.anonymous.post('/api/session').send({ email: 'ida@example.dk', password: 'forkert adgangskode' });
    for (let tries = 0; tries < 5; tries += 1) expect((await attempt()).status).toBe(401);
    expect((await attempt()).body).toMatchObject({ status: 429, code: 'too-many-attempts' });
  });

  it('names the fields of an unusable request', async () => {
    const answer = await app.anonymous
      .post('/api/session')
      .send({ email: 'ikke en adresse', password: '', more: 1 });
    expect(answer.status).toBe(400);
    expect(answer.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body.fields.map((fault: { field: string }) => fault.field)).toEqual(
      expect.arrayContaining(['email', 'password', 'more']),
    );
  });

  it('refuses a change asked for by a page of another site', async () => {
    const answer = await app.anonymous
      .post('/api/session')
      .set('origin', 'https://elsewhere.example')
      .send({});
    expect(answer.body).toMatchObject({ status: 403, code: 'foreign-origin' });
    // A sandboxed frame hides where it is from.
    const hidden = await app.anonymous.post('/api/session').set('origin', 'null').send({});
    expect(hidden.body).toMatchObject({ status: 403, code: 'foreign-origin' });
  });

  it('never puts on another user’s hat', async () => {
    await user('eva@example.dk');
    const other = await app.make.hat('administrator', { tenantId: (await app.make.employer()).tenantId });
    await app.anonymous.post('/api/session').send({ email: 'eva@example.dk', password });
    const answer = await app.anonymous.put('/api/session/hat').send({ hatId: other.hatId });
    expect(answer.status).toBe(404);
  });

  it('locks an address after ten wrong passwords from anywhere, known or not, for a quarter of an hour', async () => {
    await user('laast@example.dk');
    for (const email of ['laast@example.dk', 'findes-ikke@example.dk']) {
      const lockout = app.nest.get(Lockout);
      for (let tries = 0; tries < 10; tries += 1) await lockout.count(email);
      const locked = await browser(app).post('/api/session').send({ email, password });
      expect(locked.body).toMatchObject({ status: 429, code: 'address-locked' });
    }
    app.clock.set('2026-03-12');
    expect(
      (await browser(app).post('/api/session').send({ email: 'laast@example.dk', password })).status,
    ).toBe(200);
    app.clock.set('2026-03-11');
  });

  it('lists one’s own sessions and ends them, never another’s', async () => {
    await user('mange@example.dk');
    await user('fremmed@example.dk');
    const here = await signedIn(app, 'mange@example.dk');
    const there = await signedIn(app, 'mange@example.dk');
    const foreign = await signedIn(app, 'fremmed@example.dk');
    const list = (await here.get('/api/sessions')).body;
    expect(list).toHaveLength(2);
    expect(list[0]).toMatchObject({ isCurrent: true, method: 'password', address: '127.0.0.1' });
    const { id } = list[1];
    expect((await foreign.delete(`/api/sessions/${id}`)).status).toBe(404);
    expect((await here.delete(`/api/sessions/${id}`)).status).toBe(204);
    expect((await there.get('/api/session')).status).toBe(401);
    expect((await here.get('/api/session')).status).toBe(200);

    const third = await signedIn(app, 'mange@example.dk');
    expect((await here.delete('/api/sessions')).status).toBe(204);
    expect((await third.get('/api/session')).status).toBe(401);
    expect((await foreign.get('/api/session')).status).toBe(200);
  });

  it('believes what a caller says of its address only from a named proxy', async () => {
    await user('proxy@example.dk');
    const agent = browser(app);
    await agent
      .post('/api/session')
      .set('x-forwarded-for', '203.0.113.9')
      .set('x-naervaer-address', '203.0.113.9')
      .send({ email: 'proxy@example.dk', password });
    expect((await agent.get('/api/sessions')).body[0].address).toBe('127.0.0.1');
  });
});
