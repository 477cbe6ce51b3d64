import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Doors, type HatActor } from '../../access/index.js';
import { LearningService } from '../../learning/index.js';
import {
  AuthoritiesService,
  PartnershipsService,
  TrackImportsService,
  TrackReleasesService,
  TrackWorkersService,
} from '../../partnerships/index.js';
import { change } from '../../platform/database/rows.js';
import { addMonths, type LocalDate } from '../../shared/local-date.js';
import { findOwn, type ReportingGroup } from '../../surveys/index.js';
import { simulateCitizens } from '../simulator/citizens.js';
import { pickWeighted, randomStream, STREAM } from '../simulator/random.js';
import type { Simulation } from '../simulator/simulation.js';
import { demonstration, type SeededEmployer } from './employers.js';
import { employ } from './logins.js';
import { PARTNERSHIP } from './partnership.js';
import type { ComingRound } from './surveys.js';

const SEED = 5;

/** The employment track's authority with its citizens, and what the municipality has learnt. */
export const seedTracks = async (
  context: INestApplicationContext,
  municipality: SeededEmployer,
  simulation: Simulation,
): Promise<void> => {
  const tenantId = await context
    .get(AuthoritiesService)
    .createAuthority(demonstration, { slug: 'fjordby-jobcenter', name: 'Fjordby Jobcenter' });
  await importWeeks(context, tenantId, { from: simulation.partnershipOn, to: simulation.endOn });
  const caseworker = await employ(context, 'caseworker', { tenantId });
  const coach = await employ(context, 'coach', { tenantId });
  await link(context, caseworker, [
    ['MB', coach],
    ['LK', caseworker],
  ]);
  await planContacts(context, tenantId, coach, simulation.endOn);
  const partnershipId = await context.get(PartnershipsService).idOf(PARTNERSHIP);
  await context.get(TrackReleasesService).join(demonstration, partnershipId, tenantId);
  await learn(context, municipality, simulation.endOn);
};

const importWeeks = async (
  context: INestApplicationContext,
  tenantId: string,
  period: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<void> => {
  const rows = simulateCitizens(SEED, period).map(({ caseNumber, week, benefit, coach, caseworker }) =>
    [caseNumber, week, benefit, coach, caseworker].join(';'),
  );
  const folder = await mkdtemp(join(tmpdir(), 'naervaer-weeks-'));
  try {
    const path = join(folder, 'uger.csv');
    await writeFile(path, ['Sagsnummer;Uge;Ydelse;Jobcoach;Sagsbehandler', ...rows, ''].join('\n'));
    const { rejected } = await context.get(TrackImportsService).importFile(demonstration, tenantId, path);
    if (rejected > 0) throw new Error(`${rejected} weeks were rejected`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const link = async (
  context: INestApplicationContext,
  caseworker: HatActor,
  logins: readonly (readonly [string, HatActor])[],
): Promise<void> => {
  const workers = context.get(TrackWorkersService);
  const { items } = await workers.list(caseworker);
  for (const [code, hat] of logins) {
    const worker = items.find((each) => each.code === code && each.kind === hat.role);
    if (worker) await workers.link(caseworker, worker.id, hat.hatId);
  }
};

/** Held every six weeks; of those still worked for most have a next one, some of them overdue. */
const planContacts = async (
  context: INestApplicationContext,
  tenantId: string,
  coach: HatActor,
  endOn: LocalDate,
): Promise<void> => {
  await context.get(Doors).within(demonstration, tenantId, (tx) =>
    change(
      tx,
      `insert into citizen_contacts (tenant_id, citizen_id, kind, planned_on, held_on, recorded_by_hat, recorded_at)
       select $1, s.citizen_id, kinds[1 + (place + turn) % 4], day, case when day <= $3::date - 2 - place % 5 then day end, $2, day
       from (select *, (row_number() over (order by citizen_id))::int as place from citizen_standings where tenant_id = $1) s
       cross join generate_series(0, 40) turn
       cross join lateral (select s.first_week + (turn * 42 + place % 30)::int as day,
         array['meeting', 'phone', 'workplace', 'video'] as kinds) x
       where s.benefit not in ('self-support', 'disability-pension') and place % 7 > 0 and day <= $3::date + 40`,
      [tenantId, coach.hatId, endOn],
    ),
  );
};

const COURSES = [
  ['Den svære samtale', 21, 6, 38, 34],
  ['Tidlig indsats for ledere', 17, 12, 24, 22],
  ['Stress: se det i tide', 12, 3, 60, 47],
  ['Samarbejde med jobcentret', 9, 3, 28, 25],
  ['Opfølgning på den svære samtale', 5, 3, 34, 29],
  ['Arbejdspladsbesøg i praksis', 2, 6, 20, 18],
] as const;

/** What the leaders have been taught, and how many can do it. */
const learn = async (
  context: INestApplicationContext,
  { hr }: SeededEmployer,
  endOn: LocalDate,
): Promise<void> => {
  const learning = context.get(LearningService);
  for (const [title, monthsAgo, hours, invited, attended] of COURSES)
    await learning.recordCourse(hr, {
      title,
      heldOn: addMonths(endOn, -monthsAgo),
      hours,
      invited,
      attended,
    });
  for (const [monthsAgo, holding] of [
    [18, 19],
    [4, 45],
  ] as const)
    await learning.recordCompetence(hr, {
      name: 'Ledere uddannet i tidlig indsats',
      countedOn: addMonths(endOn, -monthsAgo),
      needed: 62,
      holding,
    });
};

const ANSWERS = [
  [5, 26],
  [4, 52],
  [3, 18],
  [2, 3],
  [1, 1],
] as const;
const ANSWERING = 0.72;

const answersOf = (groups: readonly ReportingGroup[]) => {
  const random = randomStream(SEED, STREAM.tracks, 1_000_000);
  return groups.map((group) => ({
    ...group,
    answers: Array.from({ length: group.invited }, () => random.chance(ANSWERING))
      .filter(Boolean)
      .map(() => ({ 'learning-skill': pickWeighted(random, ANSWERS) })),
  }));
};

/** The learning track's yearly question, asked in the municipality. */
export const yearlyQuestion = (endOn: LocalDate): ComingRound => {
  const instrument = findOwn('naervaer.learning');
  if (!instrument) throw new Error('the yearly question is not in the registry');
  return { seriesId: randomUUID(), opensOn: addMonths(endOn, -8), instrument, pulse: false, answersOf };
};
