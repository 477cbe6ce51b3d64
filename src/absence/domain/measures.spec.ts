import { localDate } from '../../shared/local-date.js';
import { measuresOf, ratio, together, type Facts } from './measures.js';

const year = { from: localDate('2025-01-01'), to: localDate('2025-12-31') };
const facts = (some: Partial<Facts>): Facts => ({
  employedDays: 0,
  fteDays: 0,
  possibleDays: 0,
  absenceDays: 0,
  shortDays: 0,
  mediumDays: 0,
  longDays: 0,
  injuryDays: 0,
  spellsBegun: 0,
  spellsEnded: 0,
  endedCalendarDays: 0,
  ...some,
});

describe('measures of absence', () => {
  it('gives the example of the ACAS appendix', () => {
    // 124 hours lost of 1,550 possible are 8 %; 16 spells of 80 workers are 20 %; 12 workers of 80 with any are 15 %.
    const lost = facts({ absenceDays: 124 / 7.4, possibleDays: 1550 / 7.4 });
    expect(measuresOf(lost, year).absenceRate.value).toBeCloseTo(0.08, 10);
    const frequency = facts({ spellsBegun: 16, employedDays: 80 * 365 });
    expect(measuresOf(frequency, year).spellsBegunPerPersonYear.value).toBeCloseTo(0.2, 10);
    expect(ratio(12, 80).value).toBeCloseTo(0.15, 10);
  });

  it('counts days per full-time employee as Danmarks Statistik: 12 days of 227 are 5.3 %', () => {
    const municipal = facts({ absenceDays: 1200, fteDays: 100 * 365, possibleDays: 100 * 227 });
    expect(measuresOf(municipal, year).daysPerFte).toEqual({ value: 12, numerator: 1200, denominator: 100 });
    expect(measuresOf(municipal, year).absenceRate.value).toBeCloseTo(0.053, 3);
  });

  it('gives days per full-time employee of the period, not of a year, for a shorter period', () => {
    const quarter = { from: localDate('2025-01-01'), to: localDate('2025-03-31') };
    expect(measuresOf(facts({ absenceDays: 30, fteDays: 10 * 90 }), quarter).daysPerFte.value).toBe(3);
  });

  it('counts spells that ended, with those that began beside them (definitions 7.2)', () => {
    const both = measuresOf(facts({ spellsEnded: 30, spellsBegun: 32, employedDays: 20 * 365 }), year);
    expect(both.spellsPerPersonYear).toEqual({ value: 1.5, numerator: 30, denominator: 20 });
    expect(both.spellsBegunPerPersonYear.value).toBe(1.6);
  });

  it('counts whole calendar lengths of spells that ended', () => {
    expect(measuresOf(facts({ spellsEnded: 4, endedCalendarDays: 42 }), year).meanLength.value).toBe(10.5);
  });

  it('splits the days by the length of their spells, and leaves work injury beside', () => {
    const split = measuresOf(
      facts({
        absenceDays: 80,
        shortDays: 40,
        mediumDays: 10,
        longDays: 30,
        injuryDays: 8,
        possibleDays: 1600,
      }),
      year,
    );
    expect([split.shortShare.value, split.mediumShare.value, split.longShare.value]).toEqual([
      0.5, 0.125, 0.375,
    ]);
    expect([split.absenceRate.value, split.injuryRate.value]).toEqual([0.05, 0.005]);
  });

  it('has no value where nobody is counted', () => {
    for (const { value } of Object.values(measuresOf(facts({}), year))) expect(value).toBeNull();
  });

  it('adds groups before it divides', () => {
    const small = facts({ absenceDays: 10, possibleDays: 20 });
    const large = facts({ absenceDays: 10, possibleDays: 380 });
    expect(measuresOf(together([small, large]), year).absenceRate.value).toBe(0.05);
  });
});
