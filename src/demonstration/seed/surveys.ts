import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { refreshMonthFacts } from '../../absence/index.js';
import { Doors } from '../../access/index.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import { addDays, addMonths, type LocalDate } from '../../shared/local-date.js';
import {
  ActionPlansService,
  ApvService,
  findOwn,
  listDrops,
  reportingGroups,
  roundClosed,
  type GroupedUnit,
  type Instrument,
  type ReportingGroup,
} from '../../surveys/index.js';
import { demonstration, type SeededEmployer } from './employers.js';
import type { SettableClock } from './settable-clock.js';
import { FALLING_SCALE, simulateAnswers } from './survey-answers.js';

const ROUNDS = 6;
/** One closes in each half-year, and in the month in which the partnership begins. */
const WEEKS_BETWEEN = 20;
const MINIMUM = 5;
const OPEN_DAYS = 14;

const questionnaire = (): Instrument => {
  const pulse = findOwn('naervaer.pulse');
  if (!pulse) throw new Error('the pulse is not in the registry');
  const comment = {
    id: 'comment',
    kind: 'comment',
    wording: { da: 'Er der andet, du vil sige?', en: 'Is there anything else you want to say?' },
    choices: [],
    reversed: false,
    required: false,
  } as const;
  return {
    ...pulse,
    items: [...pulse.items, comment],
    pages: [...pulse.pages, { heading: null, itemIds: [comment.id] }],
  };
};

const groupsOn = async (tx: Tx, tenantId: string, on: LocalDate): Promise<readonly ReportingGroup[]> => {
  const units = await rows<GroupedUnit & { readonly invited: number }>(
    tx,
    `select v.unit_id as id, v.parent_id as "parentId",
       (select count(*)::int from employment_terms t where t.tenant_id = $1 and t.unit_id = v.unit_id and t.valid @> $2::date) as invited
     from unit_versions v where v.tenant_id = $1 and v.valid @> $2::date
     order by array_length(v.path, 1), v.name, v.unit_id`,
    [tenantId, on],
  );
  return reportingGroups(units, new Map(units.map(({ id, invited }) => [id, invited])), MINIMUM);
};

interface NewRound {
  readonly seriesId: string;
  readonly opensOn: LocalDate;
  readonly instrument: Instrument;
  readonly pulse: boolean;
}

const addRound = async (
  tx: Tx,
  tenantId: string,
  { seriesId, opensOn, instrument, pulse }: NewRound,
): Promise<string> => {
  const made = await row<{ id: string }>(
    tx,
    `insert into survey_rounds (tenant_id, series_id, kind, title, instrument, every_weeks, opens_on, closes_on, as_of,
       channels, minimum, opened_at, closed_at)
     values ($1, $2, case when $8 then 'pulse' else 'once' end, $3, $4, case when $8 then ${WEEKS_BETWEEN} end, $5::date, $6::date, $5::date, '{mail}', $7, $5::date, $6::date)
     returning round_id as id`,
    [
      tenantId,
      seriesId,
      JSON.stringify(pulse ? { da: 'Trivselspuls', en: 'Well-being pulse' } : instrument.name),
      JSON.stringify(instrument),
      opensOn,
      addDays(opensOn, OPEN_DAYS),
      MINIMUM,
      pulse,
    ],
  );
  if (!made) throw new Error('no round was made');
  return made.id;
};

/** Groups, invitations and answers of a round, each by one statement. */
const fillRound = async (
  tx: Tx,
  { tenantId, roundId, opensOn }: { tenantId: string; roundId: string; opensOn: LocalDate },
  groups: readonly (ReportingGroup & { readonly answers: readonly object[] })[],
): Promise<void> => {
  const named = groups.map((group) => ({
    ...group,
    groupId: randomUUID(),
    fingerprint: randomUUID().replaceAll('-', ''),
    answered: group.answers.length,
  }));
  const given = JSON.stringify(named);
  const key = [tenantId, roundId, given];
  await change(
    tx,
    `insert into survey_keys (tenant_id, round_id, fingerprint, public_key)
     select $1, $2, fingerprint, '' from jsonb_to_recordset($3) as g (fingerprint text)`,
    key,
  );
  await change(
    tx,
    `insert into survey_groups (tenant_id, round_id, group_id, unit_id, fingerprint, invited, opened_on)
     select $1, $2, "groupId", "unitId", fingerprint, invited, $4
     from jsonb_to_recordset($3) as g ("groupId" uuid, "unitId" uuid, fingerprint text, invited integer)`,
    [...key, opensOn],
  );
  await change(
    tx,
    // As many of a group have begun as have answered.
    `insert into survey_invitations (tenant_id, round_id, group_id, person_id, unit_id, channel, blinded_hash, token_issued_on)
     select $1, $2, "groupId", person_id, unit_id, 'mail', case when begun then uuid_send(gen_random_uuid()) end,
       case when begun then $4::date end
     from (select *, row_number() over (partition by "groupId" order by person_id) <= answered as begun from (
       select distinct on (e.person_id) g."groupId", g.answered, e.person_id, t.unit_id
       from jsonb_to_recordset($3) as g ("groupId" uuid, units uuid[], answered integer)
       join employment_terms t on t.tenant_id = $1 and t.unit_id = any (g.units) and t.valid @> $4::date
       join employments e on e.tenant_id = $1 and e.id = t.employment_id order by e.person_id) asked) invited`,
    [...key, opensOn],
  );
  await change(
    tx,
    `insert into survey_answers (tenant_id, round_id, group_id, answers)
     select $1, $2, "groupId", answer from jsonb_to_recordset($3) as g ("groupId" uuid, answers jsonb),
       jsonb_array_elements(answers) answer order by gen_random_uuid()`,
    key,
  );
};

const PLANS = [
  {
    theme: 'Ro til at nå det vigtigste',
    goal: 'Hver uge aftaler teamet, hvad der kan vente',
    owner: 'Teamleder og AMR',
    scaleId: 'pulse-workload',
    status: 'done',
    outcome: 'Alle teams har en fast tavle om mandagen. Vi holder fast i den.',
  },
  {
    theme: 'Pauser',
    goal: 'Alle kan holde en uforstyrret pause hver dag',
    owner: 'Arbejdsmiljøgruppen',
    scaleId: 'pulse-recovery',
    status: 'under-way',
    outcome: '',
  },
] as const;

/** A round of the demonstration, before it is asked. */
export interface ComingRound extends NewRound {
  readonly answersOf: (
    groups: readonly ReportingGroup[],
  ) => readonly (ReportingGroup & { readonly answers: readonly object[] })[];
}

/** Six rounds of the pulse over two years. */
export const comingPulses = (endOn: LocalDate): ComingRound[] => {
  const instrument = questionnaire();
  const seriesId = randomUUID();
  return Array.from({ length: ROUNDS }, (_, index) => ({
    seriesId,
    opensOn: addDays(endOn, -7 * WEEKS_BETWEEN * (ROUNDS - 1 - index) - 30),
    instrument,
    pulse: true,
    answersOf: (groups) => {
      const answers = simulateAnswers(instrument, groups, {
        number: index + 1,
        isLast: index + 1 === ROUNDS,
      });
      return groups.map((group, place) => ({ ...group, answers: answers[place]?.answers ?? [] }));
    },
  }));
};

/** The day on which a round is asked here, answered and frozen at once: the day after it closes. */
export const askedOn = ({ opensOn }: ComingRound): LocalDate => addDays(opensOn, OPEN_DAYS + 1);

/**
 * Asks a round in its turn among the months: its freezing lets the rules look again, and rules that looked back from a
 * later day would withdraw what was acted on since. Leaves the clock on the day.
 */
export const ask = async (
  context: INestApplicationContext,
  clock: SettableClock,
  tenantId: string,
  round: ComingRound,
): Promise<void> => {
  clock.set(askedOn(round));
  const { opensOn } = round;
  await context.get(Doors).within(demonstration, tenantId, async (tx) => {
    const roundId = await addRound(tx, tenantId, round);
    const groups = await groupsOn(tx, tenantId, opensOn);
    await fillRound(tx, { tenantId, roundId, opensOn }, round.answersOf(groups));
    await addJob(tx, roundClosed, { tenantId, roundId });
  });
  await context.get(JobRunner).drain([refreshMonthFacts]);
};

const LAST_PULSES = `select round_id as id from survey_rounds
  where tenant_id = $1 and kind = 'pulse' order by closes_on desc limit 2`;

/** What was agreed on the last rounds, and a workplace assessment. */
export const seedPlans = async (
  context: INestApplicationContext,
  { tenantId, hr }: SeededEmployer,
  endOn: LocalDate,
): Promise<void> => {
  const doors = context.get(Doors);
  const [last, before] = await doors.within(demonstration, tenantId, (tx) =>
    rows<{ id: string }>(tx, LAST_PULSES, [tenantId]),
  );
  if (!last || !before) return;
  const plans = context.get(ActionPlansService);
  for (const { status, outcome, ...words } of PLANS) {
    const { id, version } = await plans.make(hr, {
      ...words,
      roundId: before.id,
      dueOn: addDays(endOn, -20),
    });
    await plans.change(hr, id, { ...words, dueOn: addDays(endOn, -20), status, outcome, version });
  }
  const drops = await doors.within(demonstration, tenantId, (tx) => listDrops(tx, tenantId, last.id));
  const drop = drops.find(({ scaleId }) => scaleId === FALLING_SCALE);
  if (drop)
    await plans.make(hr, {
      roundId: last.id,
      unitId: drop.unitId,
      scaleId: drop.scaleId,
      theme: 'Leder til stede',
      goal: 'Faste tidspunkter hver uge, hvor lederen er i teamet',
      owner: 'Områdeleder',
      dueOn: addDays(endOn, 45),
    });
  await assess(context, hr, endOn);
};

const assess = async (
  context: INestApplicationContext,
  hr: SeededEmployer['hr'],
  endOn: LocalDate,
): Promise<void> => {
  const apv = context.get(ApvService);
  const begunOn = addMonths(endOn, -5);
  const { items } = await apv.begin(hr, { title: `APV ${begunOn.slice(0, 4)}`, occasion: 'cycle', begunOn });
  const id = items[0]?.id ?? '';
  const evidence = {
    mapping: 'Spørgeskema til alle og dialogmøder i hver arbejdsmiljøgruppe. Referat i ESDH-sag 26-114.',
    assessment: 'Problemerne er beskrevet efter art, alvor og årsag i bilag 2.',
    absence: 'Arbejdsmiljøudvalget har set på det samlede fravær og drøftet, om arbejdet medvirker til det.',
    'action-plan': 'Prioriteret plan med ansvarlige og frister, vedtaget i Hoved-MED.',
  } as const;
  const participants = 'Arbejdsmiljøudvalget: AMR Rasmus Toft og leder Line Juhl';
  for (const [index, phase] of (['mapping', 'assessment', 'absence', 'action-plan'] as const).entries())
    await apv.record(hr, id, phase, {
      doneOn: addDays(begunOn, 30 * (index + 1)),
      evidence: evidence[phase],
      participants,
    });
};
