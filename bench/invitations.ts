import { randomUUID } from 'node:crypto';
import { Doors, systemActor } from '../src/access/index.js';
import { createContext } from '../src/application.js';
import { row, type Tx } from '../src/platform/database/rows.js';
import { OpeningService } from '../src/surveys/rounds/opening.service.js';
import { insertRound } from '../src/surveys/rounds/rounds.repository.js';
import { TODAY } from './employer/days.js';
import { TENANT_ID } from './employer/roster.js';
import { rounded, timed } from './measuring.js';
import type { Subject } from './report.js';
import { asSuperuser, type Database } from './stage.js';
import { runtimeOn, StageClock } from './surroundings.js';
import { INSTRUMENT } from './survey-stock.js';

const GOAL_SECONDS = 60;
const actor = systemActor('operator command');

/** Everybody is employed and has an address; how long that address is makes no difference to an invitation. */
const ADDRESSED = `
  update employments set employed = daterange(lower(employed), null);
  insert into person_details (tenant_id, person_id, email_cipher) select tenant_id, id, '\\x00' from people`;
const LAST_TERMS = `
  update employment_terms set valid = daterange(lower(valid), null)
  where valid = (select t.valid from employment_terms t
    where t.tenant_id = employment_terms.tenant_id and t.employment_id = employment_terms.employment_id
    order by t.valid desc limit 1)`;

/** An invitation and a job for each, into tables without keys or row level security: what the rows alone cost. */
const BARE = `
  create table bare_invitations (tenant_id uuid, id uuid, person_id uuid);
  create table bare_jobs (id uuid, payload jsonb);
  insert into bare_invitations select tenant_id, gen_random_uuid(), id from people;
  insert into bare_jobs select uuidv7(), jsonb_build_object('invitationId', id) from bare_invitations`;

/** The product makes a round's keys ahead of its opening; these sign nothing. */
const KEYS = `
  insert into survey_keys (tenant_id, round_id, fingerprint, public_key, private_key_cipher)
  select $1, $2, md5(number::text), '\\x00', '\\x00' from generate_series(1, $3::int) number`;

const plan = {
  tenantId: TENANT_ID,
  seriesId: null,
  kind: 'once',
  title: { da: 'Trivsel', en: 'Well-being' },
  everyWeeks: null,
  opensOn: TODAY,
  closesOn: TODAY,
  unitIds: [],
  jobGroups: [],
  tenureFrom: null,
  tenureTo: null,
  channels: ['mail'],
  minimum: 5,
  hatId: null,
  instrument: INSTRUMENT,
} as const;

const prepare = (database: Database) =>
  asSuperuser(database, async (client) => {
    await client.query(ADDRESSED);
    await client.query(LAST_TERMS);
    await client.query('vacuum analyze');
    return timed(() => client.query(BARE));
  });

/** @throws Error when somebody was not invited, or nothing was queued for one */
const countQueued = (database: Database, people: number): Promise<number> =>
  asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ groups: number; invited: number; jobs: number }>(
      `select (select count(*)::int from survey_groups) as groups,
         (select count(*)::int from survey_invitations) as invited,
         (select count(distinct payload ->> 'invitationId')::int from outbox where job = 'surveys.invite') as jobs`,
    );
    const [found] = rows;
    if (found?.invited !== people || found.jobs !== people)
      throw new Error(`${found?.invited} of ${people} were invited and ${found?.jobs} queued`);
    return found.groups;
  });

/** Opens a round for everybody: reporting groups, invitations and the queue of what is sent. */
export const invitations: Subject = async (stage) => {
  const database = await stage.database();
  const context = await createContext(runtimeOn(database, stage.folder), new StageClock());
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    context.get(Doors).within(actor, TENANT_ID, work);
  try {
    const limit = await prepare(database);
    const roundId = await within((tx) => insertRound(tx, plan));
    if (roundId === null) throw new Error('no round was made');
    const key = { tenantId: TENANT_ID, roundId };
    const opening = context.get(OpeningService, { strict: false });
    await asSuperuser(database, (client) => client.query(KEYS, [TENANT_ID, roundId, stage.employees / 10]));
    const ours = await timed(() =>
      opening.open(key, { id: randomUUID(), complete: () => Promise.resolve() }),
    );
    const people = await within((tx) =>
      row<{ people: number }>(tx, 'select count(*)::int as people from people'),
    );
    const groups = await countQueued(database, people?.people ?? 0);
    return {
      subject: 'invitations',
      size: { people: people?.people ?? 0, groups },
      ours: { milliseconds: Math.round(ours.took) },
      limit: { name: 'the same rows into bare tables', milliseconds: Math.round(limit.took) },
      ratio: rounded(ours.took / limit.took, 2),
      goal: `queued in under ${GOAL_SECONDS} s`,
      met: ours.took < GOAL_SECONDS * 1000,
      noise: { ours: null, limit: null },
    };
  } finally {
    await context.close();
    await stage.drop(database);
  }
};
