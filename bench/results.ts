import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { createContext } from '../src/application.js';
import { systemActor } from '../src/access/index.js';
import { addDays, type LocalDate } from '../src/shared/local-date.js';
import { FreezingService } from '../src/surveys/results/freezing.service.js';
import { alternate, RUNS } from './alternating.js';
import { startChild } from './child.js';
import { TODAY } from './employer/days.js';
import { TENANT_ID } from './employer/roster.js';
import { timed } from './measuring.js';
import type { ProductOrder, ServerAddress, ServerOrder } from './overview.js';
import type { Subject } from './report.js';
import { asSuperuser, type Database, type Stage } from './stage.js';
import { runtimeOn, StageClock } from './surroundings.js';
import { addRound, INSTRUMENT } from './survey-stock.js';

const GOAL = 3;

export interface ResultsOrder extends ServerOrder {
  readonly roundId: string;
}

/** A group a team, everybody invited into that of the own team. */
const INVITE = `
  with teams as (
    select unit_id, count(*)::int as people from (
      select distinct on (employment_id) employment_id, unit_id from employment_terms order by employment_id, valid desc) last
    group by unit_id),
  keys as (
    insert into survey_keys (tenant_id, round_id, fingerprint, public_key)
    select $1, $2, unit_id::text, '' from teams returning fingerprint),
  made as (
    insert into survey_groups (tenant_id, round_id, unit_id, fingerprint, invited, opened_on)
    select $1, $2, unit_id, unit_id::text, people, current_date from teams
    where unit_id::text in (select fingerprint from keys) returning group_id, unit_id)
  insert into survey_invitations (tenant_id, round_id, group_id, person_id, unit_id, channel)
  select distinct on (e.person_id) $1::uuid, $2::uuid, group_id, e.person_id, unit_id, 'letter'
  from employment_terms t join employments e on e.tenant_id = t.tenant_id and e.id = t.employment_id
  join made using (unit_id) order by e.person_id, t.valid desc`;

/** As many answers as people are invited; teams differ, and between the rounds some have changed. */
const ANSWER = `
  insert into survey_answers (tenant_id, round_id, group_id, answers)
  select $1, $2, group_id, (
    select jsonb_object_agg(item, least(5, greatest(1, round(
      2.5 + (hashtext(unit_id::text) % 100) / 100.0 + $3 * (hashtext(unit_id::text || 'x') % 2) + 2 * random()
        + 0 * length(invitation_id::text))))::int)
    from unnest($4::text[]) item)
  from survey_invitations where tenant_id = $1 and round_id = $2`;

const addAnswered = async (client: pg.Client, seriesId: string, opensOn: LocalDate, moved: number) => {
  const roundId = await addRound(client, seriesId, opensOn);
  await client.query(INVITE, [TENANT_ID, roundId]);
  const items = INSTRUMENT.items.map(({ id }) => id);
  await client.query(ANSWER, [TENANT_ID, roundId, moved, items]);
  await client.query('update survey_rounds set closed_at = now() where round_id = $1', [roundId]);
  return roundId;
};

/** Two rounds of a row, so that a change is shown too. @returns the later one's id */
const stockRounds = (database: Database): Promise<string> =>
  asSuperuser(database, async (client) => {
    const seriesId = randomUUID();
    await addAnswered(client, seriesId, addDays(TODAY, -200), 0);
    const last = await addAnswered(client, seriesId, addDays(TODAY, -20), -1);
    await client.query('vacuum analyze');
    return last;
  });

/** Freezes both rounds as their close does. @returns milliseconds */
const freezeRounds = async (stage: Stage, database: Database, roundId: string): Promise<number> => {
  const context = await createContext(runtimeOn(database, stage.folder), new StageClock());
  try {
    const freezing = context.get(FreezingService, { strict: false });
    const actor = systemActor('operator command');
    const { took } = await timed(() =>
      freezing.freeze(actor, { tenantId: TENANT_ID, roundId }, () => Promise.resolve()),
    );
    return took;
  } finally {
    await context.close();
  }
};

const sizeOf = (database: Database, roundId: string): Promise<{ answers: number; units: number }> =>
  asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ answers: number; units: number }>(
      `select (select count(*)::int from survey_answers where round_id = $1) as answers,
         (select count(*)::int - 1 from survey_results where round_id = $1) as units`,
      [roundId],
    );
    return rows[0] ?? { answers: 0, units: 0 };
  });

/** The heat-map that a closed round opens with, against a bare route that reads the same rows. */
export const results: Subject = async (stage) => {
  const database = await stage.database();
  const roundId = await stockRounds(database);
  const frozen = await freezeRounds(stage, database, roundId);
  stage.tell(`  two rounds frozen in ${Math.round(frozen)} ms`);
  const order: ResultsOrder = { database, folder: stage.folder, roundId };
  const asked: ProductOrder = { ...order, path: `survey-results/${roundId}` };
  const product = startChild<ServerAddress>('./product-server.js', asked);
  const bare = startChild<ServerAddress>('./results-bare.js', order);
  try {
    const [ours, limited] = [await product.message, await bare.message];
    const bytesOf = async ({ url, headers }: ServerAddress): Promise<number> =>
      (await (await fetch(url, { headers })).text()).length;
    const bytes = [await bytesOf(ours), await bytesOf(limited)];
    const figures = await alternate(stage, ours, limited);
    return {
      subject: 'results',
      size: { ...(await sizeOf(database, roundId)), runs: RUNS, connections: 8 },
      ours: { ...figures.ours, bytes: bytes[0], frozenMilliseconds: Math.round(frozen) },
      limit: { name: 'bare Nest and Fastify, the same rows by one query', ...figures.limit, bytes: bytes[1] },
      ratio: figures.ratio,
      goal: `p99 at most ${GOAL} times`,
      met: figures.ratio <= GOAL,
      noise: figures.noise,
    };
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
    await stage.drop(database);
  }
};
