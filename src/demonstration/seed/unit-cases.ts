import type { INestApplicationContext } from '@nestjs/common';
import { Doors, type HatActor } from '../../access/index.js';
import { CasesService, MeasuresService } from '../../cases/index.js';
import { unitsOnDay } from '../../organisations/index.js';
import { Clock } from '../../platform/clock.js';
import { addDays, localDate } from '../../shared/local-date.js';
import { pick, randomStream, STREAM, type Random } from '../simulator/random.js';

/** How the consultant of the demonstration helps units; made up, and no claim about what works. */
const HABITS = { opened: 0.45, visited: 0.7, referred: 0.12, closed: 0.15 } as const;
const OPEN_AT_MOST = 4;
const PAGE = 100;
const HOURS = [1, 1.5, 2, 3] as const;
const THEMES = [
  {
    theme: 'Mange korte perioder om vinteren',
    measures: ['Fast omsorgssamtale ved dag 1', 'Ny rengøringsplan'],
  },
  {
    theme: 'Indflydelse på vagtplanen',
    measures: ['Ønskevagtplan fra næste måned', 'Fast makker i weekenden'],
  },
  { theme: 'Nye kolleger finder sig til rette', measures: ['Makkerordning de første 90 dage'] },
  {
    theme: 'Høje følelsesmæssige krav',
    measures: ['Faglig sparring hver anden uge', 'Kollegial førstehjælp'],
  },
] as const;

/** Lets the consultant open, visit and close cases about units of the mandates, and refer a few people, for a month. */
export const helpUnits = async (
  context: INestApplicationContext,
  consultant: HatActor,
  month: number,
): Promise<void> => {
  const random = randomStream(month, STREAM.unitCases);
  const cases = context.get(CasesService);
  const open = await cases.list(consultant, { state: 'open', subject: 'unit', page: 1, pageSize: PAGE });
  for (const { id } of open.items) await goOn(context, consultant, random, id);
  if (open.total < OPEN_AT_MOST && random.chance(HABITS.opened)) await begin(context, consultant, random);
  await refer(context, consultant, random);
};

const begin = async (
  context: INestApplicationContext,
  consultant: HatActor,
  random: Random,
): Promise<void> => {
  const today = context.get(Clock).today();
  const units = await context
    .get(Doors)
    .enter(consultant, (tx) => unitsOnDay(tx, consultant, { on: today, today }));
  const leaves = units.filter(({ id }) => !units.some(({ parentId }) => parentId === id));
  if (leaves.length === 0) return;
  const { theme, measures } = pick(random, THEMES);
  const { id } = await context.get(CasesService).open(consultant, { unitId: pick(random, leaves).id, theme });
  await visit(context, consultant, random, id);
  for (const measure of measures)
    await context.get(MeasuresService).agree(consultant, id, {
      measure,
      agreedOn: today,
      dueOn: addDays(today, 60),
      status: 'agreed',
    });
};

const visit = async (
  context: INestApplicationContext,
  consultant: HatActor,
  random: Random,
  id: string,
): Promise<void> => {
  await context.get(CasesService).recordContact(consultant, id, {
    kind: random.chance(HABITS.visited) ? 'visit' : 'advice',
    heldOn: context.get(Clock).today(),
    reached: true,
    hours: pick(random, HOURS),
  });
};

const goOn = async (
  context: INestApplicationContext,
  consultant: HatActor,
  random: Random,
  id: string,
): Promise<void> => {
  const cases = context.get(CasesService);
  const today = context.get(Clock).today();
  if (random.chance(HABITS.visited)) await visit(context, consultant, random, id);
  const { theme, measures, environmentGroupInformedOn } = await cases.get(consultant, id);
  if (environmentGroupInformedOn === null)
    await cases.update(consultant, id, { theme, environmentGroupInformedOn: today });
  const next = measures.find(({ status }) => status === 'agreed');
  if (next)
    await context.get(MeasuresService).change(consultant, id, next.id, {
      measure: next.measure,
      agreedOn: localDate(next.agreedOn),
      dueOn: next.dueOn === null ? null : localDate(next.dueOn),
      status: 'done',
      settledOn: today,
    });
  else if (random.chance(HABITS.closed)) await cases.close(consultant, id, 'measures-agreed');
};

/** A few of the people with an open case are referred; those who were are seen within the month. */
const refer = async (
  context: INestApplicationContext,
  consultant: HatActor,
  random: Random,
): Promise<void> => {
  const cases = context.get(CasesService);
  const today = context.get(Clock).today();
  const open = await cases.list(consultant, { state: 'open', subject: 'person', page: 1, pageSize: PAGE });
  for (const { id } of open.items.filter(() => random.chance(HABITS.referred))) {
    const heldOn = random.chance(0.8) ? today : null;
    await cases.refer(consultant, id, {
      specialist: pick(random, ['psychologist', 'physiotherapist', 'job-coach'] as const),
      askedOn: addDays(today, -5 - random.below(21)),
      heldOn,
    });
  }
};
