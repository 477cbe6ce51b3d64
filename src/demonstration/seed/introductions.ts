import type { INestApplicationContext } from '@nestjs/common';
import { absenceChanged } from '../../absence/index.js';
import { Doors } from '../../access/index.js';
import { followIntroductions, LinksService, ProgrammesService, TEMPLATES } from '../../onboarding/index.js';
import { unitsOnDay } from '../../organisations/index.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { addJob } from '../../platform/jobs/outbox.js';
import type { Tx } from '../../platform/database/rows.js';
import { addMonths, localDate, type LocalDate } from '../../shared/local-date.js';
import { demonstration, type SeededEmployer } from './employers.js';
import { answerCheckIns, settleSteps, wantTalks } from './introduction-habits.js';
import {
  findForLinks,
  giveBuddies,
  keepAnswers,
  keepTalks,
  listSeeded,
  listSeededCheckIns,
  listSeededSteps,
  markSteps,
} from './introductions.queries.js';
import type { SettableClock } from './settable-clock.js';

/** So many months back lies in the first year that is told of: one whole year of new employees has then had its first year. */
const MONTHS = 27;
/** Employments are known 90 days ahead, so that nobody is missed who begins between two looks. */
const MONTHS_BETWEEN = 3;
const EVERYBODY = 'Kontor, ledelse og alle andre';

interface Scope {
  readonly templateId: string;
  readonly name: string;
  readonly jobGroups: readonly string[];
  readonly unitId: string | null;
}

/** Programmes by job group; each school has its own, and whoever has none the one of offices. */
const scopesOf = (
  jobGroups: readonly string[],
  schools: readonly { id: string; name: string }[],
): Scope[] => [
  ...TEMPLATES.filter(({ id }) => id !== 'office' && id !== 'school').flatMap((template) => {
    const own = template.jobGroups.filter((group) => jobGroups.includes(group));
    return own.length === 0
      ? []
      : [{ templateId: template.id, name: template.name.da, jobGroups: own, unitId: null }];
  }),
  ...schools.map(({ id, name }) => ({ templateId: 'school', name, jobGroups: [], unitId: id })),
  { templateId: 'office', name: EVERYBODY, jobGroups: [], unitId: null },
];

const makeProgrammes = async (
  context: INestApplicationContext,
  { hr, tenantId, simulated }: SeededEmployer,
  on: LocalDate,
): Promise<void> => {
  const programmes = context.get(ProgrammesService);
  const { items: templates } = programmes.templates();
  const schools = new Set(
    simulated.workplaces.filter(({ trade }) => trade === 'school').map(({ name }) => name),
  );
  const units = await context
    .get(Doors)
    .within(demonstration, tenantId, (tx) => unitsOnDay(tx, demonstration, { on, today: on }));
  const { items: jobGroups } = await programmes.jobGroups(hr);
  const scopes = scopesOf(
    jobGroups,
    units.filter(({ parentId, name }) => parentId === null && schools.has(name)),
  );
  for (const { templateId, name, jobGroups: own, unitId } of scopes) {
    const steps = templates.find(({ id }) => id === templateId)?.steps ?? [];
    await programmes.make(hr, { name, jobGroups: [...own], unitId, steps });
  }
};

/** What HR learned in the first year becomes the second version of the programme for care. */
const ADDED = {
  who: 'leader',
  moment: 'day-30',
  title: { da: 'Gennemgå vagtplanen sammen', en: 'Go through the roster together' },
  text: {
    da: 'Tilføjet efter råd fra de nye: hvordan ønsker man, bytter vagt og melder afbud?',
    en: 'Added on the advice of new colleagues: how to wish, swap shifts and call in absent?',
  },
  points: [],
  link: null,
} as const;

const improve = async (context: INestApplicationContext, { hr }: SeededEmployer): Promise<void> => {
  const programmes = context.get(ProgrammesService);
  const care = TEMPLATES.find(({ id }) => id === 'care');
  const { items } = await programmes.list(hr);
  const found = items.find(({ name }) => name === care?.name.da);
  if (!found) return;
  const { name, jobGroups, unitId, steps } = await programmes.get(hr, found.id);
  await programmes.save(hr, found.id, {
    name,
    jobGroups,
    unitId,
    steps: [...steps, { ...ADDED, points: [] }],
  });
};

const follow = async (
  context: INestApplicationContext,
  employers: readonly SeededEmployer[],
  on: LocalDate,
): Promise<void> => {
  const doors = context.get(Doors);
  for (const { tenantId } of employers)
    await doors.within(demonstration, tenantId, (tx) => addJob(tx, followIntroductions, { tenantId }));
  await context.get(JobRunner).drain();
  for (const { tenantId } of employers)
    await doors.within(demonstration, tenantId, (tx) => giveBuddies(tx, tenantId, on));
};

/** What belongs to each introduction. */
const ofEach = <T extends { readonly introductionId: string }>(all: readonly T[]): ((id: string) => T[]) => {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(one.introductionId, [...(found.get(one.introductionId) ?? []), one]);
  return (id) => found.get(id) ?? [];
};

/** What was done, answered and asked for in two years, each by one statement. */
const live = async (tx: Tx, tenantId: string, today: LocalDate): Promise<void> => {
  const introductions = await listSeeded(tx, tenantId);
  const steps = ofEach(await listSeededSteps(tx, tenantId));
  const checkIns = ofEach(await listSeededCheckIns(tx, tenantId));
  const settled = introductions.flatMap((one) => settleSteps(one, steps(one.id), today));
  const answered = introductions.flatMap((one) => answerCheckIns(one, checkIns(one.id), today));
  await markSteps(tx, tenantId, settled);
  await keepAnswers(tx, tenantId, answered);
  await keepTalks(tx, tenantId, wantTalks(introductions, today));
  await addJob(tx, absenceChanged, { tenantId });
};

/** The days on which introductions follow the employments: a fortnight before each quarter, and today. */
const looksUntil = (endOn: LocalDate): LocalDate[] => {
  const first = localDate(`${Number(addMonths(endOn, -MONTHS).slice(0, 4)) - 1}-12-15`);
  const looks = [first];
  for (let on = addMonths(first, MONTHS_BETWEEN); on < endOn; on = addMonths(on, MONTHS_BETWEEN))
    looks.push(on);
  return [...looks, endOn];
};

/** More than two years of introductions at every employer, from the employments that its rosters brought. */
export const seedIntroductions = async (
  context: INestApplicationContext,
  clock: SettableClock,
  employers: readonly SeededEmployer[],
  endOn: LocalDate,
): Promise<void> => {
  const looks = looksUntil(endOn);
  for (const [place, on] of looks.entries()) {
    clock.set(on);
    if (place === 0) for (const employer of employers) await makeProgrammes(context, employer, on);
    if (place === Math.floor(looks.length / 2))
      for (const employer of employers) await improve(context, employer);
    await follow(context, employers, on);
  }
  const doors = context.get(Doors);
  for (const { tenantId } of employers)
    await doors.within(demonstration, tenantId, (tx) => live(tx, tenantId, endOn));
  await context.get(JobRunner).drain();
};

/** Ways in without a login to the page of somebody new and of a buddy, to look at. */
export const openPages = async (
  context: INestApplicationContext,
  { tenantId, hr }: SeededEmployer,
): Promise<readonly (readonly [holder: 'employee' | 'buddy', link: string])[]> => {
  const found = await context.get(Doors).within(demonstration, tenantId, (tx) => findForLinks(tx, tenantId));
  if (!found) return [];
  const links = context.get(LinksService);
  const made = async (holder: 'employee' | 'buddy') =>
    [holder, (await links.make(hr, found.id, holder)).link] as const;
  return [await made('employee'), await made('buddy')];
};
