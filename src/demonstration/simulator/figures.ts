import { weekdayOfDay, type Day } from './calendar.js';
import type { Cause, Sector, SimulatedEmployment, SimulatedSpell, Simulation } from './simulation.js';

// Bound once: a look-up of a global is slow in the test runner's context, and these run millions of times.
const { min, max } = Math;

const FULL_DAY_HOURS = 7.4;
const FULL_WEEK_HOURS = 37;
const YEAR = 365;

/** Own sickness as Statistics Denmark counts it: with partial, § 56 and pregnancy-related, without work injury. */
const OWN_SICKNESS: ReadonlySet<Cause> = new Set(['sickness', 'section-56', 'pregnancy-related']);
export const isOwnSickness = (spell: SimulatedSpell): boolean => OWN_SICKNESS.has(spell.cause);

/** What a simulation is judged by, over twelve months. Shares are of 1. */
export interface Figures {
  /** Full-time equivalents x years. */
  readonly fteYears: number;
  /** Full-day equivalents (7.4 hours) per full-time equivalent and year. */
  readonly daysPerFte: number;
  /** Of all full-day equivalents, those of the twentieth with most; people employed all twelve months. */
  readonly topTwentiethShare: number;
  /** Of people employed all twelve months, those without any own sickness. */
  readonly withoutSpellShare: number;
  /** Of spells ended, those of one calendar day. */
  readonly oneDayShare: number;
  /** Of spells begun. */
  readonly mondayShare: number;
}

/** Twelve months and the people counted in them. */
export interface FigureWindow {
  readonly from: Day;
  readonly to: Day;
  readonly sector?: Sector;
  /** Narrows to a part of the employments. */
  readonly includes?: (employment: SimulatedEmployment) => boolean;
}

const calendarDays = (from: Day, to: Day): number => to - from + 1;

const total = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};

/** Weekly hours times days, by the hours in force on each day. */
const hoursBetween = (
  employment: SimulatedEmployment,
  from: Day,
  to: Day,
  days: (from: Day, to: Day) => number,
): number =>
  employment.terms.reduce((sum, term, index) => {
    const until = (employment.terms[index + 1]?.from ?? to + 1) - 1;
    const counted = days(max(term.from, from), min(until, to));
    return sum + max(0, counted) * term.weeklyHours;
  }, 0);

/** Full-day equivalents of a spell within a window: working days x a fifth of the week's hours x degree / 7.4. */
const lostDays = (
  spell: SimulatedSpell,
  employment: SimulatedEmployment,
  window: FigureWindow,
  simulation: Simulation,
): number =>
  spell.steps.reduce((sum, step, index) => {
    const until = (spell.steps[index + 1]?.from ?? spell.to + 1) - 1;
    const from = max(step.from, window.from);
    const to = min(until, window.to);
    const hours = hoursBetween(employment, from, to, simulation.calendar.workingDays) / 5;
    return sum + (hours * step.degree) / 100 / FULL_DAY_HOURS;
  }, 0);

interface Tally {
  /** Full-day equivalents lost, by employment. */
  readonly lost: Float64Array;
  readonly touched: Uint8Array;
  readonly ended: number;
  readonly oneDay: number;
  readonly begun: number;
  readonly mondays: number;
}

const tallyOf = (simulation: Simulation, window: FigureWindow, included: readonly boolean[]): Tally => {
  const { employments, spells } = simulation;
  const lost = new Float64Array(employments.length);
  const touched = new Uint8Array(employments.length);
  const counts = { ended: 0, oneDay: 0, begun: 0, mondays: 0 };
  for (const spell of spells) {
    if (spell.from > window.to || spell.to < window.from || !included[spell.employment]) continue;
    const employment = employments[spell.employment];
    if (!employment || !isOwnSickness(spell)) continue;
    touched[spell.employment] = 1;
    lost[spell.employment] = (lost[spell.employment] ?? 0) + lostDays(spell, employment, window, simulation);
    if (spell.to <= window.to) {
      counts.ended += 1;
      if (spell.to === spell.from) counts.oneDay += 1;
    }
    if (spell.from >= window.from) {
      counts.begun += 1;
      if (weekdayOfDay(spell.from) === 1) counts.mondays += 1;
    }
  }
  return { lost, touched, ...counts };
};

const topTwentieth = (days: readonly number[]): number => {
  const sorted = Float64Array.from(days).sort().reverse();
  return total(sorted.subarray(0, Math.round(sorted.length / 20))) / total(sorted);
};

/** The acceptance figures, computed apart from the product's own measures. */
export const figuresOf = (simulation: Simulation, window: FigureWindow): Figures => {
  const { employments, employers } = simulation;
  const included = employments.map(
    (employment) =>
      (!window.sector || employers[employment.employer]?.sector === window.sector) &&
      (window.includes?.(employment) ?? true),
  );
  const { lost, touched, ended, oneDay, begun, mondays } = tallyOf(simulation, window, included);
  const people = employments.filter(({ index }) => included[index]);
  const exposure = people.map((employment) => {
    const to = min(employment.to ?? window.to, window.to);
    return hoursBetween(employment, window.from, to, calendarDays) / FULL_WEEK_HOURS / YEAR;
  });
  const allYear = people.filter(({ from, to }) => from <= window.from && (to === null || to >= window.to));
  const fteYears = total(exposure);
  return {
    fteYears,
    daysPerFte: total(lost) / fteYears,
    topTwentiethShare: topTwentieth(allYear.map(({ index }) => lost[index] ?? 0)),
    withoutSpellShare: allYear.filter(({ index }) => !touched[index]).length / allYear.length,
    oneDayShare: oneDay / ended,
    mondayShare: mondays / begun,
  };
};
