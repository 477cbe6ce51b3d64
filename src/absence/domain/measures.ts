import { daysIn, type Period } from '../../shared/period.js';

/** A number that keeps what it was made of; null where the denominator is nothing. */
export interface Ratio {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

/** What measures are made of: a group's days and spells in a period. Days of absence are dagsværk of 7.4 hours. */
export interface Facts {
  /** Calendar days employed, of each employment. */
  readonly employedDays: number;
  /** The same, × weekly hours / 37. */
  readonly fteDays: number;
  /** Scheduled dagsværk, absence included. */
  readonly possibleDays: number;
  readonly absenceDays: number;
  /** Of the absence days, those of spells of 1-14, 15-30 and more than 30 calendar days. */
  readonly shortDays: number;
  readonly mediumDays: number;
  readonly longDays: number;
  /** Work injury, beside the absence days and not among them. */
  readonly injuryDays: number;
  readonly spellsBegun: number;
  readonly spellsEnded: number;
  /** Calendar days, from first to last, of the spells that ended. */
  readonly endedCalendarDays: number;
}

/** The facts of several groups or months together. */
export const together = (parts: readonly Facts[]): Facts => {
  const sum = (name: keyof Facts): number => parts.reduce((total, part) => total + part[name], 0);
  return {
    employedDays: sum('employedDays'),
    fteDays: sum('fteDays'),
    possibleDays: sum('possibleDays'),
    absenceDays: sum('absenceDays'),
    shortDays: sum('shortDays'),
    mediumDays: sum('mediumDays'),
    longDays: sum('longDays'),
    injuryDays: sum('injuryDays'),
    spellsBegun: sum('spellsBegun'),
    spellsEnded: sum('spellsEnded'),
    endedCalendarDays: sum('endedCalendarDays'),
  };
};

export const ratio = (numerator: number, denominator: number): Ratio => ({
  value: denominator > 0 ? numerator / denominator : null,
  numerator,
  denominator,
});

const DAYS_OF_A_YEAR = 365;

/** Absence / possible dagsværk, possible being worked + absence (Danmarks Statistik, fraværsprocent). A share: 0.05 is 5 %. */
export const absenceRate = (facts: Facts): Ratio => ratio(facts.absenceDays, facts.possibleDays);

/** Dagsværk of absence per full-time employee in the period (Danmarks Statistik, KRL). */
export const daysPerFte = (facts: Facts, period: Period): Ratio =>
  ratio(facts.absenceDays, facts.fteDays / daysIn(period));

/** Spells that ended, per full-year employee (Danmarks Statistik; definitions 7.2). */
export const spellsEndedPerPersonYear = (facts: Facts): Ratio =>
  ratio(facts.spellsEnded, facts.employedDays / DAYS_OF_A_YEAR);

/** Spells that began, per full-year employee; stands beside those that ended (definitions 7.2). */
export const spellsBegunPerPersonYear = (facts: Facts): Ratio =>
  ratio(facts.spellsBegun, facts.employedDays / DAYS_OF_A_YEAR);

/** Calendar days per spell that ended, whole spells whatever the period (Danmarks Statistik). */
export const meanLength = (facts: Facts): Ratio => ratio(facts.endedCalendarDays, facts.spellsEnded);

/** The share of the absence days that belongs to spells of a length. */
export const shortShare = (facts: Facts): Ratio => ratio(facts.shortDays, facts.absenceDays);
export const mediumShare = (facts: Facts): Ratio => ratio(facts.mediumDays, facts.absenceDays);
export const longShare = (facts: Facts): Ratio => ratio(facts.longDays, facts.absenceDays);

/** Work injury (cause 1300) / possible dagsværk: beside the absence rate, not in it. */
export const injuryRate = (facts: Facts): Ratio => ratio(facts.injuryDays, facts.possibleDays);

/** Every measure of a group in a period. */
export const measuresOf = (facts: Facts, period: Period) => ({
  absenceRate: absenceRate(facts),
  daysPerFte: daysPerFte(facts, period),
  spellsPerPersonYear: spellsEndedPerPersonYear(facts),
  spellsBegunPerPersonYear: spellsBegunPerPersonYear(facts),
  meanLength: meanLength(facts),
  shortShare: shortShare(facts),
  mediumShare: mediumShare(facts),
  longShare: longShare(facts),
  injuryRate: injuryRate(facts),
});
export type Measures = ReturnType<typeof measuresOf>;
