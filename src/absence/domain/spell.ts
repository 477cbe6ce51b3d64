import { addDays, daysBetween, earlier, later, type LocalDate } from '../../shared/local-date.js';
import { daysIn, type Period } from '../../shared/period.js';

/** Days from a first to a last, both included; without a last day it is still running. */
export interface Stretch {
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate | null;
}

/** An employment's days, both included; without an end it goes on. */
export interface Employed {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** 1 on the first day (definitions 1.1). */
export const dayNumber = (spell: Stretch, on: LocalDate): number => daysBetween(spell.firstOn, on) + 1;

/** Whether a spell covers a day (definitions 1.1). */
export const isOpenOn = (spell: Stretch, on: LocalDate): boolean =>
  spell.firstOn <= on && (spell.lastOn === null || on <= spell.lastOn);

/** Whether an employment covers a day (definitions 1.2). */
export const isEmployedOn = (employed: Employed, on: LocalDate): boolean =>
  employed.from <= on && (employed.to === null || on <= employed.to);

const laterEnd = (a: LocalDate | null, b: LocalDate | null): LocalDate | null =>
  a === null || b === null ? null : later(a, b);

const touches = (before: Stretch, next: Stretch): boolean =>
  before.lastOn === null || next.firstOn <= addDays(before.lastOn, 1);

/**
 * Rows that touch or overlap are one spell, whatever their kind or degree: payrolls split at month ends and where the
 * degree changes (definitions 1.4). In order of the first day.
 */
export const merged = (rows: readonly Stretch[]): Stretch[] => {
  const inOrder = [...rows].sort((a, b) => (a.firstOn < b.firstOn ? -1 : 1));
  return inOrder.reduce<Stretch[]>((spells, row) => {
    const last = spells.at(-1);
    if (!last || !touches(last, row)) return [...spells, { firstOn: row.firstOn, lastOn: row.lastOn }];
    return [...spells.slice(0, -1), { firstOn: last.firstOn, lastOn: laterEnd(last.lastOn, row.lastOn) }];
  }, []);
};

/** The part of a spell inside an employment: it ends with the last employed day (definitions 1.8); null where none is. */
export const clipped = (spell: Stretch, employed: Employed): Stretch | null => {
  const firstOn = later(spell.firstOn, employed.from);
  const lastOn =
    spell.lastOn === null || employed.to === null
      ? (spell.lastOn ?? employed.to)
      : earlier(spell.lastOn, employed.to);
  return lastOn !== null && lastOn < firstOn ? null : { firstOn, lastOn };
};

/** Calendar days of a spell up to a day that it is seen from; a day counts once whatever the degree (definitions 1.4). */
export const calendarDays = (spell: Stretch, seenOn: LocalDate): number =>
  daysIn({ from: spell.firstOn, to: spell.lastOn ?? seenOn });

/** Calendar days of spells that fall in a window; the spells are merged first, so no day counts twice. */
export const calendarDaysWithin = (rows: readonly Stretch[], window: Period): number =>
  merged(rows)
    .map((spell) => ({
      from: later(spell.firstOn, window.from),
      to: earlier(spell.lastOn ?? window.to, window.to),
    }))
    .reduce((days, part) => days + daysIn(part), 0);

/** Spells, merged, whose first day lies in a window. */
export const spellsBegunWithin = (rows: readonly Stretch[], window: Period): number =>
  merged(rows).filter((spell) => window.from <= spell.firstOn && spell.firstOn <= window.to).length;

/** The longest that short and medium spells are in the classes of the report, in calendar days: 1-14, 15-30, more. */
export const SHORT_DAYS = 14;
export const MEDIUM_DAYS = 30;
