import type { TreeJudge } from './tree.js';

/** The numbers of the output policy for surveys (definitions 6.4): answers that a figure needs. */
export interface SurveyLimits {
  readonly answers: number;
  /** About bullying, harassment, threats and violence. */
  readonly offensive: number;
  readonly comments: number;
}

export const SURVEY_LIMITS: SurveyLimits = Object.freeze({ answers: 5, offensive: 20, comments: 10 });

/** By how many answers two figures must differ of which one covers the other (definitions 6.4). */
const DIFFERENCE = { mean: 3, share: 10 } as const;

/** Why a cell of a survey shows no figure. */
export const SURVEY_REASONS = [
  /** Nobody answered: no figure, and nothing hidden. */
  'nothing',
  /** Fewer were invited than a reporting group needs: their answers lie in the group above. */
  'too-few-invited',
  'too-few-answers',
  /** Fewer than 40 % answered: no report about the team (not for privacy, but for want of ground). */
  'low-response',
  /** All of few gave the same answer: the figure would tell what each of them said. */
  'unanimous',
  /** Hidden so that a hidden neighbour cannot be worked out from the figure above. */
  'complementary',
] as const;
export type SurveyReason = (typeof SURVEY_REASONS)[number];

/** Answers of a group; for a share also how many took each choice. */
export interface AnswerSum {
  readonly answers: number;
  readonly counts: readonly number[];
}

export interface AnswerRule {
  /** Answers that a figure needs. */
  readonly minimum: number;
  readonly kind: keyof typeof DIFFERENCE;
}

const isUnanimous = ({ answers, counts }: AnswerSum, minimum: number): boolean =>
  answers < 2 * minimum && counts.some((count) => count === answers);

/**
 * The rule for answers (definitions 6.4, 8.6): a figure needs its minimum, and so does what is left when a shown part
 * is taken from a shown sum; between two figures lie at least 3 answers for means and 10 for shares. With fewer than
 * twice the minimum an answer that all gave is hidden as well.
 */
export const answersJudge = ({ minimum, kind }: AnswerRule): TreeJudge<AnswerSum, SurveyReason> => ({
  alone: (sum) => {
    if (sum.answers === 0) return 'nothing';
    if (sum.answers < minimum) return 'too-few-answers';
    return isUnanimous(sum, minimum) ? 'unanimous' : null;
  },
  restTells: (rest) =>
    rest.answers > 0 && (rest.answers < Math.max(minimum, DIFFERENCE[kind]) || isUnanimous(rest, minimum)),
  minus: (sum, part) => ({
    answers: sum.answers - part.answers,
    counts: sum.counts.map((count, index) => count - (part.counts[index] ?? 0)),
  }),
  size: ({ answers }) => answers,
});
