import { HELP, type Help, type HelpFact } from '../../../cases/index.js';
import {
  atomOf,
  atomsOf,
  countChangeTells,
  countJudge,
  decideRelease,
  hideSettledWhole,
  shareChangeTells,
  shareJudge,
  type Atoms,
  type Decisions,
  type DisclosureLimits,
  type FamilyCell,
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
}

const WHOLE = 'partnership';

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
  const ids = workplaces.map(({ id }) => id);
  const root: FamilyCell = {
    key: WHOLE,
    atoms: atomsOf(ids, months),
    parts: workplaces.map(({ id }) => ({ key: id, atoms: atomsOf([id], months), parts: [] })),
  };
  const earlierOf = (measure: Help) => earlier.filter((cell) => cell.measure === measure);
  const decideCount = (measure: Help): Decisions => {
    const judge = countJudge(countOf(measure), limits);
    const changeTells = countChangeTells(countOf(measure), limits);
    const decided = decideRelease({ root, judge, changeTells, earlier: earlierOf(measure) });
    return hideSettledWhole(root, decided, limits);
  };
  // Waiting is a mean of the referrals held: where their number is hidden, so is it.
  const decideWaiting = (held: Decisions): Decisions => {
    const shareOf = (atoms: Atoms) => ({
      numerator: countOf('waiting-days')(atoms),
      denominator: countOf('referrals-held')(atoms),
    });
    const hidden = [...held].filter(([, reason]) => reason !== null);
    return decideRelease({
      root,
      judge: shareJudge(shareOf, limits),
      changeTells: shareChangeTells(shareOf, limits),
      earlier: earlierOf('waiting-days'),
      withheld: new Map(hidden.map(([key]): [string, Reason] => [key, 'dependent'])),
    });
  };
  return HELP.flatMap((measure) => {
    const decided =
      measure === 'waiting-days' ? decideWaiting(decideCount('referrals-held')) : decideCount(measure);
    const amountsOf = (atoms: Atoms): number[] =>
      measure === 'waiting-days'
        ? [countOf(measure)(atoms), countOf('referrals-held')(atoms)]
        : [countOf(measure)(atoms)];
    const line = (workplace: Workplace | null, key: string, units: readonly string[]): DecidedHelp => ({
      measure,
      workplace,
      units,
      amounts: amountsOf(atomsOf(units, months)),
      reason: decided.get(key) ?? null,
    });
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
