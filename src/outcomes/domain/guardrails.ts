import { Exact } from '../../shared/money.js';
import type { DecimalText } from './terms.js';

/** What must not have become worse while absence fell (definitions 9.6). */
export const GUARDRAILS = [
  'presenteeism',
  'other-leave',
  'relapse',
  'leavers',
  'wellbeing',
  'completeness',
  'experience',
] as const;
export type GuardrailName = (typeof GUARDRAILS)[number];

/** A limit as agreed: the figure is to be at least it, or at most. */
export interface Guardrail {
  readonly name: GuardrailName;
  readonly side: 'at-least' | 'at-most';
  readonly limit: DecimalText;
}

export type GuardrailState = 'kept' | 'broken' | 'missing';

export interface GuardrailReading extends Guardrail {
  readonly figure: DecimalText | null;
  readonly state: GuardrailState;
}

/** Holds each limit against its figure. One without a figure is missing, and holds payment as a broken one does. */
export const readGuardrails = (
  agreed: readonly Guardrail[],
  figures: Readonly<Partial<Record<GuardrailName, DecimalText | null>>>,
): readonly GuardrailReading[] =>
  agreed.map((guardrail) => {
    const figure = figures[guardrail.name] ?? null;
    return { ...guardrail, figure, state: stateOf(guardrail, figure) };
  });

const stateOf = ({ side, limit }: Guardrail, figure: DecimalText | null): GuardrailState => {
  if (figure === null) return 'missing';
  const over = new Exact(figure).comparedTo(limit);
  return (side === 'at-least' ? over >= 0 : over <= 0) ? 'kept' : 'broken';
};
