import { HELP, type Help, type HelpFact } from '../../../cases/index.js';
import {
  atomOf,
  atomsOf,
  boundOf,
  decideCounts,
  decideShares,
  unitFamily,
  type AskedFigures,
  type Atoms,
  type Decisions,
  type DisclosureLimits,
  type LedgerLine,
  type Reason,
  type ReleasedCell,
} from '../../../disclosure/index.js';
import type { LocalDate } from '../../../shared/local-date.js';
import type { Period } from '../../../shared/period.js';

export interface Workplace {
  readonly id: string;
  readonly name: string;
}

export interface HelpGrounds {
  readonly facts: readonly HelpFact[];
  /** Those of the partnership, for each of which there is a line. */
  readonly workplaces: readonly Workplace[];
  /** First days of the months of the period. */
  readonly months: readonly LocalDate[];
  readonly limits: DisclosureLimits;
  /** What has left by any exit. */
  readonly earlier: readonly ReleasedCell<string>[];
}

/** One figure that is printed or hidden; waiting days over the referrals held, the others counts. */
export interface DecidedHelp {
  readonly measure: Help;
  /** Null for all workplaces together. */
  readonly workplace: Workplace | null;
  readonly units: readonly string[];
  readonly amounts: readonly number[];
  readonly reason: Reason | null;
  /** How a small count prints. */
  readonly bound: string | null;
}

const WHOLE = 'partnership';
const COUNTS = ['workplace-visits', 'referrals-asked', 'referrals-held'] as const satisfies readonly Help[];

type CountOf = (atoms: Atoms) => number;

const countsOf =
  (facts: readonly HelpFact[]) =>
  (help: Help): CountOf => {
    const own = facts.filter(({ activity }) => activity === help);
    return (atoms) =>
      own
        .filter(({ workplace, month }) => atoms.has(atomOf(workplace, month)))
        .reduce((sum, { count }) => sum + count, 0);
  };

/** Decides what is told of help at workplaces, beside all that reports and earlier figures told (definitions 6.1-6.2). */
export const decideHelp = ({ facts, workplaces, months, limits, earlier }: HelpGrounds): DecidedHelp[] => {
  if (workplaces.length === 0) return [];
  const countOf = countsOf(facts);
  const [held, waited] = [countOf('referrals-held'), countOf('waiting-days')];
  const ids = workplaces.map(({ id }) => id);
  const asked = (measure: Help): AskedFigures => ({
    root: unitFamily(WHOLE, ids, months),
    limits,
    earlier: earlier.filter((cell) => cell.measure === measure),
  });
  const decided = new Map<Help, Decisions>(
    COUNTS.map((measure) => [measure, decideCounts(countOf(measure), asked(measure))]),
  );
  // Waiting is a mean of the referrals held: where their number is hidden, so is it.
  const dependsOn = decided.get('referrals-held');
  const waitingOf = (atoms: Atoms) => ({ numerator: waited(atoms), denominator: held(atoms) });
  decided.set('waiting-days', decideShares(waitingOf, { ...asked('waiting-days'), dependsOn }));
  return HELP.flatMap((measure) => {
    const line = (workplace: Workplace | null, key: string, units: readonly string[]): DecidedHelp => {
      const atoms = atomsOf(units, months);
      const amounts = measure === 'waiting-days' ? [waited(atoms), held(atoms)] : [countOf(measure)(atoms)];
      const reason = decided.get(measure)?.get(key) ?? null;
      return { measure, workplace, units, amounts, reason, bound: boundOf(reason, limits) };
    };
    return [line(null, WHOLE, ids), ...workplaces.map((one) => line(one, one.id, [one.id]))];
  });
};

/** What goes into the release ledger, under the names that reports write there. */
export const helpLedger = (cells: readonly DecidedHelp[], { from, to }: Period): LedgerLine<Help>[] =>
  cells.map(({ measure, workplace, units, amounts, reason }) => ({
    measure,
    cell: workplace?.id ?? WHOLE,
    units,
    from,
    to,
    reason,
    amounts: reason === null ? amounts : null,
  }));
