import {
  decideAbsence,
  decideCounts,
  decideShares,
  everyCell,
  type Atoms,
  type Decisions,
  type DisclosureLimits,
  type FamilyCell,
  type Reason,
  type ReleasedCell,
} from '../../disclosure/index.js';
import type { Period } from '../../shared/period.js';
import {
  ABSENCE_QUANTITIES,
  ACTIVITIES,
  CELL_QUANTITIES,
  type AbsenceQuantity,
  type Activity,
  type CellQuantity,
  type ReportFacts,
} from './facts.js';
import { familiesOf, monthFamilyOf, type Group } from './group.js';

/** Activities that are counts; being in time is shown as a share of those due, waiting as days a referral held. */
export type CountedActivity = Exclude<Activity, 'signals-in-time' | 'waiting-days'>;
export const COUNTED_ACTIVITIES = ACTIVITIES.filter(
  (activity): activity is CountedActivity => activity !== 'signals-in-time' && activity !== 'waiting-days',
);
/** What the release ledger keeps apart: figures of one quantity are compared with earlier ones of the same. */
export const QUANTITIES = [
  ...ABSENCE_QUANTITIES,
  ...COUNTED_ACTIVITIES,
  'contacted-in-time',
  'waiting-days',
] as const;
export type Quantity = (typeof QUANTITIES)[number];

export type Released = ReleasedCell<Quantity | CellQuantity>;

/** What the decisions of a report rest on. */
export interface Grounds {
  /** The groups that a figure of a quantity is printed for; what is not printed gives nothing away. */
  printed(quantity: Quantity): readonly Group[];
  readonly facts: ReportFacts;
  readonly limits: DisclosureLimits;
  readonly released: readonly Released[];
}

/** For every quantity and group of a period, and for the whole's months, why no figure is shown; null where one is. */
export interface PeriodDecisions {
  readonly groups: ReadonlyMap<Quantity, Decisions>;
  readonly months: Decisions;
}

const isAbsence = (quantity: Quantity): quantity is AbsenceQuantity =>
  ABSENCE_QUANTITIES.some((one) => one === quantity);
/** Shares and means by what they are worked out from: above, then below. */
const SHARES = {
  'contacted-in-time': ['signals-in-time', 'signals-due'],
  'waiting-days': ['waiting-days', 'referrals-held'],
} as const satisfies Readonly<Record<string, readonly [Activity, Activity]>>;

const isCounted = (quantity: Quantity): quantity is CountedActivity =>
  COUNTED_ACTIVITIES.some((one) => one === quantity);

export const isActivityQuantity = (quantity: Quantity): boolean => !isAbsence(quantity);

const isOfCells = (quantity: Quantity | CellQuantity): quantity is CellQuantity =>
  CELL_QUANTITIES.some((one) => one === quantity);

/** What has been released of a quantity when its figure of these pieces is. */
export const amountsOf = (quantity: Quantity | CellQuantity, facts: ReportFacts, atoms: Atoms): number[] => {
  if (isOfCells(quantity)) return facts.amounts(quantity, atoms);
  if (isCounted(quantity)) return [facts.count(quantity, atoms)];
  return SHARES[quantity].map((activity) => facts.count(activity, atoms));
};

/** The ledger holds figures of other exits too that no report tells. */
const isToldHere = ({ measure }: Released): boolean =>
  QUANTITIES.some((one) => one === measure) || isOfCells(measure);

/** Whether what was released is no longer what is known. */
export const amountsChanged = (cell: Released, facts: ReportFacts): boolean =>
  cell.amounts.length > 0 &&
  isToldHere(cell) &&
  amountsOf(cell.measure, facts, cell.atoms).some(
    (amount, index) => Math.abs(amount - (cell.amounts[index] ?? 0)) > 1e-6,
  );

/** The quantity whose hidden cells take this one's with them: their sum, or their denominator. */
const DEPENDS_ON: Readonly<Partial<Record<Quantity, Quantity>>> = {
  'days-by-length': 'absence-days',
  'contacted-in-time': 'signals-due',
  'waiting-days': 'referrals-held',
};

const decide = (
  root: FamilyCell,
  quantity: Quantity,
  { facts, limits, released }: Grounds,
  dependsOn?: Decisions,
): Decisions => {
  const earlier = released.filter((cell) => cell.measure === quantity);
  const asked = { root, limits, earlier, dependsOn };
  if (isAbsence(quantity))
    return decideAbsence((atoms, knownAt) => facts.footprint(quantity, atoms, knownAt), asked);
  if (isCounted(quantity)) return decideCounts((atoms) => facts.count(quantity, atoms), asked);
  const [above, below] = SHARES[quantity];
  const shareOf = (atoms: Atoms) => ({
    numerator: facts.count(above, atoms),
    denominator: facts.count(below, atoms),
  });
  return decideShares(shareOf, asked);
};

const decideGroups = (grounds: Grounds, period: Period): ReadonlyMap<Quantity, Decisions> => {
  const decided = new Map<Quantity, Decisions>();
  for (const quantity of QUANTITIES) {
    const above = DEPENDS_ON[quantity];
    const dependsOn = above && decided.get(above);
    decided.set(
      quantity,
      new Map(
        familiesOf(grounds.printed(quantity), period).flatMap((root) => [
          ...decide(root, quantity, grounds, dependsOn),
        ]),
      ),
    );
  }
  return decided;
};

/** The months add up to the whole: they are shown only beside it, and never at its cost. */
const decideMonths = (grounds: Grounds, period: Period, whole: Decisions | undefined): Decisions => {
  const root = monthFamilyOf(grounds.printed('absence-days'), period);
  if (!root) return new Map();
  const hidden = new Map(everyCell(root).map((cell): [string, Reason] => [cell.key, 'dependent']));
  if (whole?.get(root.key) !== null) return hidden;
  const decisions = decide(root, 'absence-days', grounds);
  return decisions.get(root.key) === null ? decisions : hidden;
};

/** Decides what of a period may leave the house, beside all that has left it before (definitions 6.1-6.2). */
export const decidePeriod = (grounds: Grounds, period: Period): PeriodDecisions => {
  const groups = decideGroups(grounds, period);
  return { groups, months: decideMonths(grounds, period, groups.get('absence-days')) };
};
