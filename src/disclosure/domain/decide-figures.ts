import { absenceChangeTells, absenceJudge, type FootprintOf } from './absence-judge.js';
import { countChangeTells, countJudge, hideSettledWhole, type CountOf } from './count-judge.js';
import type { EarlierCell } from './difference.js';
import type { Decisions, FamilyCell } from './family.js';
import type { DisclosureLimits } from './limits.js';
import type { Reason } from './reason.js';
import { decideRelease, type Release } from './release.js';
import { shareChangeTells, shareJudge, type ShareOf } from './share-judge.js';

/** One measure's figures that are to leave the house. */
export interface AskedFigures {
  readonly root: FamilyCell;
  readonly limits: DisclosureLimits;
  /** What of the measure has left the house before. */
  readonly earlier: readonly EarlierCell[];
  /** The decisions of what these figures are not told without: their sum, or what they are shares of. */
  readonly dependsOn?: Decisions | undefined;
}

const decide = (
  { root, earlier, dependsOn = new Map() }: AskedFigures,
  rules: Pick<Release, 'judge' | 'changeTells'>,
): Decisions => {
  const hidden = [...dependsOn].filter(([, reason]) => reason !== null);
  const withheld = new Map(hidden.map(([key]): [string, Reason] => [key, 'dependent']));
  return decideRelease({ root, earlier, withheld, ...rules });
};

/** Decides which figures of absence are shown (definitions 6.1). */
export const decideAbsence = (footprintOf: FootprintOf, asked: AskedFigures): Decisions =>
  decide(asked, {
    judge: absenceJudge(footprintOf, asked.limits),
    changeTells: absenceChangeTells(footprintOf, asked.limits),
  });

/** Decides which counts are shown (definitions 6.2). */
export const decideCounts = (countOf: CountOf, asked: AskedFigures): Decisions => {
  const { root, limits } = asked;
  const judge = countJudge(countOf, limits);
  return hideSettledWhole(
    root,
    decide(asked, { judge, changeTells: countChangeTells(countOf, limits) }),
    limits,
  );
};

/** Decides which shares and means are shown (definitions 6.2), or by a judge that asks for more of them. */
export const decideShares = (
  shareOf: ShareOf,
  asked: AskedFigures,
  judge = shareJudge(shareOf, asked.limits),
): Decisions => decide(asked, { judge, changeTells: shareChangeTells(shareOf, asked.limits) });
