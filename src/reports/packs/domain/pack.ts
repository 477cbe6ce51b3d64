import type {
  ContractIndicator,
  DecimalText,
  IndicatorMeasure,
  Sight,
  Track,
  TrackMeasure,
} from '../../../partnerships/index.js';
import type { LocalDate } from '../../../shared/local-date.js';
import type { Period } from '../../../shared/period.js';

/** What a contract measures by, and what has been told of it. */
export interface PackIndicator {
  readonly id: string;
  readonly measure: IndicatorMeasure;
  readonly contractUse: ContractIndicator['contractUse'];
  /** By which part it is to fall; null where nothing is aimed at. */
  readonly reduction: DecimalText | null;
}

/** What was last told of an indicator's effect, of a period that was over with the report's. Figures are the policy's. */
export interface PackEffect extends Period {
  readonly indicator: string;
  readonly reading: string;
  readonly avoided: DecimalText | null;
  readonly lower: DecimalText | null;
  readonly upper: DecimalText | null;
  /** Saved before the first day of what it evaluates. */
  readonly preregistered: boolean;
  readonly hidden: boolean;
}

/** How broadly the work was done, as the latest estimate was told with it. */
export interface PackFidelity {
  readonly kind: string;
  readonly state: string;
  readonly percent: number | null;
  readonly days: number | null;
}

/** A figure of a track, of all teams, authorities or employers together, as it was last released for the period. */
export interface PackTrack {
  readonly track: Track;
  readonly measure: TrackMeasure;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly of: number | null;
  /** Why it is hidden. */
  readonly reason: string | null;
  /** How a small count prints. */
  readonly bound: string | null;
}

/** Amounts in øre without VAT; null until a statement has been drawn up. */
export interface PackSettlement extends Period {
  readonly state: string;
  readonly net: number | null;
  readonly held: number | null;
  readonly cumulative: number | null;
}

export interface PackBarrier {
  readonly kind: string;
  readonly seenOn: LocalDate;
  readonly what: string;
  /** A workplace as the contract names it; null where it is about all of them. */
  readonly unit: string | null;
  readonly action: string;
  readonly actionBy: string;
  readonly dueOn: LocalDate | null;
  readonly resolvedOn: LocalDate | null;
}

/** What a pack says beside the figures of its report, as it stood when that was made. */
export interface PackContent {
  readonly madeOn: LocalDate;
  /** The version in force on the last day of the period; null before the first. */
  readonly contractVersion: number | null;
  readonly indicators: readonly PackIndicator[];
  /** Open ones, and those resolved in the period. */
  readonly barriers: readonly PackBarrier[];
  readonly effects: readonly PackEffect[];
  readonly fidelity: readonly PackFidelity[];
  readonly tracks: readonly PackTrack[];
  readonly settlements: readonly PackSettlement[];
}

export interface SignOff {
  readonly party: string;
  readonly name: string;
  readonly signedAt: Date;
}

export type PackSight = ReadonlySet<Sight>;

/** What is late when the pack was made, of what is open. */
export const openBarriers = ({
  barriers,
  madeOn,
}: PackContent): { readonly open: number; readonly late: number } => {
  const open = barriers.filter((barrier) => barrier.resolvedOn === null);
  return { open: open.length, late: open.filter(({ dueOn }) => dueOn !== null && dueOn < madeOn).length };
};
