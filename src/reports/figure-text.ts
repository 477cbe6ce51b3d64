import type { LocalDate } from '../shared/local-date.js';
import type { Period } from '../shared/period.js';
import type { NoFigure, ReportFigure } from './partnership-report.document.js';

const LOCALES = { da: 'da-DK', en: 'en-GB' } as const;
export type ReportLanguage = keyof typeof LOCALES;

export const isShown = (figure: ReportFigure): figure is number => typeof figure === 'number';

/** Figures and days as a reader of the language writes them. */
export interface FigureText {
  count(figure: ReportFigure): string;
  /** With one decimal. */
  decimal(figure: ReportFigure): string;
  /** A share as percent, with as many decimals. */
  percent(figure: ReportFigure, decimals?: number): string;
  /** With its sign; a share counts in percentage points. */
  change(figure: ReportFigure): string;
  changeInPoints(figure: ReportFigure): string;
  day(day: LocalDate): string;
  days(period: Period): string;
  month(month: LocalDate): string;
  shortMonth(month: LocalDate): string;
  /** One, two and three. */
  list(words: readonly string[]): string;
}

/** Papers explain "<5"; where an employer has raised the number, the bound of a count is another and it is protected. */
export const hiddenAs = (bound: string | null): NoFigure => (bound === '<5' ? 'below-five' : 'protected');

const PERCENT = { da: '\u00a0%', en: '%' } as const;
const MINUS = '\u2212';

/** A day has no time zone: both sides agree on UTC. */
const instant = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);

export const figureText = (language: ReportLanguage, noFigure: string): FigureText => {
  const locale = LOCALES[language];
  const hidden: Readonly<Record<NoFigure, string>> = { 'below-five': '<5', protected: '–', none: noFigure };
  const written = (figure: ReportFigure, decimals: number, sign: 'auto' | 'exceptZero' = 'auto'): string => {
    if (typeof figure === 'string') return hidden[figure];
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: sign };
    return new Intl.NumberFormat(locale, digits).format(figure).replace('-', MINUS);
  };
  const scaled = (figure: ReportFigure): ReportFigure => (typeof figure === 'number' ? figure * 100 : figure);
  const dayFormat = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const monthFormat = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const shortMonthFormat = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return {
    count: (figure) => written(figure, 0),
    decimal: (figure) => written(figure, 1),
    percent: (figure, decimals = 0) =>
      typeof figure === 'number'
        ? `${written(figure * 100, decimals)}${PERCENT[language]}`
        : written(figure, 0),
    change: (figure) => written(figure, 1, 'exceptZero'),
    changeInPoints: (figure) => written(scaled(figure), 1, 'exceptZero'),
    day: (day) => dayFormat.format(instant(day)),
    days: ({ from, to }) => dayFormat.formatRange(instant(from), instant(to)),
    month: (month) => monthFormat.format(instant(month)),
    shortMonth: (month) => shortMonthFormat.format(instant(month)).replace('.', ''),
    list: (words) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words),
  };
};
