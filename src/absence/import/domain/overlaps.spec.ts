import fc from 'fast-check';
import { addDays, localDate, type LocalDate } from '../../../shared/local-date.js';
import { settleOverlaps, type IncomingDays, type RecordedDays } from './overlaps.js';

const day = (number: number): LocalDate => addDays(localDate('2026-01-01'), number - 1);
const row = (
  line: number,
  first: number,
  last: number | null,
  matches: string | null = null,
): IncomingDays => ({
  line,
  firstOn: day(first),
  lastOn: last === null ? null : day(last),
  matches,
});
const spell = (id: string, first: number, last: number | null, byHand = false): RecordedDays => ({
  id,
  byHand,
  firstOn: day(first),
  lastOn: last === null ? null : day(last),
});
const settle = (recorded: RecordedDays[], incoming: IncomingDays[]) => {
  const { rejected, confirmed, absorbed } = settleOverlaps(recorded, incoming, true);
  return { rejected, confirmed: [...confirmed], absorbed };
};
const nothing = { rejected: [], confirmed: [], absorbed: [] };

describe('settling overlaps', () => {
  it('lets the first row in the file win, and a refused row refuses nobody', () => {
    expect(settle([], [row(2, 5, 9), row(3, 8, 12), row(4, 11, 14)])).toEqual({ ...nothing, rejected: [3] });
    expect(settle([], [row(2, 5, null), row(3, 1, 4), row(4, 30, 31)])).toEqual({
      ...nothing,
      rejected: [4],
    });
  });

  it('takes rows that touch', () => {
    expect(settle([spell('a', 1, 4)], [row(2, 5, 9), row(3, 10, 10)])).toEqual(nothing);
  });

  it('keeps what is recorded under another identity', () => {
    expect(settle([spell('a', 1, 4)], [row(2, 4, 9)])).toEqual({ ...nothing, rejected: [2] });
  });

  it('judges by what the file makes of recorded spells, not by what they were', () => {
    expect(settle([spell('a', 1, 5)], [row(2, 4, 6), row(3, 1, 3, 'a')])).toEqual(nothing);
    expect(settle([spell('a', 1, 5)], [row(2, 4, 6), row(3, 1, 4, 'a')])).toEqual({
      ...nothing,
      rejected: [2, 3],
    });
  });

  it('lets payroll confirm a spell reported by hand', () => {
    expect(settle([spell('h', 2, null, true)], [row(2, 1, 5)])).toEqual({
      ...nothing,
      confirmed: [[2, 'h']],
    });
    expect(settle([spell('h', 1, 20, true)], [row(2, 1, 10), row(3, 11, 20)])).toEqual({
      ...nothing,
      confirmed: [[2, 'h']],
    });
    expect(settle([spell('h', 1, 3, true), spell('i', 5, 7, true)], [row(2, 1, 7)])).toEqual({
      ...nothing,
      confirmed: [[2, 'h']],
      absorbed: ['i'],
    });
    expect(settle([spell('a', 1, 3), spell('h', 5, 7, true)], [row(2, 1, 7, 'a')])).toEqual({
      ...nothing,
      absorbed: ['h'],
    });
    expect(settle([spell('h', 9, 9, true)], [row(2, 1, 5)])).toEqual(nothing);
  });

  it('refuses nothing where days may be shared', () => {
    expect(settleOverlaps([spell('a', 1, 4)], [row(2, 1, 4), row(3, 2, 3)], false).rejected).toEqual([]);
  });

  const stretch = fc.tuple(
    fc.integer({ min: 1, max: 40 }),
    fc.option(fc.integer({ min: 0, max: 9 }), { freq: 9 }),
  );
  it('always leaves stretches of which no two overlap, and refuses only what meets another', () => {
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 12 }),
        fc.array(fc.tuple(stretch, fc.option(fc.nat(5))), { maxLength: 12 }),
        (old, news) => {
          const recorded = settledSpells(old);
          const used = new Set<string>();
          const incoming = news.map(([[first, length], match], index) => {
            const own = match === null ? undefined : recorded[match];
            if (!own || used.has(own.id))
              return row(index + 2, first, length === null ? null : first + length);
            used.add(own.id);
            return {
              ...row(index + 2, 1, length === null ? null : 60),
              firstOn: own.firstOn,
              matches: own.id,
            };
          });
          const { rejected } = settleOverlaps(recorded, incoming, true);
          const taken = incoming.filter((each) => !rejected.includes(each.line));
          const staying = recorded.filter((each) => !taken.some((other) => other.matches === each.id));
          const left = [...taken, ...staying].toSorted((a, b) => (a.firstOn < b.firstOn ? -1 : 1));
          for (const [index, each] of left.entries()) {
            const next = left[index + 1];
            if (next) expect((each.lastOn ?? '9999') < next.firstOn).toBe(true);
          }
          for (const line of rejected) {
            const refused = incoming.find((each) => each.line === line);
            expect(
              left.some(
                (each) =>
                  refused &&
                  each.firstOn <= (refused.lastOn ?? '9999') &&
                  refused.firstOn <= (each.lastOn ?? '9999'),
              ),
            ).toBe(true);
          }
        },
      ),
    );
  });
});

const settledSpells = (stretches: [number, number | null][]): RecordedDays[] => {
  let next = 1;
  return stretches.flatMap(([first, length], index) => {
    const start = next + (first % 5);
    if (length === null) return [];
    next = start + length + 1;
    return [spell(`s${index}`, start, start + length)];
  });
};
