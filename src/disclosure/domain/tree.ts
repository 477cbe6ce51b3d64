/** A sum over a group, and the disjoint groups below it; what none of them covers is the group's own. */
export interface TreeCell<Sum> {
  readonly key: string;
  readonly sum: Sum;
  readonly parts: readonly TreeCell<Sum>[];
}

/** What the output policy says of one measure whose sums add up along a tree. */
export interface TreeJudge<Sum, Reason extends string> {
  /** Why the figure of a group may not be known, or null where it may. */
  alone(sum: Sum): Reason | null;
  /** Whether what is left of a shown sum, its shown parts taken away, tells about too few. */
  restTells(rest: Sum): boolean;
  minus(sum: Sum, part: Sum): Sum;
  /** By this the next smallest neighbour is found; 0 where hiding would protect nobody. */
  size(sum: Sum): number;
}

export type TreeDecisions<Reason extends string> = ReadonlyMap<string, Reason | 'complementary' | null>;

const everyCell = <Sum>(cell: TreeCell<Sum>): TreeCell<Sum>[] => [cell, ...cell.parts.flatMap(everyCell)];

const smallestOf = <Sum>(cells: readonly TreeCell<Sum>[], size: (sum: Sum) => number) =>
  cells
    .map((cell) => ({ cell, size: size(cell.sum) }))
    .filter((one) => one.size > 0)
    .sort((a, b) => a.size - b.size || (a.cell.key < b.cell.key ? -1 : 1))[0]?.cell;

/**
 * Decides which cells of a large tree are shown, in time that grows with its size. The rule is that of a family: each
 * cell by itself; then, wherever a shown sum less its shown parts would tell about too few, the next smallest part is
 * hidden too. One way down is enough: hiding changes what is left of the nearest shown sum above only, and that one
 * is being looked at. Sums of a tree lie within each other or apart, so whatever can be worked out from the shown ones
 * by adding and subtracting is made of these rests.
 *
 * @param withheld keys of cells that are hidden for a reason from outside.
 */
export const decideTree = <Sum, Reason extends string>(
  root: TreeCell<Sum>,
  judge: TreeJudge<Sum, Reason>,
  withheld: ReadonlyMap<string, Reason> = new Map(),
): TreeDecisions<Reason> => {
  const reasons = new Map<string, Reason | 'complementary' | null>(
    everyCell(root).map(({ key, sum }) => [key, judge.alone(sum) ?? withheld.get(key) ?? null]),
  );
  const shownBelow = (cell: TreeCell<Sum>): TreeCell<Sum>[] =>
    cell.parts.flatMap((part) => (reasons.get(part.key) === null ? [part] : shownBelow(part)));
  const settle = (cell: TreeCell<Sum>): void => {
    for (;;) {
      const below = shownBelow(cell);
      const rest = below.reduce((left, part) => judge.minus(left, part.sum), cell.sum);
      const next = below.length > 0 && judge.restTells(rest) ? smallestOf(below, judge.size) : undefined;
      if (!next) return below.forEach(settle);
      reasons.set(next.key, 'complementary');
    }
  };
  (reasons.get(root.key) === null ? [root] : shownBelow(root)).forEach(settle);
  return reasons;
};
