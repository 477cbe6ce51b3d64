import type { DisclosureLimits } from '../../../disclosure/index.js';
import type { Arm } from '../../../partnerships/index.js';
import type { LabMeasure, UnitMoments, YearMoments } from './indicator-moments.js';

/** Who stands behind a unit's year. */
export interface CountedYear extends YearMoments {
  readonly persons: number;
  readonly holders: number;
  readonly largest: number;
}

export interface CountedMoments extends UnitMoments {
  readonly measure: LabMeasure;
  readonly first: CountedYear;
  readonly second: CountedYear;
  readonly topShare: number | null;
}

export interface LabUnit {
  readonly tenantId: string;
  readonly unitId: string;
  readonly name: string;
  readonly employerName: string;
  readonly arm: Arm;
}

/** Everything that a lab computes from. Kept by the partnership and shown to nobody as it is. */
export interface LabContent {
  readonly units: readonly LabUnit[];
  readonly moments: readonly CountedMoments[];
  /** The strictest of the employers'. */
  readonly limits: DisclosureLimits;
  /** Whether some of its months may still change much. */
  readonly provisional: boolean;
}
