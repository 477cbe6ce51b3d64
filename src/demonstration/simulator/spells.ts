import { weekdayOfDay, type Day, type WorkingCalendar } from './calendar.js';
import { nextOnset, personOf, risksOf, type Person, type SpellContext } from './onsets.js';
import { CHILD_SICKNESS, FIRST_DEGREES, GRADED_RETURN, OTHER_CAUSES, SECOND_DEGREES } from './parameters.js';
import { pick, randomStream, STREAM, type Random } from './random.js';
import type { Cause, SimulatedEmployment, SimulatedSpell, SpellStep } from './simulation.js';
import { spellLength } from './spell-lengths.js';

const causeOf = (random: Random, person: Person): Cause => {
  const draw = random.uniform();
  const pregnancies = person.isWoman ? OTHER_CAUSES.pregnancyRelated : 0;
  if (draw < OTHER_CAUSES.workInjury) return 'work-injury';
  if (draw < OTHER_CAUSES.workInjury + pregnancies) return 'pregnancy-related';
  return person.hasSection56 ? 'section-56' : 'sickness';
};

const lengthOf = (random: Random, cause: Cause, from: Day): number => {
  if (cause !== 'pregnancy-related') return spellLength(random, weekdayOfDay(from));
  const [shortest, longest] = OTHER_CAUSES.pregnancyWorkingDays;
  return shortest + random.below(longest - shortest + 1);
};

/** Absent in full, then by degrees in a share of the long spells. */
const stepsOf = (
  random: Random,
  cause: Cause,
  from: Day,
  days: number,
  calendar: WorkingCalendar,
): SpellStep[] => {
  if (cause === 'section-56' && random.chance(OTHER_CAUSES.section56Partial)) return [{ from, degree: 50 }];
  const full: SpellStep = { from, degree: 100 };
  if (cause !== 'sickness' || days <= 30 || !random.chance(GRADED_RETURN.share)) return [full];
  const { earliest, latest, secondStep } = GRADED_RETURN;
  const fullDays = Math.round(days * (earliest + random.uniform() * (latest - earliest)));
  const graded = { from: calendar.lastOf(from, fullDays + 1), degree: pick(random, FIRST_DEGREES) };
  if (!random.chance(secondStep)) return [full, graded];
  const halfway = fullDays + Math.round((days - fullDays) / 2);
  return [full, graded, { from: calendar.lastOf(from, halfway + 1), degree: pick(random, SECOND_DEGREES) }];
};

const sicknessFrom = (
  random: Random,
  from: Day,
  employment: SimulatedEmployment,
  person: Person,
  context: SpellContext,
): SimulatedSpell => {
  const cause = causeOf(random, person);
  const days = lengthOf(random, cause, from);
  const to = Math.min(context.calendar.lastOf(from, days), employment.to ?? context.calendar.last);
  const steps = stepsOf(random, cause, from, days, context.calendar).filter((step) => step.from <= to);
  return { employment: employment.index, cause, from, to, steps };
};

/** The second day is the calendar day after the first, and only where that is a working day. */
const childDaysFrom = (
  random: Random,
  from: Day,
  employment: SimulatedEmployment,
  context: SpellContext,
): SimulatedSpell[] => {
  const day = (cause: Cause, on: Day): SimulatedSpell => ({
    employment: employment.index,
    cause,
    from: on,
    to: on,
    steps: [{ from: on, degree: 100 }],
  });
  const first = day('child-first-day', from);
  const second = from + 1;
  const has = random.chance(CHILD_SICKNESS.secondDay) && context.calendar.isWorking(second);
  return has && second <= (employment.to ?? context.end) ? [first, day('child-second-day', second)] : [first];
};

/**
 * All spells of an employment that touch the simulated months, in order and apart from each other. The partnership
 * prevents a share of the sickness spells that would have been: the person stays at work for their length, so that the
 * number of spells falls by exactly the share. A lower rate of onset would fall short of it, by the time at risk won.
 */
export const spellsOf = (employment: SimulatedEmployment, context: SpellContext): SimulatedSpell[] => {
  const random = randomStream(context.seed, STREAM.absence, employment.key);
  const prevention = randomStream(context.seed, STREAM.prevention, employment.key);
  const person = personOf(random, employment.isWoman);
  const risks = risksOf(employment, person, context);
  const lastOnset = Math.min(context.end, employment.to ?? context.end);
  const spells: SimulatedSpell[] = [];
  let after = Math.max(employment.from, context.warmUp);
  for (;;) {
    const onset = nextOnset(random, after, risks, person.childDays, context);
    if (onset === null || onset > lastOnset) return spells;
    const { sickness, treated } = risks.findLast((risk) => risk.from <= onset) ?? {
      sickness: 0,
      treated: false,
    };
    const isChild = random.chance(person.childDays / (sickness + person.childDays));
    const begun = isChild
      ? childDaysFrom(random, onset, employment, context)
      : [sicknessFrom(random, onset, employment, person, context)];
    const prevented = treated && !isChild && prevention.chance(-context.effect);
    if (!prevented) spells.push(...begun.filter((spell) => spell.to >= context.begin));
    // A day back at work lies between two spells, else they would count as one.
    after = (begun.at(-1)?.to ?? onset) + 2;
  }
};
