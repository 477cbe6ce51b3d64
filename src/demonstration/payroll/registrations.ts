import { firstDayOfMonth, monthOfDay, type Day } from '../simulator/calendar.js';
import { pickWeighted, randomStream, STREAM, type Random } from '../simulator/random.js';
import type { SimulatedEmployment, SimulatedSpell } from '../simulator/simulation.js';
import { payrollCode, type PayrollCode } from './payroll-codes.js';

/** One row of a payroll's absence table: a spell, or the part of it with one code and degree. */
export interface AbsenceRow {
  readonly employment: SimulatedEmployment;
  readonly code: PayrollCode;
  readonly from: Day;
  readonly to: Day;
  readonly degree: number;
  /** When the row was entered, still open unless its end was known by then. */
  readonly enteredOn: Day;
  /** When its last day was entered. */
  readonly closedOn: Day;
}

/** Days until a manager or the employee enters something. */
const ENTRY_LAGS = [
  [0, 70],
  [1, 20],
  [2, 6],
  [3, 4],
] as const;
/** Share of rows entered, and of last days entered, only in the month after. Chosen. */
const LATE_ENTRY = 0.1;
const LATE_CLOSURE = 0.05;

/** The day something of `day` is entered: soon, or in the course of the next month. */
const enteredAfter = (random: Random, day: Day, lateShare: number): Day => {
  if (!random.chance(lateShare)) return day + pickWeighted(random, ENTRY_LAGS);
  return firstDayOfMonth(monthOfDay(day) + 1) + 1 + random.below(18);
};

type Part = Pick<AbsenceRow, 'code' | 'from' | 'to' | 'degree'>;

const partsOf = (spell: SimulatedSpell): Part[] =>
  spell.steps.map((step, index) => ({
    code: payrollCode(spell.cause, step.degree),
    from: step.from,
    to: (spell.steps[index + 1]?.from ?? spell.to + 1) - 1,
    degree: step.degree,
  }));

/**
 * The rows of one employment's spells and when they were entered. A row is entered no earlier than the row before it,
 * and closed no later than the next is entered: a payroll refuses a second open row.
 */
export const absenceRowsOf = (
  seed: number,
  employment: SimulatedEmployment,
  spells: readonly SimulatedSpell[],
): AbsenceRow[] => {
  const random = randomStream(seed, STREAM.registration, employment.key);
  const parts = spells.flatMap(partsOf);
  let previous = 0;
  const entered = parts.map((part) => {
    previous = Math.max(previous, enteredAfter(random, part.from, LATE_ENTRY));
    return { ...part, employment, enteredOn: previous };
  });
  return entered.map((row, index) => {
    const closed = Math.max(row.enteredOn, enteredAfter(random, row.to + 1, LATE_CLOSURE));
    const nextEntered = entered[index + 1]?.enteredOn ?? closed;
    // A row entered after its last day was entered whole.
    return { ...row, closedOn: row.enteredOn > row.to ? row.enteredOn : Math.min(closed, nextEntered) };
  });
};
