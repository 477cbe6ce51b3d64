import fc from 'fast-check';
import { addDays, localDate, type LocalDate } from '../../shared/local-date.js';
import { isWorkingDay } from '../../shared/working-days.js';
import { dueOn, movedByLeave, plannedOn, type Leave } from './due-day.js';
import { MOMENTS } from './programme.js';

const day = localDate;

describe('the day a step is planned on', () => {
  // 2026-03-02 is a Monday.
  it.each([
    ['before-day-1', '2026-02-27', 'the Friday before'],
    ['day-1', '2026-03-02', 'the day itself'],
    ['week-1', '2026-03-06', 'day 7 is a Sunday: the Friday'],
    ['day-30', '2026-03-31', 'a Tuesday'],
    ['day-60', '2026-04-30', 'a Thursday'],
    ['day-90', '2026-05-29', 'day 90 is a Saturday: the Friday'],
    ['day-180', '2026-08-28', 'a Friday'],
  ] as const)('%s of an employment from Monday 2026-03-02 is %s: %s', (moment, expected, _why) => {
    expect(plannedOn(day('2026-03-02'), moment)).toBe(expected);
  });

  it('begins with the first working day where the employment begins on a holiday', () => {
    expect(plannedOn(day('2026-01-01'), 'day-1')).toBe('2026-01-02');
    expect(plannedOn(day('2026-01-01'), 'before-day-1')).toBe('2025-12-31');
    // From Maundy Thursday to Easter Monday nobody works.
    expect(plannedOn(day('2026-04-02'), 'day-1')).toBe('2026-04-07');
    expect(plannedOn(day('2026-04-02'), 'week-1')).toBe('2026-04-08');
  });

  const days = fc.integer({ min: 0, max: 6000 }).map((offset) => addDays(day('2020-01-01'), offset));

  it('is always a working day, in the order of the moments, and in the employment from day 1 on', () => {
    fc.assert(
      fc.property(days, (startsOn) => {
        const planned = MOMENTS.map((moment) => plannedOn(startsOn, moment));
        expect(planned.every(isWorkingDay)).toBe(true);
        expect([...planned].sort()).toEqual(planned);
        expect(planned[0] && planned[0] < startsOn).toBe(true);
        expect(planned[1] && planned[1] >= startsOn).toBe(true);
      }),
    );
  });
});

describe('leave', () => {
  const leave = (firstOn: string, lastOn: string): Leave => ({ firstOn: day(firstOn), lastOn: day(lastOn) });

  it('moves what is planned in or after it by its days: 28 days from 2026-03-09', () => {
    const away = [leave('2026-03-09', '2026-04-05')];
    expect(movedByLeave(day('2026-03-06'), away)).toBe('2026-03-06');
    expect(movedByLeave(day('2026-03-31'), away)).toBe('2026-04-28');
  });

  it('counts a second leave that is reached only because of the first', () => {
    const away = [leave('2026-03-09', '2026-03-29'), leave('2026-04-13', '2026-04-19')];
    // Tuesday 24 March, 21 days later: 14 April, in the second leave; 7 more: 21 April.
    expect(movedByLeave(day('2026-03-24'), away)).toBe('2026-04-21');
    // Friday 20 March becomes 10 April, before the second.
    expect(movedByLeave(day('2026-03-20'), away)).toBe('2026-04-10');
  });

  it('moves on to a working day: Wednesday by two days past Easter is Tuesday', () => {
    expect(movedByLeave(day('2026-04-01'), [leave('2026-03-30', '2026-03-31')])).toBe('2026-04-07');
  });

  /** Day by day: a planned day moves one on for each day of leave that it meets or has behind it. */
  const stepwise = (planned: LocalDate, leaves: readonly Leave[]): LocalDate => {
    const off = new Set(
      leaves.flatMap(({ firstOn, lastOn }) => {
        const all: LocalDate[] = [];
        for (let one = firstOn; one <= lastOn; one = addDays(one, 1)) all.push(one);
        return all;
      }),
    );
    let due = planned;
    for (const one of [...off].sort()) if (one <= due) due = addDays(due, 1);
    return due;
  };

  it('is the same as counting its days one by one, before the turn to a working day', () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), gaps, (offset, parts) => {
        let next = day('2026-01-01');
        const leaves = parts.map(([gap, length]): Leave => {
          const firstOn = addDays(next, gap + 1);
          next = addDays(firstOn, length);
          return { firstOn, lastOn: next };
        });
        const planned = addDays(day('2026-01-01'), offset);
        const raw = leaves.reduce((on, one) => stepwise(on, [one]), planned);
        const moved = movedByLeave(planned, leaves);
        expect(moved >= raw).toBe(true);
        expect(isWorkingDay(moved) || moved === planned).toBe(true);
        for (let one = raw; one < moved; one = addDays(one, 1)) expect(isWorkingDay(one)).toBe(false);
      }),
    );
  });
});

describe('the day a step is due', () => {
  it('is the planned one where the employment was known in time', () => {
    expect(dueOn(day('2026-03-06'), { leaves: [], begunOn: day('2026-02-10') })).toBe('2026-03-06');
  });

  it('gives three working days where it was learned of late: from Wednesday to Monday', () => {
    expect(dueOn(day('2026-03-02'), { leaves: [], begunOn: day('2026-03-11') })).toBe('2026-03-16');
  });
});
