import { addDays, localDate, type LocalDate } from '../../../shared/local-date.js';
import { employmentFigures, isOver52, type CitizenCourse } from './employment-facts.js';

const YEAR = { from: localDate('2025-01-01'), to: localDate('2025-12-31') };
const START = localDate('2025-01-06');
const weeksOn = (weeks: number): LocalDate => addDays(START, weeks * 7);

const course = (more: Partial<CitizenCourse> = {}): CitizenCourse => ({
  firstWeek: START,
  lastWeek: weeksOn(30),
  benefit: 'sickness-benefit',
  selfSupport: null,
  flexiJob: null,
  pension: null,
  coach: 'a',
  caseworker: 'x',
  coachChanges: 0,
  caseSince: null,
  overAtSigning: false,
  stillOpen: false,
  ...more,
});
const many = (count: number, more: Partial<CitizenCourse> = {}) =>
  Array.from({ length: count }, () => course(more));
const amounts = (courses: readonly CitizenCourse[], measure: string) => {
  const { facts } = employmentFigures([{ unit: 'u', courses }], YEAR);
  const found = facts.filter((fact) => fact.measure === measure);
  return [found.reduce((sum, { above }) => sum + above, 0), found.reduce((sum, { below }) => sum + below, 0)];
};

describe('figures of the employment track', () => {
  it('follow each citizen from the first week to self-support, or to the last week known', () => {
    // 10 of 20 return after 10 weeks; the others are seen for 30. S(13) = S(26) = 0.5, and nobody is seen for 52.
    const courses = [...many(10, { selfSupport: weeksOn(10), benefit: 'self-support' }), ...many(10)];
    const { estimateOf } = employmentFigures([{ unit: 'u', courses }], YEAR);
    expect(estimateOf('returned-13', null)?.estimate).toBeCloseTo(0.5, 12);
    expect(estimateOf('returned-26', null)?.estimate).toBeCloseTo(0.5, 12);
    expect(estimateOf('returned-52', null)).toBeNull();
    expect(estimateOf('median-weeks', null)?.estimate).toBe(10);
    expect(amounts(courses, 'returned-13')).toEqual([10, 20]);
    expect(amounts(courses, 'returned')).toEqual([10, 0]);
  });

  it('leave those out who supported themselves when they came', () => {
    const courses = [...many(10), ...many(5, { selfSupport: START, benefit: 'self-support' })];
    expect(amounts(courses, 'returned-13')).toEqual([0, 10]);
    expect(amounts(courses, 'returned')).toEqual([0, 0]);
    expect(amounts(courses, 'citizens')).toEqual([15, 0]);
  });

  it('count a censored citizen as at risk until the last week: 1 − (1 − 5/20)(1 − 5/10) = 0.625', () => {
    const courses = [
      ...many(5, { selfSupport: weeksOn(4) }),
      ...many(5, { lastWeek: weeksOn(6) }),
      ...many(5, { selfSupport: weeksOn(8) }),
      ...many(5),
    ];
    const { estimateOf } = employmentFigures([{ unit: 'u', courses }], YEAR);
    expect(estimateOf('returned-13', null)?.estimate).toBeCloseTo(0.625, 12);
  });

  it('count the inflow in the month that the benefit began, and none of another period', () => {
    const courses = [
      ...many(3, { flexiJob: localDate('2025-03-31'), benefit: 'flexi-job' }),
      ...many(2, { pension: localDate('2025-11-03'), benefit: 'disability-pension' }),
      ...many(1, { pension: localDate('2026-01-05') }),
    ];
    const { facts } = employmentFigures([{ unit: 'u', courses }], YEAR);
    expect(facts.filter(({ measure }) => measure === 'inflow-flexi-job').map(({ month }) => month)).toEqual(
      Array(3).fill('2025-03-01'),
    );
    expect(amounts(courses, 'inflow-disability-pension')).toEqual([2, 0]);
  });

  it('take a case as over 52 weeks from day 365 on: 364 days are not enough (definitions 9.1)', () => {
    expect(isOver52(localDate('2025-01-06'), localDate('2026-01-05'))).toBe(false);
    expect(isOver52(localDate('2025-01-06'), localDate('2026-01-06'))).toBe(true);
    const courses = [
      ...many(4, { caseSince: localDate('2024-12-30') }),
      ...many(6, { caseSince: localDate('2025-01-06') }),
      ...many(7, { overAtSigning: true, stillOpen: true }),
      ...many(2, { overAtSigning: true }),
    ];
    // On 31 December 2025 the first are 366 days old and the second 359.
    expect(amounts(courses, 'cases-over-52')).toEqual([4, 0]);
    expect(amounts(courses, 'signing-cases-over-52')).toEqual([9, 0]);
    expect(amounts(courses, 'signing-cases-still-open')).toEqual([7, 0]);
  });

  it('share the citizens worked for among those who work for them', () => {
    const courses = [
      ...many(8, { coach: 'a' }),
      ...many(6, { coach: 'b' }),
      ...many(4, { coach: 'c', coachChanges: 2 }),
      ...many(3, { coach: 'd', benefit: 'self-support' }),
      ...many(2, { coach: null }),
    ];
    expect(amounts(courses, 'coach-load')).toEqual([18, 3]);
    expect(amounts(courses, 'coach-changes')).toEqual([8, 23]);
    expect(amounts(courses, 'same-coach')).toEqual([19, 23]);
  });

  it('know nothing of nobody', () => {
    expect(employmentFigures([{ unit: 'u', courses: [] }], YEAR).estimateOf('returned-13', null)).toBeNull();
  });

  it('put the citizens of several authorities into one curve, beside those of each', () => {
    // Of 20 in one 10 return after 10 weeks, of 30 in another 5 after 8: together 15 of 50 within 13 weeks.
    const first = [...many(10, { selfSupport: weeksOn(10), benefit: 'self-support' }), ...many(10)];
    const second = [...many(5, { selfSupport: weeksOn(8), benefit: 'self-support' }), ...many(25)];
    const { facts, estimateOf } = employmentFigures(
      [
        { unit: 'u', courses: first },
        { unit: 'v', courses: second },
      ],
      YEAR,
    );
    expect(estimateOf('returned-13', null)?.estimate).toBeCloseTo(0.3, 12);
    expect(estimateOf('returned-13', 'u')?.estimate).toBeCloseTo(0.5, 12);
    expect(estimateOf('returned-13', 'v')?.estimate).toBeCloseTo(1 / 6, 12);
    const read = facts.filter(({ measure }) => measure === 'returned-13');
    expect(read.map(({ unit, above, below }) => [unit, above, below])).toEqual([
      ['u', 10, 20],
      ['v', 5, 30],
    ]);
    // Half of all never return within the weeks that are known, though half of those in one do.
    expect(estimateOf('median-weeks', null)).toBeNull();
    expect(facts.some(({ measure }) => measure === 'median-weeks')).toBe(false);
  });
});
