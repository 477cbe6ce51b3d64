import type { Arm, IndicatorMeasure } from './contract.js';
import type { DecimalText } from './terms.js';

/** What one workplace came to in one month by one measure. For computing with: no reader gets a single one. */
export interface IndicatorCell {
  readonly tenantId: string;
  readonly unitId: string;
  readonly arm: Arm;
  /** `yyyy-mm` */
  readonly month: string;
  readonly indicator: IndicatorMeasure;
  readonly amount: DecimalText;
  /** Full-time employed, over the days of the month. */
  readonly exposure: DecimalText;
  /** Employments on the last day of the month. */
  readonly persons: number;
  /** Whether the month may still change much (definitions 2.5). */
  readonly provisional: boolean;
}
