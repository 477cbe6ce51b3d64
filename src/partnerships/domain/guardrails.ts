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
