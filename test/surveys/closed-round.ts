import { randomUUID } from 'node:crypto';
import { systemActor, type Doors } from '../../src/access/index.js';
import { row, rows, type Tx } from '../../src/platform/database/rows.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import type { Answers, Instrument } from '../../src/surveys/instruments/domain/instrument.js';
import { roundClosed } from '../../src/surveys/rounds/rounds.jobs.js';

const test = systemActor('operator command');
const words = (text: string) => ({ da: text, en: text });
const choice = (value: number, score: number) => ({ value, wording: words(String(value)), score });
const FIVE = [1, 2, 3, 4, 5].map((value) => choice(value, (value - 1) * 25));

/** Two scales, one of them about bullying, and a comment. */
export const PULSE: Instrument = {
  id: 'test.pulse',
  version: 1,
  name: words('Puls'),
  introduction: null,
  licence: {
    holder: 'us',
    terms: words('own'),
    commercialUse: 'yes',
    checkedOn: '2026-01-01',
    source: 'own',
  },
  items: [
    { id: 'rest', kind: 'scale', wording: words('Rested?'), choices: FIVE, reversed: false, required: false },
    {
      id: 'bullied',
      kind: 'choice',
      wording: words('Bullied?'),
      choices: [choice(0, 0), choice(1, 100)],
      reversed: false,
      required: false,
      offensive: true,
    },
    { id: 'more', kind: 'comment', wording: words('More?'), choices: [], reversed: false, required: false },
  ],
  scales: [
    {
      id: 'rest',
      name: words('Restitution'),
      measures: words('Rest'),
      itemIds: ['rest'],
      minimumAnswered: 1,
      higherIsBetter: true,
      minimumDifference: 8,
      minimumDifferenceBasis: words('chosen'),
      thresholds: [],
      references: [],
    },
    {
      id: 'bullied',
      name: words('Mobning'),
      measures: words('Bullying'),
      itemIds: ['bullied'],
      minimumAnswered: 1,
      higherIsBetter: false,
      minimumDifference: 10,
      minimumDifferenceBasis: words('chosen'),
      thresholds: [],
      references: [],
      offensive: true,
    },
  ],
  pages: [{ heading: null, itemIds: ['rest', 'bullied', 'more'] }],
};

/** So many questionnaires with this answer to `rest`, each with a comment of its own. */
export const given = (count: number, rest: number, about = ''): Answers[] =>
  Array.from({ length: count }, (_, index) => ({
    rest,
    bullied: index === 0 ? 1 : 0,
    more: about === '' ? '' : `${about} ${index}`,
  }));

interface Group {
  readonly unitId: string;
  readonly answers: readonly Answers[];
}

export interface ClosedRound {
  readonly seriesId?: string;
  readonly opensOn?: string;
  readonly closesOn?: string;
  readonly instrument?: Instrument;
  /** By unit: its people are invited into the group of this unit. */
  readonly invited: Readonly<Record<string, string>>;
  readonly groups: readonly Group[];
}

/** So many people employed in a unit from 2020 on. */
export const staff = async (
  doors: Doors,
  tenantId: string,
  {
    unitId,
    count,
    managerPersonId = null,
  }: { unitId: string; count: number; managerPersonId?: string | null },
): Promise<void> => {
  await doors.within(test, tenantId, (tx) =>
    rows(
      tx,
      `with numbered as (select uuidv7() as person_id, uuidv7() as employment_id, gen_random_uuid()::text as key
         from generate_series(1, $3::int)),
       person as (insert into people (tenant_id, id, person_key, name) select $1, person_id, key, key from numbered),
       employment as (insert into employments (tenant_id, id, person_id, employee_number, employed)
         select $1, employment_id, person_id, key, '[2020-01-01,)' from numbered)
       insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours, manager_person_id)
       select $1, employment_id, '[2020-01-01,)', $2, 37, $4 from numbered`,
      [tenantId, unitId, count, managerPersonId],
    ),
  );
};

const addGroup = async (tx: Tx, tenantId: string, roundId: string, group: Group, round: ClosedRound) => {
  const from = Object.entries(round.invited)
    .filter(([, unitId]) => unitId === group.unitId)
    .map(([unitId]) => unitId);
  const fingerprint = randomUUID();
  await rows(
    tx,
    `insert into survey_keys (tenant_id, round_id, fingerprint, public_key) values ($1, $2, $3, '')`,
    [tenantId, roundId, fingerprint],
  );
  await rows(
    tx,
    `with invited as (
       select e.person_id, t.unit_id from employment_terms t join employments e on e.tenant_id = $1 and e.id = t.employment_id
       where t.tenant_id = $1 and t.unit_id = any ($4::uuid[])),
     made as (
       insert into survey_groups (tenant_id, round_id, unit_id, fingerprint, invited, opened_on)
       select $1, $2, $3, $5, count(*), '2026-01-01' from invited returning group_id),
     letters as (
       insert into survey_invitations (tenant_id, round_id, group_id, person_id, unit_id, channel)
       select $1, $2, group_id, person_id, invited.unit_id, 'mail' from invited, made),
     given as (select answers from jsonb_array_elements($6::jsonb) answers)
     insert into survey_answers (tenant_id, round_id, group_id, answers) select $1, $2, group_id, answers from given, made`,
    [tenantId, roundId, group.unitId, from, fingerprint, JSON.stringify(group.answers)],
  );
};

/** A round with answers that has closed; its results are frozen when the jobs are worked. Returns its id. */
export const closedRound = (doors: Doors, tenantId: string, round: ClosedRound): Promise<string> =>
  doors.within(test, tenantId, async (tx) => {
    const opensOn = round.opensOn ?? '2026-02-02';
    const made = await row<{ id: string }>(
      tx,
      `insert into survey_rounds (tenant_id, series_id, kind, title, instrument, every_weeks, opens_on, closes_on, as_of,
         channels, minimum, opened_at, closed_at)
       values ($1, $2, 'pulse', $3, $4, 13, $5::date, $6::date, $5::date, '{mail}', 5, $5::date, $6::date)
       returning round_id as id`,
      [
        tenantId,
        round.seriesId ?? randomUUID(),
        JSON.stringify(words('Trivsel')),
        JSON.stringify(round.instrument ?? PULSE),
        opensOn,
        round.closesOn ?? '2026-02-16',
      ],
    );
    if (!made) throw new Error('no round was made');
    for (const group of round.groups) await addGroup(tx, tenantId, made.id, group, round);
    await addJob(tx, roundClosed, { tenantId, roundId: made.id });
    return made.id;
  });
