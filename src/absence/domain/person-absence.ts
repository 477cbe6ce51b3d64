import { addDays, type LocalDate } from '../../shared/local-date.js';
import { COUNTED_KINDS, isSicknessKind, type SpellKind } from './kinds.js';
import {
  calendarDaysWithin,
  clipped,
  dayNumber,
  isOpenOn,
  merged,
  spellsBegunWithin,
  type Employed,
  type Stretch,
} from './spell.js';

/** A recorded row and the employment it belongs to. */
export interface RecordedRow extends Stretch {
  readonly kind: SpellKind;
  readonly employed: Employed;
}

/** Days looked back over by the two window rules (definitions 1.6). */
export const SPELLS_WINDOW = 183;
export const DAYS_WINDOW = 365;

/** What a person's absence comes to on a day: the numbers behind the rules. */
export interface PersonAbsence {
  /** Counted spells begun in the last 183 days. */
  readonly spellsIn183Days: number;
  /** Counted calendar days in the last 365. */
  readonly daysIn365Days: number;
  /** The first day of the absence that covers the day, whatever its kind of sickness; null at work. */
  readonly absentSince: LocalDate | null;
  /** Its day number on the day. */
  readonly absenceDay: number | null;
}

const isCounted = (kind: SpellKind): boolean => COUNTED_KINDS.some((counted) => counted === kind);

/** Rows of all employments together (definitions 1.2), each inside its own (1.6, 1.8). */
export const personAbsence = (rows: readonly RecordedRow[], on: LocalDate): PersonAbsence => {
  const inside = (wanted: (kind: SpellKind) => boolean): Stretch[] =>
    rows.filter((row) => wanted(row.kind)).flatMap((row) => clipped(row, row.employed) ?? []);
  const counted = inside(isCounted);
  const absence = merged(inside(isSicknessKind)).find((spell) => isOpenOn(spell, on)) ?? null;
  return {
    spellsIn183Days: spellsBegunWithin(counted, { from: addDays(on, 1 - SPELLS_WINDOW), to: on }),
    daysIn365Days: calendarDaysWithin(counted, { from: addDays(on, 1 - DAYS_WINDOW), to: on }),
    absentSince: absence?.firstOn ?? null,
    absenceDay: absence ? dayNumber(absence, on) : null,
  };
};
