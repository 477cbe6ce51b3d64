import fc from 'fast-check';
import { addDays, localDate, type LocalDate } from '../../shared/local-date.js';
import {
  calendarDays,
  calendarDaysWithin,
  clipped,
  dayNumber,
  isEmployedOn,
  isOpenOn,
  merged,
  spellsBegunWithin,
  type Stretch,
} from './spell.js';

const day = localDate;
const spell = (firstOn: string, lastOn: string | null): Stretch => ({
  firstOn: day(firstOn),
  lastOn: lastOn === null ? null : day(lastOn),
});

describe('a day of a spell (definitions 1.1)', () => {
  it('counts the first day as day 1', () => {
    expect(dayNumber(spell('2026-03-02', null), day('2026-03-02'))).toBe(1);
    expect(dayNumber(spell('2026-03-02', null), day('2026-03-15'))).toBe(14);
  });

  it.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-05', true],
    ['2026-03-06', false],
  ])('is open from the first to the last day, both included: %s', (on, open) => {
    expect(isOpenOn(spell('2026-03-02', '2026-03-05'), day(on))).toBe(open);
  });

  it('stays open without a last day', () => {
    expect(isOpenOn(spell('2026-03-02', null), day('2031-01-01'))).toBe(true);
  });
});

describe('an employed day (definitions 1.2)', () => {
  it.each([
    ['2026-01-31', false],
    ['2026-02-01', true],
    ['2026-02-28', true],
    ['2026-03-01', false],
  ])('lies from the first to the last employed day, both included: %s', (on, employed) => {
    expect(isEmployedOn({ from: day('2026-02-01'), to: day('2026-02-28') }, day(on))).toBe(employed);
  });
});

describe('rows that touch (definitions 1.4)', () => {
  it('are one spell when the next begins the day after', () => {
    const rows = [spell('2026-02-01', '2026-02-10'), spell('2026-01-20', '2026-01-31')];
    expect(merged(rows)).toEqual([spell('2026-01-20', '2026-02-10')]);
  });

  it('are two spells with one day between', () => {
    const rows = [spell('2026-01-20', '2026-01-31'), spell('2026-02-02', '2026-02-10')];
    expect(merged(rows)).toHaveLength(2);
  });

  it('swallow what lies inside them and stay open with an open row', () => {
    const rows = [
      spell('2026-01-01', '2026-01-31'),
      spell('2026-01-05', '2026-01-06'),
      spell('2026-02-01', null),
    ];
    expect(merged(rows)).toEqual([spell('2026-01-01', null)]);
  });

  it('cover exactly the days that the rows covered', () => {
    const origin = day('2026-01-01');
    const row = fc
      .record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 12 }) })
      .map(({ start, length }): Stretch => ({
        firstOn: addDays(origin, start),
        lastOn: addDays(origin, start + length - 1),
      }));
    const covered = (rows: readonly Stretch[]): LocalDate[] =>
      Array.from({ length: 60 }, (_, index) => addDays(origin, index)).filter((on) =>
        rows.some((one) => isOpenOn(one, on)),
      );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const spells = merged(rows);
        expect(covered(spells)).toEqual(covered(rows));
        for (const [index, next] of spells.slice(1).entries()) {
          const before = spells[index]?.lastOn ?? origin;
          expect(next.firstOn > addDays(before, 1)).toBe(true);
        }
      }),
    );
  });
});

describe('the end of an employment (definitions 1.8)', () => {
  const employed = { from: day('1979-01-01'), to: day('1981-12-31') };

  it('cuts a spell that runs past it', () => {
    expect(clipped(spell('1981-12-29', '1982-01-07'), employed)).toEqual(spell('1981-12-29', '1981-12-31'));
  });

  it('ends a spell without a last day', () => {
    expect(clipped(spell('1981-12-29', null), employed)).toEqual(spell('1981-12-29', '1981-12-31'));
  });

  it('leaves nothing of a spell outside it', () => {
    expect(clipped(spell('1982-01-01', '1982-01-07'), employed)).toBeNull();
  });

  it('leaves a running spell of a lasting employment running', () => {
    expect(clipped(spell('2026-01-01', null), { from: day('2020-01-01'), to: null })).toEqual(
      spell('2026-01-01', null),
    );
  });
});

describe('counting days and spells', () => {
  const rows = [
    spell('2026-01-30', '2026-02-02'),
    spell('2026-02-03', '2026-02-05'),
    spell('2026-03-10', null),
  ];

  it('counts the days of a spell that has not ended up to the day it is seen from', () => {
    expect(calendarDays(spell('2026-03-10', null), day('2026-03-12'))).toBe(3);
    expect(calendarDays(spell('2026-03-10', '2026-03-10'), day('2026-06-01'))).toBe(1);
  });

  it('counts only the days inside the window', () => {
    expect(calendarDaysWithin(rows, { from: day('2026-02-01'), to: day('2026-03-11') })).toBe(5 + 2);
  });

  it('counts a spell where it began, and split rows once', () => {
    expect(spellsBegunWithin(rows, { from: day('2026-02-01'), to: day('2026-03-11') })).toBe(1);
    expect(spellsBegunWithin(rows, { from: day('2026-01-30'), to: day('2026-03-11') })).toBe(2);
  });
});
