import type { LocalDate } from '../../shared/local-date.js';
import type { SignalFacts } from './facts.js';
import type { IntroductionRuleName, UnitRuleName } from './rules.js';

/** Who alone is told of an introduction. */
export type Responsible = 'line-manager' | 'hr-manager';

/** Why there is to be a signal today that does not come from a person's absence. */
export interface Reason {
  readonly rule: UnitRuleName | IntroductionRuleName;
  readonly unitId: string;
  /** The new employee of an introduction; null where the reason is about the unit. */
  readonly personId: string | null;
  readonly employmentId: string | null;
  readonly responsible: Responsible | null;
  /** The day it came about. A later one than a signal that was acted on has seen raises a new signal. */
  readonly since: LocalDate;
  /** The days it was seen in. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly facts: SignalFacts;
}

/** What one source has to say of an employer today: every reason of its rules that there is. */
export interface SourceReasons {
  readonly rules: readonly Reason['rule'][];
  readonly reasons: readonly Reason[];
  /**
   * A day whose reasons were weighed again from what is recorded now: a signal of it that has none any more never had,
   * and is withdrawn. Null where what was found stands for good.
   */
  readonly weighedAgain: LocalDate | null;
}
