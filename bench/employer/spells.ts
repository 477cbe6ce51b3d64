import { dayNumber, FIRST_DAY, TODAY } from './days.js';
import { between, byWeight, draws } from './draws.js';
import { employmentOf } from './roster.js';

export interface Kind {
  readonly code: string;
  readonly cause: string;
  readonly kind: string;
  readonly percent: number;
}

const kind = (code: string, cause: string, name: string, percent = 100): Kind => ({
  code,
  cause,
  kind: name,
  percent,
});
const SICKNESS = kind('790', 'Sygdom', 'own-sickness');
const CHILD = kind('1200', 'Barns 1. sygedag', 'child-first-day');

/** What payrolls record, by how often. */
const KINDS: readonly (readonly [number, Kind])[] = [
  [0.76, SICKNESS],
  [0.13, CHILD],
  [0.03, kind('526', 'Delvis sygdom', 'partial-sickness', 50)],
  [0.025, kind('525', '§ 56', 'section-56')],
  [0.02, kind('531', 'Graviditetsbetinget sygdom', 'pregnancy-related')],
  [0.02, kind('990', 'Andet', 'other')],
  [0.015, kind('590', 'Arbejdsskade', 'work-injury')],
];

const LENGTHS: readonly (readonly [number, readonly [number, number]])[] = [
  [0.6, [1, 3]],
  [0.25, [4, 10]],
  [0.12, [11, 30]],
  [0.03, [31, 120]],
];

/** Spells of ten neighbours in the roster: ten on average, a few with many, as in life. */
const COUNTS = [2, 4, 6, 8, 10, 10, 12, 14, 16, 18];

export interface Spell {
  readonly employee: number;
  readonly kind: Kind;
  readonly first: number;
  /** Null while the absence goes on. */
  readonly last: number | null;
  readonly registered: number;
}

const first = dayNumber(FIRST_DAY);
const today = dayNumber(TODAY);

const countOf = (employee: number): number => COUNTS[(employee * 7 + Math.floor(employee / 10)) % 10] ?? 10;

/** The employee's spells, one in each of as many equal parts of the days employed, so that none overlap. */
const spellsOf = (employee: number, employees: number): Spell[] => {
  const employment = employmentOf(employee, employees);
  const begins = Math.max(first, employment.from);
  const ends = employment.to ?? today;
  const count = countOf(employee);
  const part = (ends - begins + 1) / count;
  const draw = draws(-1 - employee);
  return Array.from({ length: count }, (_, index) => {
    const opens = begins + Math.floor(index * part);
    const closes = begins + Math.floor((index + 1) * part) - 1;
    const goesOn = index === count - 1 && employment.to === null;
    return drawSpell(draw, employee, opens, closes, goesOn);
  });
};

const drawSpell = (
  draw: () => number,
  employee: number,
  opens: number,
  closes: number,
  goesOn: boolean,
): Spell => {
  const from = between(draw, opens, closes);
  const drawn = byWeight(draw, KINDS, SICKNESS);
  const [shortest, longest] = byWeight(draw, LENGTHS, [1, 3]);
  const to = drawn === CHILD ? from : from + between(draw, shortest, longest) - 1;
  const last = goesOn && to >= today ? null : Math.min(to, closes);
  return {
    employee,
    kind: drawn,
    first: from,
    last,
    registered: Math.min(from + between(draw, 0, 7), today),
  };
};

/** Every spell of the employer in the order in which a payroll lists them, by first day and employee; ten an employee. */
export const spellsInOrder = (employees: number): Spell[] => {
  const byEmployee = Array.from({ length: employees }, (_, employee) => spellsOf(employee, employees)).flat();
  const keys = Float64Array.from(
    byEmployee,
    (spell, index) => spell.first * byEmployee.length + index,
  ).sort();
  return Array.from(keys, (key) => byEmployee[key % byEmployee.length]).filter(
    (spell) => spell !== undefined,
  );
};
