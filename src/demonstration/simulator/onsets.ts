import type { Day, WorkingCalendar } from './calendar.js';
import { CHILD_SICKNESS, FRAILTY_SHAPE, NEW_HIRE, OTHER_CAUSES } from './parameters.js';
import type { Random } from './random.js';
import type { RiskClock } from './risk-clock.js';
import type { SimulatedEmployment, SimulatedTeam } from './simulation.js';

/** What an employment's spells depend on beside the person. */
export interface SpellContext {
  readonly seed: number;
  readonly effect: number;
  readonly warmUp: Day;
  readonly begin: Day;
  readonly end: Day;
  readonly partnershipFrom: Day;
  readonly calendar: WorkingCalendar;
  readonly clock: RiskClock;
  readonly teams: readonly SimulatedTeam[];
}

export interface Person {
  readonly isWoman: boolean;
  readonly frailty: number;
  readonly hasSection56: boolean;
  readonly childDays: number;
}

/** Yearly rate of new spells from a day on, and whether the partnership is at work there. */
export interface Risk {
  readonly from: Day;
  readonly treated: boolean;
  readonly sickness: number;
}

export const personOf = (random: Random, isWoman: boolean): Person => ({
  isWoman,
  frailty: random.frailty(FRAILTY_SHAPE),
  hasSection56: random.chance(OTHER_CAUSES.section56Persons),
  childDays: random.chance(CHILD_SICKNESS.parents) ? CHILD_SICKNESS.perYear : 0,
});

/** The risk changes with tenure, with a move and with the partnership: constant in between. */
export const risksOf = (employment: SimulatedEmployment, person: Person, context: SpellContext): Risk[] => {
  const settled = employment.from + NEW_HIRE.days;
  const begin = Math.max(employment.from, context.warmUp);
  const breaks = [begin, settled, context.partnershipFrom, ...employment.terms.map((term) => term.from)];
  const days = [...new Set(breaks)].filter((day) => day >= begin).sort((a, b) => a - b);
  return days.map((from) => {
    const term = employment.terms.findLast((candidate) => candidate.from <= from) ?? employment.terms[0];
    const team = context.teams[term?.team ?? 0];
    const tenure = from < settled ? NEW_HIRE.factor : 1;
    const chronic = person.hasSection56 ? OTHER_CAUSES.section56Factor : 1;
    const treated = team?.inPartnership === true && from >= context.partnershipFrom;
    return { from, treated, sickness: person.frailty * (team?.spellRate ?? 0) * tenure * chronic };
  });
};

/** The first day of the next spell, or null beyond the end: an exponential waiting time spent over the risks. */
export const nextOnset = (
  random: Random,
  after: Day,
  risks: readonly Risk[],
  childDays: number,
  context: SpellContext,
): Day | null => {
  let wait = random.exponential();
  for (let index = 0; index < risks.length; index += 1) {
    const risk = risks[index];
    if (!risk) break;
    const to = (risks[index + 1]?.from ?? context.end + 1) - 1;
    const from = after > risk.from ? after : risk.from;
    if (to < from) continue;
    const rate = risk.sickness + childDays;
    const available = rate * context.clock.between(from, to);
    if (wait < available) return context.clock.dayAt(from, wait / rate);
    wait -= available;
  }
  return null;
};
