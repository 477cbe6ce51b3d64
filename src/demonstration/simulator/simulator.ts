import { addDays, addMonths, firstOfMonth } from '../../shared/local-date.js';
import { dayOfDate, workingCalendar } from './calendar.js';
import { employersOf } from './employers.js';
import { employmentsOf } from './employments.js';
import { riskClock } from './risk-clock.js';
import type { Simulation, SimulationOptions } from './simulation.js';
import { spellsOf } from './spells.js';

/** What the partnership does to new spells, as a share of them. */
export const DEMONSTRATION_EFFECT = -0.08;
const DEFAULTS = { employees: 1200, months: 48, effect: DEMONSTRATION_EFFECT } as const;
const MONTHS_BEFORE_PARTNERSHIP = 24;
/** Before the first file, so that it already holds long spells: as long as the longest may be. */
const WARM_UP_MONTHS = 12;
/** Beyond the end, so that a spell begun on the last day has a last day. */
const LONGEST_SPELL_DAYS = 400;

/**
 * A fictitious partnership of a municipality and a firm: units, people and absence. Pure: no clock, no I/O.
 * @throws RangeError for an effect outside -1 to 0.
 */
export const simulate = (options: SimulationOptions): Simulation => {
  const {
    seed,
    endOn,
    employees = DEFAULTS.employees,
    months = DEFAULTS.months,
    effect = DEFAULTS.effect,
  } = options;
  if (!(effect >= -1 && effect <= 0)) throw new RangeError(`an effect lies between -1 and 0: ${effect}`);
  const beginOn = addMonths(firstOfMonth(endOn), 1 - months);
  const partnershipOn = addMonths(beginOn, Math.min(MONTHS_BEFORE_PARTNERSHIP, months - 1));
  const warmUp = dayOfDate(addMonths(beginOn, -WARM_UP_MONTHS));
  const begin = dayOfDate(beginOn);
  const end = dayOfDate(endOn);
  const partnershipFrom = dayOfDate(partnershipOn);
  const calendar = workingCalendar(warmUp, dayOfDate(addDays(endOn, LONGEST_SPELL_DAYS)));
  const employers = employersOf(seed, employees);
  const teams = employers.flatMap((employer) => employer.workplaces.flatMap((workplace) => workplace.teams));
  const employments = employmentsOf(employers, teams, { seed, warmUp, begin, end });
  const context = {
    seed,
    effect,
    warmUp,
    begin,
    end,
    partnershipFrom,
    calendar,
    clock: riskClock(calendar),
    teams,
  };
  const spells = employments.flatMap((employment) => spellsOf(employment, context));
  return {
    seed,
    effect,
    beginOn,
    endOn,
    partnershipOn,
    begin,
    end,
    partnershipFrom,
    calendar,
    employers,
    teams,
    employments,
    spells,
  };
};
