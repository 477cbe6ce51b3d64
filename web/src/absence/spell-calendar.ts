import type { SpellKind, SpellView } from './views';

export type CalendarDay = {
  day: string;
  weekend: boolean;
  kind: SpellKind | 'hidden' | null;
  partial: boolean;
};
export type CalendarMonth = { month: string; days: CalendarDay[] };

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

const spellOn = (spells: SpellView[], day: string, today: string): SpellView | undefined =>
  spells.find(({ firstOn, lastOn }) => firstOn <= day && day <= (lastOn ?? today));

/** The twelve months of a year, each day with the absence on it; a spell without an end runs to today. */
export const calendarOf = (year: number, spells: SpellView[], today: string): CalendarMonth[] =>
  Array.from({ length: 12 }, (_, month) => {
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const days = Array.from({ length }, (_unused, index) => {
      const day = iso(year, month, index + 1);
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      const spell = spellOn(spells, day, today);
      return {
        day,
        weekend: weekday === 0 || weekday === 6,
        kind: spell === undefined ? null : (spell.kind ?? ('hidden' as const)),
        partial: spell !== undefined && spell.degree < 1,
      };
    });
    return { month: iso(year, month, 1).slice(0, 7), days };
  });
