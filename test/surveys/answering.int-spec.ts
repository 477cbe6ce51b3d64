import { randomBytes } from 'node:crypto';
import { AnswerPool } from '../../src/surveys/rounds/answer-pool.service.js';
import { ClosingService } from '../../src/surveys/rounds/closing.service.js';
import { systemActor } from '../../src/access/index.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { countRows, fetchToken, importKey, spend, SUITE, surveyWorld, tokenHash } from './survey-world.js';

const ANSWERS = { a: 1, b: 2, c: 3 };
const post = (app: TestApp, path: string, body: object) => app.anonymous.post(`/api/${path}`).send(body);

describe('answering a survey', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
  const close = (world: { tenantId: string; roundId: string }) =>
    app.nest.get(ClosingService).close(systemActor('operator command'), world);

  it('goes from a link to an answer that is written with the others of its group', async () => {
    const world = await surveyWorld(app, { teams: [10] });
    await world.open();
    const links = await world.links();
    expect(links).toHaveLength(10);
    for (const [index, { link }] of links.entries()) {
      const token = await fetchToken(app, link);
      await spend(app, token, { ...ANSWERS, a: (index % 5) + 1 }).expect(200, { state: 'waiting' });
      expect(await world.answers()).toHaveLength(0);
    }
    // With the tenth there are twice as many as the minimum: five are drawn, and written a second later.
    for (let tries = 0; (await world.answers()).length < 5 && tries < 100; tries += 1)
      await new Promise((wait) => setTimeout(wait, 100));
    expect(await world.answers()).toHaveLength(5);
    await close(world);
    const answers = await world.answers();
    expect(answers.map(({ answers: given }) => given.a).toSorted()).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(await countRows(world, 'survey_spent_tokens')).toBe(10);
  });

  it('says nothing of the invited, and sends the questions and the key', async () => {
    const world = await surveyWorld(app);
    await world.open();
    const [first] = await world.links();
    const { body } = await post(app, 'survey-invitations/openings', { link: first?.link }).expect(200);
    expect(body).toMatchObject({ invited: 6, minimum: 5, closed: false, tokenIssued: false });
    expect(body.instrument.items).toHaveLength(4);
    expect(Object.keys(body).toSorted()).toEqual(
      ['closed', 'closesOn', 'employerName', 'fingerprint', 'instrument', 'invitationId', 'invited', 'minimum',
        'publicKey', 'roundId', 'tenantId', 'title', 'tokenIssued'], // prettier-ignore
    );
  });

  it('knows no link with another secret, and no other key', async () => {
    const world = await surveyWorld(app);
    await world.open();
    const [first] = await world.links();
    const bytes = Buffer.from(first?.link ?? '', 'base64url');
    for (const at of [0, 20, 40, 60]) {
      const other = Buffer.from(bytes);
      other.writeUInt8((other[at] ?? 0) ^ 1, at);
      await post(app, 'survey-invitations/openings', { link: other.toString('base64url') }).expect(404);
    }
    await post(app, 'survey-invitations/openings', { link: 'x' }).expect(404);
    await post(app, 'survey-invitations/openings', {}).expect(404);
  });

  it('signs for an invitation again for the same blinded message only, and keeps the day alone', async () => {
    const world = await surveyWorld(app);
    await world.open();
    const link = (await world.links())[0]?.link;
    const opened = await post(app, 'survey-invitations/openings', { link });
    const key = await importKey(opened.body.publicKey);
    const blind = async () => {
      const { blindedMsg } = await SUITE.blind(key, SUITE.prepare(randomBytes(32)));
      return { link, blinded: Buffer.from(blindedMsg).toString('base64') };
    };
    const [mine, another] = [await blind(), await blind()];
    const { body } = await post(app, 'survey-invitations/tokens', mine).expect(200);
    expect((await post(app, 'survey-invitations/tokens', mine).expect(200)).body).toEqual(body);
    const refused = await post(app, 'survey-invitations/tokens', another).expect(409);
    expect(refused.body.code).toBe('token-issued');
    const [kept] = await world.sql<Record<string, unknown>>(
      'select * from survey_invitations where tenant_id = $1 and token_issued_on is not null',
    );
    expect(kept?.token_issued_on).toBe(app.clock.today());
    await post(app, 'survey-invitations/tokens', { ...mine, blinded: 'AAAA' }).expect(409);
    expect(
      await world.sql(
        "select 1 from audit_entries where tenant_id = $1 and action like 'survey.%' and action <> 'survey.open'",
      ),
    ).toEqual([]);
  });

  it('refuses a message that is none and marks no invitation by it', async () => {
    const world = await surveyWorld(app);
    await world.open();
    const link = (await world.links())[0]?.link;
    const tooLarge = Buffer.alloc(256, 0xff).toString('base64');
    await post(app, 'survey-invitations/tokens', { link, blinded: tooLarge }).expect(400);
    await post(app, 'survey-invitations/tokens', { link, blinded: '?' }).expect(400);
    expect(
      await world.sql(
        'select 1 from survey_invitations where tenant_id = $1 and token_issued_on is not null',
      ),
    ).toEqual([]);
  });

  it('takes no answer with a false token, none that does not fit, and the first of two', async () => {
    const world = await surveyWorld(app, { teams: [6, 7] });
    await world.open();
    const links = await world.links();
    const token = await fetchToken(app, links[0]?.link ?? '');
    const other = links.find(({ groupId }) => groupId !== links[0]?.groupId);
    const { body: elsewhere } = await post(app, 'survey-invitations/openings', { link: other?.link });
    await spend(app, { ...token, token: randomBytes(64).toString('base64') }, ANSWERS).expect(400);
    await spend(app, { ...token, signature: randomBytes(256).toString('base64') }, ANSWERS).expect(400);
    // Another group's key: the group follows from the key that has signed, whatever the browser says.
    await spend(app, { ...token, fingerprint: elsewhere.fingerprint }, ANSWERS).expect(400);
    await spend(app, { ...token, fingerprint: '0'.repeat(32) }, ANSWERS).expect(404);
    await spend(app, token, { a: 9 }).expect(400);
    await spend(app, token, { unknown: 1 }).expect(400);
    await spend(app, token, { a: 4 }).expect(200, { state: 'waiting' });
    await spend(app, token, { a: 5 }).expect(200, { state: 'waiting' });
    await close(world);
    expect((await world.answers()).map(({ answers }) => answers)).toEqual([{ a: 4 }]);
  });

  it('tells by its hash how far an answer has come, and takes none after the close', async () => {
    const world = await surveyWorld(app);
    await world.open();
    const [one, two] = await world.links();
    const [token, late] = [await fetchToken(app, one?.link ?? ''), await fetchToken(app, two?.link ?? '')];
    const standing = (of = token) =>
      post(app, 'survey-answers/standings', {
        tenantId: of.tenantId,
        fingerprint: of.fingerprint,
        tokenHash: tokenHash(of),
      });
    await standing().expect(200, { state: 'unknown' });
    await spend(app, token, ANSWERS).expect(200);
    await standing().expect(200, { state: 'waiting' });
    await close(world);
    await standing().expect(200, { state: 'kept' });
    await new Promise((wait) => setTimeout(wait, 5_100));
    await spend(app, token, ANSWERS).expect(200, { state: 'kept' });
    expect((await spend(app, late, ANSWERS).expect(409)).body.code).toBe('survey-closed');
    const issuing = {
      link: (await world.links())[3]?.link,
      blinded: Buffer.alloc(256, 1).toString('base64'),
    };
    expect((await post(app, 'survey-invitations/tokens', issuing).expect(409)).body.code).toBe(
      'survey-closed',
    );
    expect(
      await world.sql('select 1 from survey_keys where tenant_id = $1 and private_key_cipher is not null'),
    ).toEqual([]);
  });

  it('opens by a code at a kiosk, and slows guessing', async () => {
    const world = await surveyWorld(app);
    await world.open();
    const [first] = await world.links();
    const kiosk = `${world.tenantId}.${world.roundId}`;
    const open = (code: string) => post(app, 'survey-invitations/openings', { kiosk, code });
    await open(`${first?.code.slice(0, 5).toLowerCase()} ${first?.code.slice(5)}`).expect(200);
    await open('00000 00000').expect(404);
    for (let wrong = 0; wrong < 199; wrong += 1) await open('00000 00000').expect(404);
    await open('00000 00000').expect(429);
  });

  it('hands over what waits when the process is told to end', async () => {
    const world = await surveyWorld(app);
    await world.open();
    const [first] = await world.links();
    const token = await fetchToken(app, first?.link ?? '');
    await spend(app, token, ANSWERS).expect(200);
    const pool = app.nest.get(AnswerPool);
    await pool.beforeApplicationShutdown();
    const hash = { tenantId: token.tenantId, fingerprint: token.fingerprint, tokenHash: tokenHash(token) };
    await post(app, 'survey-answers/standings', hash).expect(200, { state: 'unknown' });
    await pool.settle();
    await post(app, 'survey-answers/standings', hash).expect(200, { state: 'waiting' });
    await close(world);
    expect(await world.answers()).toHaveLength(1);
  });
});
