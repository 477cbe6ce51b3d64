import { calendarOf } from './spell-calendar';
import type { SpellView } from './views';

const spell = (firstOn: string, lastOn: string | null, degree = 1): SpellView => ({
  id: firstOn,
  personId: 'p',
  employmentId: 'e',
  kind: 'own-sickness',
  firstOn,
  lastOn,
  days: 0,
  degree,
  source: 'hand',
  registeredOn: firstOn,
  registeredAssumed: false,
  correctedByHand: false,
  version: 1,
  afterEmployment: false,
});

const absentDays = (spells: SpellView[], today: string): string[] =>
  calendarOf(2024, spells, today).flatMap(({ days }) =>
    days.filter(({ kind }) => kind !== null).map(({ day }) => day),
  );

describe('calendarOf', () => {
  it('has every day of a leap year once', () => {
    const days = calendarOf(2024, [], '2024-12-31').flatMap((month) => month.days);
    expect(days).toHaveLength(366);
    expect(new Set(days.map(({ day }) => day)).size).toBe(366);
  });

  it('shades Saturdays and Sundays', () => {
    const january = calendarOf(2024, [], '2024-12-31')[0];
    expect(january?.days.filter(({ weekend }) => weekend).map(({ day }) => day.slice(8))).toEqual([
      '06',
      '07',
      '13',
      '14',
      '20',
      '21',
      '27',
      '28',
    ]);
  });

  it('joins a spell across the turn of a month', () => {
    expect(absentDays([spell('2024-02-28', '2024-03-01')], '2024-12-31')).toEqual([
      '2024-02-28',
      '2024-02-29',
      '2024-03-01',
    ]);
  });

  it('runs a spell without an end to today', () => {
    expect(absentDays([spell('2024-05-02', null)], '2024-05-03')).toEqual(['2024-05-02', '2024-05-03']);
  });

  it('tells days of partial absence apart', () => {
    const may = calendarOf(2024, [spell('2024-05-02', '2024-05-02', 0.5)], '2024-12-31')[4];
    expect(may?.days[1]).toMatchObject({ kind: 'own-sickness', partial: true });
  });
});
