import { POLICY_LIMITS } from '../../../disclosure/index.js';
import { localDate } from '../../../shared/local-date.js';
import { apvAbsenceOf, type PersonYear, type WorkplaceFacts } from './apv-absence.js';

const people = (workplaceId: string, employed: number, absent: number, days = 4): PersonYear[] =>
  Array.from({ length: employed }, (_, index) => ({
    workplaceId,
    personId: `${workplaceId}${index}`,
    days: index < absent ? days : 0,
    spells: index < absent ? 1 : 0,
  }));
const facts = (unitId: string, absenceDays: number): WorkplaceFacts => ({
  unitId,
  employedDays: 365 * 20,
  fteDays: 365 * 20,
  possibleDays: 1_000,
  absenceDays,
  shortDays: absenceDays,
  mediumDays: 0,
  longDays: 0,
  injuryDays: 0,
  spellsBegun: 10,
  spellsEnded: 10,
  endedCalendarDays: 10,
});
const told = (who: readonly PersonYear[], of: readonly WorkplaceFacts[], knownUntil: string | null = null) =>
  apvAbsenceOf({
    year: 2025,
    people: who,
    facts: of,
    names: new Map([
      ['a', 'Askely'],
      ['b', 'Birkely'],
      ['c', 'Cederly'],
    ]),
    limits: POLICY_LIMITS,
    knownUntil: knownUntil === null ? null : localDate(knownUntil),
    today: localDate('2026-03-11'),
  });
const year = (who: readonly PersonYear[], of: readonly WorkplaceFacts[]) =>
  told(who, of).cells.map(({ name, reason, absenceRate }) => [name, reason, absenceRate]);

describe('absence in a workplace assessment', () => {
  it('is told of the whole and of workplaces that are large enough, one more hidden beside one that is not', () => {
    const who = [...people('a', 20, 8), ...people('b', 20, 9), ...people('c', 9, 6)];
    expect(year(who, [facts('a', 50), facts('b', 40), facts('c', 30)])).toEqual([
      ['', null, 0.04],
      ['Askely', 'complementary', null],
      ['Birkely', null, 0.04],
      ['Cederly', 'too-few-persons', null],
    ]);
  });

  it('is not told at all of a workplace of few', () => {
    expect(year(people('a', 9, 6), [facts('a', 50)])).toEqual([['', 'too-few-persons', null]]);
  });

  it('says until when it is known, and which months may still change', () => {
    const found = told(people('a', 20, 8), [facts('a', 50)], '2026-01-20');
    expect(found.knownUntil).toBe('2026-01-20');
    expect(found.provisionalMonths).toEqual(['2025-11-01', '2025-12-01']);
    expect(told([], [], '2026-03-10').provisionalMonths).toEqual([]);
  });

  it('hides a workplace whose days are one person’s', () => {
    const who = [
      ...people('a', 20, 8),
      ...people('b', 20, 8),
      { ...people('b', 1, 1, 300)[0], personId: 'long' },
    ];
    const whole = who.filter((one): one is PersonYear => 'days' in one);
    const found = year(whole, [facts('a', 50), facts('b', 300)]);
    expect(found.map(([name, reason]) => [name, reason])).toEqual([
      ['', 'one-person-dominates'],
      ['Askely', null],
      ['Birkely', 'one-person-dominates'],
    ]);
  });
});
