/** Below this share of those invited the yearly item is not shown (definitions 9.7). */
export const LEAST_RESPONSE = 0.6;
/** The target of the learning track: this share says "better" or "much better" (definitions 9.7). */
export const SKILL_TARGET = 0.8;

/** The item's answers in a closed round, as the output policy of surveys let them out. */
export interface SkillRound {
  readonly invited: number;
  readonly answered: number | null;
  /** By choice, the best first: much better, better, and so on. Null where hidden. */
  readonly counts: readonly number[] | null;
}

export interface Skill {
  readonly response: number | null;
  readonly answers: number | null;
  readonly better: number | null;
  readonly reason: 'low-response' | 'too-few-answers' | null;
}

/** The share of "better" and "much better" among those answering, shown with the response rate, or why not. */
export const skillOf = ({ invited, answered, counts }: SkillRound): Skill => {
  const response = answered === null || invited === 0 ? null : answered / invited;
  const answers = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
  if (response === null || counts === null || answers === 0)
    return { response, answers: null, better: null, reason: 'too-few-answers' };
  if (response < LEAST_RESPONSE) return { response, answers: null, better: null, reason: 'low-response' };
  const [muchBetter = 0, better = 0] = counts;
  return { response, answers, better: (muchBetter + better) / answers, reason: null };
};
