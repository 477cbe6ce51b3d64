import { addDays, later, type LocalDate } from '../../shared/local-date.js';
import { monthsOf, yearEarlier, type Period } from '../../shared/period.js';
import { countOf, figuresOf, trendOf, type Figure, type MonthFigure } from './figures.js';
import { measuresOf, together, type Facts, type Measures } from './measures.js';
import { isProvisional, monthsUpTo } from './provisional.js';

/** Employed and absent on a day, by the units right below; `childId` is null for those directly in the unit. */
export interface PresenceBelow {
  readonly childId: string | null;
  readonly employed: number;
  readonly absent: number;
}
export interface FactsBelow extends Facts {
  readonly childId: string | null;
}

/** Which months an overview is about. */
export interface Months {
  readonly lastComplete: LocalDate;
  /** Of tiles and units: twelve months, or fewer where absence has not been recorded as long. */
  readonly period: Period;
  /** Null where absence was not recorded a year earlier (definitions 7.3). */
  readonly comparison: Period | null;
  /** Of the trend; without any day where nothing is recorded. */
  readonly trend: Period;
}

/**
 * @param recordedFrom the first month of which absence is recorded; null where none is
 * @param count months of the trend
 */
export const monthsFor = (lastComplete: LocalDate, recordedFrom: LocalDate | null, count: number): Months => {
  const twelve = monthsUpTo(lastComplete, 12);
  // Months before the first record would count as months without absence.
  const sinceRecorded = ({ from, to }: Period): Period => ({
    from: later(from, recordedFrom ?? addDays(to, 1)),
    to,
  });
  const isAnyRecorded = recordedFrom !== null && recordedFrom <= lastComplete;
  const earlier = yearEarlier(twelve);
  return {
    lastComplete,
    period: isAnyRecorded ? sinceRecorded(twelve) : twelve,
    comparison: isAnyRecorded && recordedFrom <= earlier.from ? earlier : null,
    trend: sinceRecorded(monthsUpTo(lastComplete, count)),
  };
};

/** What an overview is made of. */
export interface Loaded {
  readonly months: Months;
  readonly byMonth: readonly (Facts & { readonly month: LocalDate })[];
  readonly now: readonly FactsBelow[];
  readonly before: readonly FactsBelow[];
  readonly presence: readonly PresenceBelow[];
  readonly presenceYearAgo: readonly PresenceBelow[];
}

export type Tiles = Record<keyof Measures | 'employees' | 'openSpells', Figure>;
export interface UnitFigures extends Pick<Tiles, 'absenceRate' | 'daysPerFte' | 'spellsPerPersonYear'> {
  readonly employees: number;
  readonly openSpells: number;
}

const count = (presence: readonly PresenceBelow[], what: 'employed' | 'absent'): number =>
  presence.reduce((sum, part) => sum + part[what], 0);

/** The figures of the whole, each beside the comparison period's. */
export const tilesOf = ({ months, now, before, presence, presenceYearAgo }: Loaded): Tiles => {
  const earlier = months.comparison && measuresOf(together(before), months.comparison);
  const then = (what: 'employed' | 'absent'): number | null =>
    earlier ? count(presenceYearAgo, what) : null;
  return {
    ...figuresOf(measuresOf(together(now), months.period), earlier),
    employees: countOf(count(presence, 'employed'), then('employed')),
    openSpells: countOf(count(presence, 'absent'), then('absent')),
  };
};

export const trendOver = ({ months, byMonth }: Loaded): MonthFigure[] =>
  trendOf(new Map(byMonth.map((facts) => [facts.month, facts])), monthsOf(months.trend), months.lastComplete);

export const isPeriodProvisional = ({ lastComplete, period }: Months): boolean =>
  monthsOf(period).some((month) => isProvisional(month, lastComplete));

/** The figures of one of the units right below. */
export const figuresBelow = (loaded: Loaded, childId: string): UnitFigures => {
  const { months } = loaded;
  const own = (list: readonly FactsBelow[]): Facts =>
    together(list.filter((facts) => facts.childId === childId));
  const earlier = months.comparison && measuresOf(own(loaded.before), months.comparison);
  const figures = figuresOf(measuresOf(own(loaded.now), months.period), earlier);
  const presence = loaded.presence.filter((part) => part.childId === childId);
  return {
    absenceRate: figures.absenceRate,
    daysPerFte: figures.daysPerFte,
    spellsPerPersonYear: figures.spellsPerPersonYear,
    employees: count(presence, 'employed'),
    openSpells: count(presence, 'absent'),
  };
};
