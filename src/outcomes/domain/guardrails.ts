import type { DecimalText, Guardrail, GuardrailName } from '../../partnerships/index.js';
import { Exact } from '../../shared/money.js';

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
