import fc from 'fast-check';
import { addDays, localDate } from '../../../shared/local-date.js';
import { goesBefore, isLongEnough, RETENTION_CLASSES, retentionClasses } from './retention.js';

const FIRST = localDate('1990-01-01');
const days = fc.integer({ min: 0, max: 20_000 });
const day = days.map((offset) => addDays(FIRST, offset));
const kept = fc.integer({ min: 1, max: 7_305 });

describe('retention', () => {
  it('keeps an absence that ended on 28 February 2021 for five years and a day of them', () => {
    const five = RETENTION_CLASSES.absence.days;
    // 1,826 days after 28 February 2021 is 28 February 2026: still kept that day, gone the next.
    expect('2021-02-28' < goesBefore(localDate('2026-02-28'), five)).toBe(false);
    expect('2021-02-28' < goesBefore(localDate('2026-03-01'), five)).toBe(true);
  });

  it('takes nothing before its days are over, and everything the day after', () => {
    fc.assert(
      fc.property(day, kept, (endedOn, length) => {
        expect(endedOn < goesBefore(addDays(endedOn, length), length)).toBe(false);
        expect(endedOn < goesBefore(addDays(endedOn, length + 1), length)).toBe(true);
      }),
    );
  });

  it('never gives back what went: tomorrow takes all that today does', () => {
    fc.assert(
      fc.property(day, day, days, kept, (endedOn, today, later, length) => {
        fc.pre(endedOn < goesBefore(today, length));
        expect(endedOn < goesBefore(addDays(today, later), length)).toBe(true);
      }),
    );
  });

  it('takes no more where a rule keeps longer', () => {
    fc.assert(
      fc.property(day, kept, kept, (today, one, other) => {
        const [shorter, longer] = [Math.min(one, other), Math.max(one, other)];
        expect(goesBefore(today, longer) <= goesBefore(today, shorter)).toBe(true);
      }),
    );
  });

  it.each(retentionClasses)('lets nobody keep %s for less than the product looks back on', (dataClass) => {
    const { days: usual, least } = RETENTION_CLASSES[dataClass];
    expect(isLongEnough(dataClass, usual)).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 20_000 }), (wanted) => {
        expect(isLongEnough(dataClass, wanted)).toBe(wanted >= least);
      }),
    );
  });
});
