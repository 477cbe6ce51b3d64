import { constants, createHash, createPrivateKey, randomBytes, sign } from 'node:crypto';
import { HttpAdapterHost } from '@nestjs/core';
import { Doors, systemActor } from '../../src/access/index.js';
import { RUNTIME } from '../../src/platform/runtime.js';
import { Cipher } from '../../src/platform/storage/cipher.js';
import { AnswerPool } from '../../src/surveys/rounds/answer-pool.service.js';
import { ClosingService } from '../../src/surveys/rounds/closing.service.js';
import { Handover } from '../../src/surveys/rounds/handover.js';
import { SpendingService } from '../../src/surveys/rounds/spending.service.js';
import { asSuperuser } from '../harness/runtime.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { countRows, fetchToken, spend, surveyWorld, type SurveyWorld, type Token } from './survey-world.js';

jest.setTimeout(120_000);

const MINIMUM = 5;
const RESPONDENTS = 15;
/** Keeps the write-ahead log for its reader. */
const SLOT = 'attacker';

/** How many of the attacker's guesses, one a respondent in the order of coming, are right. */
const hits = (guess: readonly string[]): number =>
  guess.filter((answer, index) => answer === `respondent ${index}`).length;

describe('anonymous by construction', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
  const asAttacker = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> =>
    asSuperuser(
      async (client) => (await client.query(sql, [...parameters])).rows as T[],
      app.runtime.database,
    );
  const close = (world: SurveyWorld) =>
    app.nest.get(ClosingService).close(systemActor('operator command'), world);

  /** One respondent an hour: each opens the link, answers with a text that names them, and goes. */
  const answerOneAnHour = async (): Promise<SurveyWorld> => {
    const world = await surveyWorld(app, { teams: [RESPONDENTS] });
    await world.open();
    const start = app.clock.now().getTime();
    for (const [index, { link }] of (await world.links()).entries()) {
      app.clock.now = () => new Date(start + index * 3_600_000);
      const token = await fetchToken(app, link);
      await spend(app, token, { a: 1, more: `respondent ${index}` }).expect(200);
      // Within the hour all is written that may be.
      await app.nest.get(AnswerPool).settle();
    }
    await close(world);
    return world;
  };

  it('gives an attacker with tables, system columns, the write-ahead log and our logs no more than 1 in the batch', async () => {
    const said = (['info', 'warn', 'error'] as const).map((level) => jest.spyOn(app.runtime.log, level));
    await asAttacker('create extension pg_walinspect');
    // Other specs write to the same log, and what is written may be thrown away before it is read.
    await asAttacker(`select pg_create_physical_replication_slot('${SLOT}', true)`);
    const guesses: Record<string, number> = { 'row order': 0, 'write-ahead log': 0, 'random keys': 0 };
    const rounds = 3;
    for (let round = 0; round < rounds; round += 1) {
      const [from] = await asAttacker<{ lsn: string }>('select pg_current_wal_insert_lsn() as lsn');
      const world = await answerOneAnHour();
      const rowsOf = (order: string) =>
        asAttacker<{ text: string; xmin: string; place: string }>(
          `select answers ->> 'more' as text, xmin::text, ctid::text as place from survey_answers where round_id = $1 order by ${order}`,
          [world.roundId],
        );
      const inRowOrder = await rowsOf('ctid');
      const batches = [...new Set(inRowOrder.map(({ xmin }) => xmin))].map(
        (xmin) => inRowOrder.filter((answer) => answer.xmin === xmin).length,
      );
      expect(batches).toEqual([MINIMUM, MINIMUM, MINIMUM]);

      // The server writes its log with a delay in tests.
      await asAttacker('checkpoint');
      const logged = await asAttacker<{ place: string }>(
        `select '(' || (regexp_match(block_ref, 'blk (\\d+)'))[1] || ',' || (regexp_match(description, 'off:? (\\d+)'))[1] || ')' as place
         from pg_get_wal_records_info($1, pg_current_wal_flush_lsn())
         where resource_manager = 'Heap' and record_type like 'INSERT%'
           and block_ref like '%/' || (select oid from pg_database where datname = current_database())
             || '/' || pg_relation_filenode('survey_answers') || ' %' order by start_lsn`,
        [from?.lsn],
      );
      expect(logged).toHaveLength(RESPONDENTS);
      const byPlace = new Map(inRowOrder.map(({ place, text }) => [place, text]));
      guesses['row order'] = (guesses['row order'] ?? 0) + hits(inRowOrder.map(({ text }) => text));
      guesses['write-ahead log'] =
        (guesses['write-ahead log'] ?? 0) + hits(logged.map(({ place }) => byPlace.get(place) ?? ''));
      guesses['random keys'] =
        (guesses['random keys'] ?? 0) + hits((await rowsOf('answer_id')).map(({ text }) => text));
    }
    await asAttacker(`select pg_drop_replication_slot('${SLOT}')`);
    // 45 guesses of 1 in 5 at best: 9 are right on average, and more than 20 once in a hundred thousand times.
    for (const right of Object.values(guesses)) expect(right).toBeLessThanOrEqual(20);
    for (const level of said) expect(level).not.toHaveBeenCalled();
    expect(
      await asAttacker(
        "select 1 from audit_entries where action like 'survey.%' and action not in ('survey.open', 'survey.close')",
      ),
    ).toEqual([]);
  });

  it('keeps no time, serial number or person beside an answer or a spent token, and only the day of an invitation', async () => {
    const columns = await asAttacker<{ name: string }>(
      `select table_name || '.' || column_name || ' ' || data_type as name from information_schema.columns
       where table_name in ('survey_answers', 'survey_spent_tokens') or (table_name = 'survey_invitations' and data_type like '%time%')
       order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual([
      'survey_answers.answer_id uuid',
      'survey_answers.answers jsonb',
      'survey_answers.group_id uuid',
      'survey_answers.round_id uuid',
      'survey_answers.tenant_id uuid',
      'survey_spent_tokens.round_id uuid',
      'survey_spent_tokens.tenant_id uuid',
      'survey_spent_tokens.token_hash bytea',
    ]);
  });

  /** Tokens as respondents would have them, signed without a browser: there are many. */
  const tokensOf = async (world: SurveyWorld, count: number): Promise<Token[]> => {
    const [key] = await world.sql<{ fingerprint: string; sealed: Buffer }>(
      `select g.fingerprint, k.private_key_cipher as sealed from survey_groups g
       join survey_keys k on k.tenant_id = g.tenant_id and k.round_id = g.round_id and k.fingerprint = g.fingerprint
       where g.tenant_id = $1`,
    );
    if (!key) throw new Error('no key');
    const pkcs8 = await app.nest.get(Cipher).open(world.tenantId, key.sealed);
    const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    return Array.from({ length: count }, () => {
      const token = randomBytes(64);
      const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
      return {
        tenantId: world.tenantId,
        fingerprint: key.fingerprint,
        token: token.toString('base64'),
        signature: sign('sha384', token, { key: privateKey, ...padding }).toString('base64'),
      };
    });
  };

  it('takes one answer an invitation: of 10,000 attempts at once, in two processes, one for each token', async () => {
    const world = await surveyWorld(app);
    await world.open();
    const tokens = await tokensOf(world, 100);
    const { nest } = app;
    const otherPool = new AnswerPool(
      nest.get(Doors),
      nest.get(Handover),
      nest.get(HttpAdapterHost),
      nest.get(RUNTIME),
    );
    const other = new SpendingService(nest.get(Doors), otherPool);
    const attempts = Array.from({ length: 100 }, (_, attempt) => ({ a: (attempt % 5) + 1 }));
    const outcomes = await Promise.all(
      tokens.flatMap((token) =>
        attempts.map(async (answers, attempt) => {
          const body = { ...token, answers };
          if (attempt % 10 > 0) return (await other.spend(body)).state;
          const answer = await nest.inject({ method: 'POST', url: '/api/survey-answers', payload: body });
          return answer.statusCode === 200 ? 'taken' : answer.body;
        }),
      ),
    );
    expect(outcomes).toHaveLength(10_000);
    expect(outcomes.filter((outcome) => !['taken', 'waiting', 'kept'].includes(outcome))).toEqual([]);
    await close(world);
    await otherPool.settle();
    expect(await countRows(world, 'survey_answers')).toBe(100);
    expect(await countRows(world, 'survey_spent_tokens')).toBe(100);
    const spent = await world.sql<{ hash: string }>(
      "select encode(token_hash, 'hex') as hash from survey_spent_tokens where tenant_id = $1",
    );
    expect(spent.map(({ hash }) => hash).toSorted()).toEqual(
      tokens
        .map(({ token }) => createHash('sha256').update(Buffer.from(token, 'base64')).digest('hex'))
        .toSorted(),
    );
  });
});
