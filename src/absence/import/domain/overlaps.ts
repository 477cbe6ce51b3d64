import type { LocalDate } from '../../../shared/local-date.js';

interface Days {
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate | null;
}

/** A spell that is recorded and would stay so if the file said nothing of it. */
export interface RecordedDays extends Days {
  readonly id: string;
  /** Reported by hand and so confirmed by a payroll row that meets it (definitions 3.3). */
  readonly byHand: boolean;
}

/** A row of the file, in file order. */
export interface IncomingDays extends Days {
  readonly line: number;
  /** The recorded spell with the row's identity. */
  readonly matches: string | null;
}

export interface Settlement {
  /** Lines that overlap an earlier row or a recorded spell. */
  readonly rejected: readonly number[];
  /** Line to the spell by hand that it confirms, and whose id it takes over. */
  readonly confirmed: ReadonlyMap<number, string>;
  /** Spells by hand whose days a row has taken over without needing their id. */
  readonly absorbed: readonly string[];
}

const FOREVER = '9999-12-31';
const endOf = (days: Days): string => days.lastOn ?? FOREVER;
const overlap = (a: Days, b: Days): boolean => a.firstOn <= endOf(b) && b.firstOn <= endOf(a);

/** Stretches of which no two overlap, in order. */
class Taken {
  private readonly stretches: Days[] = [];

  /** Adds a stretch unless one of its days is taken. */
  take(days: Days): boolean {
    const place = this.placeOf(days);
    const before = this.stretches[place - 1];
    const after = this.stretches[place];
    if ((before && overlap(before, days)) || (after && overlap(after, days))) return false;
    this.stretches.splice(place, 0, days);
    return true;
  }

  private placeOf(days: Days): number {
    let low = 0;
    let high = this.stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const stretch = this.stretches[middle];
      if (stretch && stretch.firstOn <= days.firstOn) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Which rows find their days taken. The first row in file order wins. A recorded spell that the file brings anew makes
 * way for its own row; where that row is refused, the spell stays as it was and takes its days back.
 */
const refusedRows = (recorded: readonly RecordedDays[], incoming: readonly IncomingDays[]): number[] => {
  const kept = new Set<number>();
  for (;;) {
    const waiting = incoming.filter((row) => !kept.has(row.line));
    const making = new Set(waiting.map((row) => row.matches));
    const taken = new Taken();
    for (const spell of recorded) if (!spell.byHand && !making.has(spell.id)) taken.take(spell);
    const refused = waiting.filter((row) => !taken.take(row));
    const staying = refused.filter((row) => row.matches !== null);
    if (staying.length === 0) return [...kept, ...refused.map((row) => row.line)].toSorted((a, b) => a - b);
    for (const row of staying) kept.add(row.line);
  }
};

/**
 * Settles what one employment's rows and recorded spells of one kind, or of all kinds of sickness, may keep.
 * @param exclusive whether two of them may not cover the same day
 */
export const settleOverlaps = (
  recorded: readonly RecordedDays[],
  incoming: readonly IncomingDays[],
  exclusive: boolean,
): Settlement => {
  const rejected = exclusive ? refusedRows(recorded, incoming) : [];
  const refused = new Set(rejected);
  const rows = incoming.filter((row) => !refused.has(row.line));
  const met = recorded.filter((spell) => spell.byHand && rows.some((row) => overlap(row, spell)));
  const confirmed = new Map<number, string>();
  const absorbed: string[] = [];
  for (const spell of met) {
    const row = rows.find(
      (each) => each.matches === null && !confirmed.has(each.line) && overlap(each, spell),
    );
    if (row) confirmed.set(row.line, spell.id);
    else absorbed.push(spell.id);
  }
  return { rejected, confirmed, absorbed };
};
