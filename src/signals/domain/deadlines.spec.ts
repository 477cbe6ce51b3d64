import { addDays, localDate } from '../../shared/local-date.js';
import { DEADLINES, deadlinesInForce, isExempt, type Deadline } from './deadlines.js';

const day = localDate;
const named = (name: Deadline['name']): Deadline => {
  const found = DEADLINES.find((deadline) => deadline.name === name);
  if (!found) throw new Error(name);
  return found;
};
const FIRST = day('2026-03-02');

describe('the talk of § 7 a', () => {
  const talk = named('section-7a-talk');

  it('is held by the first day of absence + 28 (four weeks)', () => {
    expect(addDays(FIRST, talk.daysAfterFirst)).toBe('2026-03-30');
  });

  it('warns on days 14, 21 and 26 (definitions 4.8)', () => {
    expect(talk.warnDaysAfterFirst.map((days) => addDays(FIRST, days))).toEqual([
      '2026-03-15',
      '2026-03-22',
      '2026-03-27',
    ]);
  });

  it.each<[string | null, boolean, string]>([
    ['2026-04-27', true, '8 weeks to the day'],
    ['2026-04-28', false, 'a day later'],
    [null, false, 'no end'],
  ])('is no duty for who leaves within 8 weeks: %s (§ 7 a, stk. 4)', (leaves, exempt) => {
    expect(isExempt(talk, FIRST, leaves === null ? null : day(leaves))).toBe(exempt);
  });
});

describe('the notification of § 40', () => {
  const notification = named('section-40-notification');

  it('is given by the first day of absence + 35 (five weeks), warned of on + 23 and + 28', () => {
    expect(addDays(FIRST, notification.daysAfterFirst)).toBe('2026-04-06');
    expect(notification.warnDaysAfterFirst).toEqual([23, 28]);
  });

  it('binds also who leaves soon', () => {
    expect(isExempt(notification, FIRST, day('2026-03-31'))).toBe(false);
  });
});

describe('the packs in force', () => {
  const names = (on: string, paysWage = true) =>
    deadlinesInForce(day(on), { paysWage }).map((deadline) => deadline.name);

  it('goes by the first day of absence: § 7 a came into force on 4 January 2010', () => {
    expect(names('2010-01-03')).toEqual(['section-40-notification']);
    expect(names('2010-01-04')).toEqual(['section-7a-talk', 'section-40-notification']);
  });

  it('leaves the five weeks of § 40 to employers who pay wage', () => {
    expect(names('2026-03-02', false)).toEqual(['section-7a-talk']);
  });

  it('ends with the last day of a pack', () => {
    const [pack] = DEADLINES;
    if (!pack) throw new Error('no packs');
    const ended = { ...pack, validTo: day('2026-12-31') };
    expect(deadlinesInForce(day('2026-12-31'), { paysWage: true }, [ended])).toHaveLength(1);
    expect(deadlinesInForce(day('2027-01-01'), { paysWage: true }, [ended])).toHaveLength(0);
  });
});
