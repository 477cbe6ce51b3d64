import type { Language } from '../app/i18n';

const LOCALES: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };
const DAY = /^(\d{4})-(\d{2})-(\d{2})/;
const NOTHING = '–';

/** An instant that has the written day in every time zone near Denmark; used for names of days and months only. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

export type Format = {
  number: (value: number | null, decimals?: number) => string;
  /** A share, 0.047 → 4,7 %. */
  percent: (share: number | null, decimals?: number) => string;
  /** With its sign, a true minus. */
  change: (value: number, decimals?: number) => string;
  /** 2026-11-22 → 22.11.2026 (Danish), 22/11/2026 (English). */
  day: (day: string | null) => string;
  /** 2026-11 → nov. 2026 */
  month: (month: string) => string;
  /** An instant in Danish time. */
  moment: (instant: string | null) => string;
  weekday: (day: string) => string;
};

const formatDay = (language: Language, day: string | null): string => {
  const parts = day === null ? null : DAY.exec(day);
  if (parts === null) return NOTHING;
  const [, year, month, date] = parts;
  return [date, month, year].join(language === 'da' ? '.' : '/');
};

export const formatFor = (language: Language): Format => {
  const locale = LOCALES[language];
  const number = (value: number | null, decimals = 0): string =>
    value === null
      ? NOTHING
      : new Intl.NumberFormat(locale, {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        })
          .format(value)
          .replace('-', '−');
  const monthName = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const weekdayName = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Copenhagen',
  });
  return {
    number,
    percent: (share, decimals = 1) =>
      share === null ? NOTHING : number(share * 100, decimals) + (language === 'da' ? '\u00a0%' : '%'),
    change: (value, decimals = 1) => {
      const text = number(Math.abs(value), decimals);
      if (text === number(0, decimals)) return `±${text}`;
      return `${value > 0 ? '+' : '−'}${text}`;
    },
    day: (day) => formatDay(language, day),
    month: (month) => monthName.format(noonOf(`${month}-15`)),
    moment: (instant) => (instant === null ? NOTHING : moment.format(new Date(instant))),
    weekday: (day) => weekdayName.format(noonOf(day)),
  };
};
