import type { AbsenceFootprints, HeldQuantity } from '../../absence/index.js';
import {
  absenceJudge,
  atomsOf,
  decideRelease,
  familyCell,
  type DisclosureLimits,
  type EarlierCell,
  type FamilyCell,
  type Reason,
} from '../../disclosure/index.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { IndicatorMeasure } from './contract.js';

/** By what the release ledger keeps indicators and the figures of reports apart, or together. */
export const QUANTITY_OF = {
  days: 'absence-days',
  'days-cut-at-30': 'days-cut-at-30',
  spells: 'spells-ended',
  'long-spells': 'long-spells',
} as const satisfies Readonly<Record<IndicatorMeasure, HeldQuantity>>;

/** A figure that is to leave the house: what some workplaces come to in some months. */
export interface AskedFigure {
  readonly key: string;
  readonly units: readonly string[];
  /** First days. */
  readonly months: readonly LocalDate[];
}

/** A figure of an indicator, with those that leave beside it and are disjoint parts of it. */
export interface AskedFamily extends AskedFigure {
  readonly measure: IndicatorMeasure;
  readonly parts: readonly AskedFigure[];
}

export interface DecidedFigure extends AskedFigure {
  readonly measure: IndicatorMeasure;
  /** Why it may not be known; null where it leaves. */
  readonly reason: Reason | null;
}

export interface ReleaseGrounds {
  readonly footprints: Pick<AbsenceFootprints, 'footprint'>;
  readonly limits: DisclosureLimits;
  /** What has left the house before, by any exit. */
  readonly earlier: readonly (EarlierCell & { readonly measure: string })[];
}

const cellOf = ({ key, units, months }: AskedFigure, parts: readonly AskedFigure[] = []): FamilyCell =>
  familyCell(
    key,
    units,
    months,
    parts.map((part) => cellOf(part)),
  );

const decideFamily = (
  { measure, parts, ...whole }: AskedFamily,
  { footprints, limits, earlier }: ReleaseGrounds,
): DecidedFigure[] => {
  const quantity = QUANTITY_OF[measure];
  const decisions = decideRelease({
    root: cellOf(whole, parts),
    judge: absenceJudge((atoms) => footprints.footprint(quantity, atoms), limits),
    earlier: earlier.filter((cell) => cell.measure === quantity),
    // These figures are told again with what came in since, to few digits: no person's days can be read off the change.
    changeTells: () => false,
  });
  return [whole, ...parts].map((figure) => ({
    ...figure,
    measure,
    reason: decisions.get(figure.key) ?? null,
  }));
};

/** Decides which figures of indicators may leave: alone, beside each other, and beside all that left before. */
export const decideFigures = (families: readonly AskedFamily[], grounds: ReleaseGrounds): DecidedFigure[] =>
  families.reduce<DecidedFigure[]>((decided, family) => {
    const shown = decided
      .filter(({ reason }) => reason === null)
      .map(({ measure, units, months }) => ({
        measure: QUANTITY_OF[measure],
        atoms: atomsOf(units, months),
        amounts: [],
        readAt: '',
      }));
    return [...decided, ...decideFamily(family, { ...grounds, earlier: [...grounds.earlier, ...shown] })];
  }, []);
