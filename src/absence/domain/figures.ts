import { addMonths, lastOfMonth, type LocalDate } from '../../shared/local-date.js';

import { absenceRate, daysPerFte, together, type Facts, type Measures, type Ratio } from './measures.js';
import { isProvisional } from './provisional.js';

/** A number beside what it was a year earlier. */
export interface Figure {
  readonly value: number | null;
  readonly previous: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(6)));

/** A measure beside the same measure of the comparison period, if there is one (definitions 7.3). */
export const figureOf = (now: Ratio, before: Ratio | null): Figure => ({
  value: rounded(now.value),
  previous: rounded(before?.value ?? null),
  numerator: rounded(now.numerator),
  denominator: rounded(now.denominator),
});

/** A plain count. */
export const countOf = (value: number, previous: number | null): Figure => ({
  value,
  previous,
  numerator: null,
  denominator: null,
});

/** Every measure as a figure. */
export const figuresOf = (now: Measures, before: Measures | null): Record<keyof Measures, Figure> => {
  const figure = (name: keyof Measures): Figure => figureOf(now[name], before?.[name] ?? null);
  return {
    absenceRate: figure('absenceRate'),
    daysPerFte: figure('daysPerFte'),
    spellsPerPersonYear: figure('spellsPerPersonYear'),
    spellsBegunPerPersonYear: figure('spellsBegunPerPersonYear'),
    meanLength: figure('meanLength'),
    shortShare: figure('shortShare'),
    mediumShare: figure('mediumShare'),
    longShare: figure('longShare'),
    injuryRate: figure('injuryRate'),
  };
};

export interface MonthFigure {
  /** `yyyy-mm` */
  readonly month: string;
  readonly absenceRate: number | null;
  readonly previousRate: number | null;
  readonly daysPerFte: number | null;
  readonly spells: number;
  readonly provisional: boolean;
}

/** The months in order, each beside the same month a year earlier. */
export const trendOf = (
  facts: ReadonlyMap<LocalDate, Facts>,
  months: readonly LocalDate[],
  lastComplete: LocalDate,
): MonthFigure[] =>
  months.map((month) => {
    const own = facts.get(month) ?? together([]);
    const before = facts.get(addMonths(month, -12)) ?? together([]);
    return {
      month: month.slice(0, 7),
      absenceRate: rounded(absenceRate(own).value),
      previousRate: rounded(absenceRate(before).value),
      daysPerFte: rounded(daysPerFte(own, { from: month, to: lastOfMonth(month) }).value),
      spells: own.spellsBegun,
      provisional: isProvisional(month, lastComplete),
    };
  });
