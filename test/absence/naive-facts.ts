import { MEASURED_KINDS, type SpellKind } from '../../src/absence/index.js';
import {
  addDays,
  firstOfMonth,
  lastOfMonth,
  localDate,
  type LocalDate,
} from '../../src/shared/local-date.js';
import { isWorkingDay } from '../../src/shared/working-days.js';

/** Days from a first to a last, both included; null never ends. */
interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}
export interface NaiveSpell extends Days {
  readonly kind: SpellKind;
  readonly degree: number;
}
export interface NaiveEmployment extends Days {
  readonly id: string;
  readonly personId: string;
  readonly terms: readonly (Days & { readonly unitId: string; readonly hours: number })[];
  readonly spells: readonly NaiveSpell[];
}

const NOTHING = {
  employedAtEnd: 0,
  employedDays: 0,
  fteDays: 0,
  possibleDays: 0,
  shortDays: 0,
  mediumDays: 0,
  longDays: 0,
  injuryDays: 0,
  begun: 0,
  ended: 0,
  endedCalendarDays: 0,
};
export type NaiveFact = typeof NOTHING;

/** Every day that the drawn histories can touch. */
const CALENDAR = Array.from({ length: 700 }, (_, index) => {
  const day = addDays(localDate('2024-06-01'), index);
  return { day, working: isWorkingDay(day), month: firstOfMonth(day), ends: lastOfMonth(day) === day };
});

const covers = (days: Days, on: LocalDate): boolean => days.from <= on && (days.to === null || on <= days.to);
const isMeasured = (kind: SpellKind): boolean => MEASURED_KINDS.some((measured) => measured === kind);

/** The days, as places in the calendar, on which a person is sick as far as is known. */
const sickPlaces = (employments: readonly NaiveEmployment[], seenOn: LocalDate): Set<number> =>
  new Set(
    CALENDAR.flatMap(({ day }, place) =>
      employments.some(
        (employment) =>
          covers(employment, day) &&
          employment.spells.some(
            (spell) => isMeasured(spell.kind) && covers({ ...spell, to: spell.to ?? seenOn }, day),
          ),
      )
        ? [place]
        : [],
    ),
  );

/** First and last place of the spell around a place, found by walking to both sides. */
const around = (sick: ReadonlySet<number>, place: number): { first: number; last: number } => {
  let [first, last] = [place, place];
  while (sick.has(first - 1)) first -= 1;
  while (sick.has(last + 1)) last += 1;
  return { first, last };
};

const classOf = (days: number): 'shortDays' | 'mediumDays' | 'longDays' => {
  if (days <= 14) return 'shortDays';
  return days <= 30 ? 'mediumDays' : 'longDays';
};

/**
 * Month facts as a patient person would count them: day by day, with no thought of speed. Keys are `unit month`.
 * A person has one employment at a time: which of two a spell begins in is not this count's matter.
 */
export const naiveFacts = (
  employments: readonly NaiveEmployment[],
  window: { readonly from: LocalDate; readonly to: LocalDate },
  seenOn: LocalDate,
): Map<string, NaiveFact> => {
  const facts = new Map<string, NaiveFact>();
  for (const employment of employments) {
    const sick = sickPlaces(
      employments.filter((other) => other.personId === employment.personId),
      seenOn,
    );
    for (const [place, { day, working, month, ends }] of CALENDAR.entries()) {
      const terms = covers(employment, day) && employment.terms.find((candidate) => covers(candidate, day));
      if (!terms || !covers(window, day)) continue;
      const key = `${terms.unitId} ${month}`;
      const fact = facts.get(key) ?? { ...NOTHING };
      facts.set(key, fact);
      const dagsvaerk = working ? terms.hours / 37 : 0;
      fact.employedDays += 1;
      fact.fteDays += terms.hours / 37;
      fact.possibleDays += dagsvaerk;
      fact.employedAtEnd += ends ? 1 : 0;
      for (const spell of employment.spells.filter((one) => covers({ ...one, to: one.to ?? seenOn }, day))) {
        if (spell.kind === 'work-injury') fact.injuryDays += dagsvaerk * spell.degree;
        if (!isMeasured(spell.kind)) continue;
        const { first, last } = around(sick, place);
        const length = last - first + 1;
        fact[classOf(length)] += dagsvaerk * spell.degree;
        fact.begun += place === first ? 1 : 0;
        // The end of the employment ends the spell too (definitions 1.8).
        const hasEnd = (spell.to ?? employment.to) !== null;
        fact.ended += place === last && hasEnd ? 1 : 0;
        fact.endedCalendarDays += place === last && hasEnd ? length : 0;
      }
    }
  }
  return facts;
};
