import fc from 'fast-check';
import { SPELL_KINDS } from '../../src/absence/index.js';
import { dayNumber, type Person, type Row } from './history.js';

/** The first day of random histories; they run for some 900 days. */
export const FIRST_DAY = dayNumber('2024-01-01');
const randomJob = fc.record({
  from: fc.integer({ min: 0, max: 500 }),
  length: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
  start: fc.integer({ min: 0, max: 300 }),
  rows: fc.array(
    fc.record({
      gap: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 })),
      length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 })),
      kind: fc.oneof(fc.constant('own-sickness'), fc.constantFrom(...SPELL_KINDS)),
      lag: fc.integer({ min: 0, max: 40 }),
      corrected: fc.option(
        fc.record({ shift: fc.integer({ min: -9, max: 9 }), after: fc.integer({ min: 0, max: 30 }) }),
      ),
      deleted: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 14 },
  ),
  open: fc.boolean(),
});

type RandomJob = typeof randomJob extends fc.Arbitrary<infer Job> ? Job : never;
const historyOf = (given: readonly RandomJob[][]): Person[] =>
  given.map((jobs, key) =>
    jobs.map(({ from, length, start, rows, open }, place) => {
      const begin = FIRST_DAY + from;
      const end = length === null ? null : begin + length;
      let day = begin + start;
      const made = rows.flatMap((each, index): Row[] => {
        const first = day + each.gap;
        const last = first + each.length - 1;
        day = last + 1;
        const registered = first + each.lag;
        const isLast = index === rows.length - 1;
        if (each.deleted === 0)
          return [{ first, last, kind: each.kind, registered, superseded: registered + 5 }];
        const stands = {
          first,
          last: isLast && open ? null : last,
          kind: each.kind,
          registered: registered + (each.corrected?.after ?? 0),
          superseded: null,
        };
        if (each.corrected === null) return [stands];
        const { shift } = each.corrected;
        return [
          {
            first: first + shift,
            last: last + shift,
            kind: each.kind,
            registered,
            superseded: stands.registered,
          },
          stands,
        ];
      });
      // A first day outside the employment is rejected by the import (definitions 1.8).
      const kept = made.filter((each) => each.first >= begin && (end === null || each.first <= end));
      return { number: `${key}-${place}`, from: begin, to: end, rows: kept };
    }),
  );

/** People with one to three employments each, rows that touch, corrections and deletions. */
export const randomPeople = fc
  .array(fc.array(randomJob, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 })
  .map(historyOf);
