import { constants, randomBytes, randomUUID, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type pg from 'pg';
import { startChild } from './child.js';
import { TODAY } from './employer/days.js';
import { TENANT_ID } from './employer/roster.js';
import type { Load } from './load.js';
import { median, rounded, spread } from './measuring.js';
import type { ServerOrder } from './overview.js';
import { CONCURRENCY, postAll } from './post-all.js';
import { processSeconds, serverSeconds } from './processor-time.js';
import type { Subject } from './report.js';
import { asSuperuser, type Database, type Stage } from './stage.js';
import { addRound, INSTRUMENT, newKey, someAnswers, type Key } from './survey-stock.js';
import { inviteSome, issuing, signing } from './survey-tokens.js';

const GROUPS = 50;
const RUNS = 5;
const GOAL = 0.5;
const TOKENS = 2_000;
const SIGNED_AT_ONCE = 64;
/** In which every process has noticed that the round is closed. */
const SETTLED_SECONDS = 60;

/** What the bare route writes with each answer. */
export interface AnswersOrder extends ServerOrder {
  readonly roundId: string;
  readonly groupId: string;
}

const signToken = promisify(sign);

const addGroups = async (client: pg.Client, roundId: string, keys: readonly Key[]): Promise<string> => {
  const given = [TENANT_ID, roundId, keys.map(({ fingerprint }) => fingerprint)];
  await client.query(
    'insert into survey_keys (tenant_id, round_id, fingerprint, public_key) select $1, $2, * from unnest($3::text[], $4::bytea[])',
    [...given, keys.map(({ publicKey }) => publicKey)],
  );
  const made = await client.query<{ id: string }>(
    `insert into survey_groups (tenant_id, round_id, fingerprint, invited, opened_on)
     select $1, $2, unnest($3::text[]), 1000, $4 returning group_id as id`,
    [...given, TODAY],
  );
  return made.rows[0]?.id ?? '';
};

/** An answer with a token signed by the key of its group, as a browser sends it. */
const bodyOf = async (turn: number, { fingerprint, privateKey }: Key): Promise<string> => {
  const token = randomBytes(64);
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  const signature = await signToken('sha384', token, { key: privateKey, ...padding });
  return JSON.stringify({
    tenantId: TENANT_ID,
    fingerprint,
    token: token.toString('base64'),
    signature: signature.toString('base64'),
    answers: someAnswers(turn),
  });
};

const allBodies = async (answers: number, keys: readonly Key[]): Promise<string[]> => {
  const bodies: string[] = [];
  for (let first = 0; first < answers; first += SIGNED_AT_ONCE) {
    const turns = Array.from(
      { length: Math.min(SIGNED_AT_ONCE, answers - first) },
      (_, index) => first + index,
    );
    const made = turns.flatMap((turn) => {
      const key = keys[turn % keys.length];
      return key ? [bodyOf(turn, key)] : [];
    });
    bodies.push(...(await Promise.all(made)));
  }
  return bodies;
};

/** Closes the round and waits until everything that was taken is written. @throws Error when an answer is missing */
const closeAndCount = (database: Database, roundId: string, answers: number): Promise<void> =>
  asSuperuser(database, async (client) => {
    await client.query('update survey_rounds set closed_at = now() where round_id = $1', [roundId]);
    for (let second = 0; ; second += 1) {
      const found = await client.query('select 1 from survey_answers where round_id = $1', [roundId]);
      if (found.rowCount === answers) return;
      if (second > SETTLED_SECONDS) throw new Error(`${found.rowCount} of ${answers} answers were written`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  });

interface Side {
  readonly url: string;
  readonly pid: number;
}

interface Run {
  readonly aSecond: number;
  /** Answers for a second of processor time of the web server and of the database. */
  readonly aProcessorSecond: number | null;
}

const send = async (stage: Stage, { url, pid }: Side, bodies: readonly string[]): Promise<Run> => {
  const used = (): number | null => {
    const [web, database] = [processSeconds(pid), serverSeconds(stage.folder)];
    return web === null || database === null ? null : web + database;
  };
  const before = used();
  const aSecond = await postAll(url, bodies);
  const after = used();
  const aProcessorSecond = before === null || after === null ? null : bodies.length / (after - before);
  return { aSecond, aProcessorSecond };
};

const shown = ({ aSecond, aProcessorSecond }: Run): string =>
  `${Math.round(aSecond)} a second (${Math.round(aProcessorSecond ?? NaN)} a processor second)`;

/** The same bodies to both, a fifth at a time, turn by turn. */
const alternate = async (stage: Stage, ours: Side, limit: Side, bodies: readonly string[]) => {
  const runs: { readonly ours: Run; readonly limit: Run }[] = [];
  const part = Math.ceil(bodies.length / RUNS);
  for (let run = 0; run < RUNS; run += 1) {
    const some = bodies.slice(run * part, (run + 1) * part);
    const figures = { ours: await send(stage, ours, some), limit: await send(stage, limit, some) };
    runs.push(figures);
    stage.tell(`  ${shown(figures.ours)} against ${shown(figures.limit)}`);
  }
  return runs;
};

const summary = (runs: readonly Run[]) => ({
  answersPerSecond: Math.round(median(runs.map(({ aSecond }) => aSecond))),
  answersPerProcessorSecond: runs.some(({ aProcessorSecond }) => aProcessorSecond === null)
    ? null
    : Math.round(median(runs.map(({ aProcessorSecond }) => aProcessorSecond ?? NaN))),
});

/** Answers over HTTP with tokens that are signed already, against a bare route with one insert of the same row each. */
export const surveys: Subject = async (stage) => {
  const { answers } = stage;
  const database = await stage.database();
  const keys = await Promise.all(Array.from({ length: GROUPS }, newKey));
  const [first] = keys;
  if (!first) throw new Error('no key');
  const prepared = await asSuperuser(database, async (client) => {
    const roundId = await addRound(client, randomUUID(), TODAY);
    const groupId = await addGroups(client, roundId, keys);
    const count = Math.min(TOKENS, stage.employees);
    const asking = await inviteSome(client, { database, folder: stage.folder, roundId, key: first, count });
    return { roundId, groupId, asking };
  });
  const { roundId, groupId, asking } = prepared;
  stage.tell(`signing ${answers} tokens`);
  const bodies = await allBodies(answers, keys);
  const order: AnswersOrder = { database, folder: stage.folder, roundId, groupId };
  const product = startChild<Load>('./product-server.js', { ...order, path: 'survey-answers' });
  const bare = startChild<Load>('./surveys-bare.js', order);
  try {
    const ours = { ...(await product.message), pid: product.pid };
    const limited = { ...(await bare.message), pid: bare.pid };
    const runs = await alternate(stage, ours, limited, bodies);
    const tokensOverHttpPerSecond = await issuing(ours.url, asking);
    await closeAndCount(database, roundId, answers);
    const tokens = signing(first);
    const [found, limit] = [summary(runs.map((run) => run.ours)), summary(runs.map((run) => run.limit))];
    const ratio = rounded(found.answersPerSecond / limit.answersPerSecond, 2);
    const [processor, least] = [found.answersPerProcessorSecond, limit.answersPerProcessorSecond];
    return {
      subject: 'surveys',
      size: { answers, items: INSTRUMENT.items.length, groups: GROUPS, concurrency: CONCURRENCY, runs: RUNS },
      ours: { ...found, ...tokens, tokensOverHttpPerSecond },
      limit: { name: 'bare Nest and Fastify, one insert of the same row', ...limit },
      ratio,
      processorRatio: processor === null || least === null ? null : rounded(processor / least, 2),
      goal: `at least ${GOAL} times the answers, and tokens at least ${GOAL} times bare RSA`,
      met: ratio >= GOAL && tokens.tokensRatio >= GOAL,
      noise: {
        ours: spread(runs.map((run) => run.ours.aSecond)),
        limit: spread(runs.map((run) => run.limit.aSecond)),
      },
    };
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
    await stage.drop(database);
  }
};
