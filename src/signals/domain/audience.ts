import type { Rule } from './rules.js';

/** Who is told of a signal. Consultants only where their mandate names the rule. */
export const AUDIENCES = ['line-manager', 'hr-manager', 'retention-consultant'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * Who is told of a rule (definitions 4.1): a legal deadline is the employer's own duty, and an introduction concerns the
 * one responsible for it, the line manager or human resources (8.4); what is about a unit goes to both and to the
 * consultants; everything else goes to the line manager and the consultants. That contact days 1 and 5 reach consultants only where the mandate says so, and 14,
 * 28 and the windows as a matter of course, lies in the mandate's list of rules, without which they see nothing.
 * Where no line manager is known, human resources are told in the manager's place.
 */
export const audienceOf = (rule: Rule): readonly Audience[] => {
  switch (rule.kind) {
    case 'deadline':
    case 'introduction':
      return ['line-manager', 'hr-manager'];
    case 'unit':
      return ['line-manager', 'hr-manager', 'retention-consultant'];
    default:
      return ['line-manager', 'retention-consultant'];
  }
};

/** A legal deadline is told at once, everything else in the daily digest. */
export const isUrgent = (rule: Rule): boolean => rule.kind === 'deadline';
