import type { OutputNumbers } from './domain/limits.js';

export class OutputNumbersView implements OutputNumbers {
  /** Persons with exposure that an absence figure needs. */
  persons: number;
  /** Persons with absence among them. */
  absentPersons: number;
  /** The largest share of the days that one person may hold, between 0 and 1. */
  largestShare: number;
  /** The smallest count that is printed. */
  count: number;
  /** The smallest denominator of a printed share. */
  shareBase: number;
  /** Answers that a figure of a survey needs. */
  answers: number;
  /** The same about bullying, harassment, threats and violence. */
  offensive: number;
  /** Answers of a group before its comments are shown. */
  comments: number;
}

/** What holds at the employer, beside the policy's own numbers, below which none can go. */
export class OutputPolicyView {
  limits: OutputNumbersView;
  policy: OutputNumbersView;
  abilities: string[];
}
