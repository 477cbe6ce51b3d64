/** An employee's private data, as far as the employer keeps any. */
export class PrivateDataView {
  /** The day of birth; the rest is not shown. */
  maskedCpr: string | null;
  phone: string | null;
  email: string | null;
}

/** Whether this employer keeps CPR numbers, and why. */
export class CprDecisionView {
  kept: boolean;
  /** What would hold without a decision: public employers keep them, private ones do not. */
  keptByDefault: boolean;
  reason: string | null;
  decidedAt: Date | null;
  /** How many employees have one on record. */
  people: number;
}
