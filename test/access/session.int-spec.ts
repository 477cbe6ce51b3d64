import { HatsService } from '../../src/access/index.js';
import { startTestApp, type TestApp } from '../harness/app.js';

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
  });

  it('never puts on another user’s hat', async () => {
    await user('eva@example.dk');
    const other = await app.make.hat('administrator', { tenantId: (await app.make.employer()).tenantId });
    await app.anonymous.post('/api/session').send({ email: 'eva@example.dk', password });
    const answer = await app.anonymous.put('/api/session/hat').send({ hatId: other.hatId });
    expect(answer.status).toBe(404);
  });
});
