import { audienceOf, type Rule } from '../../signals/index.js';

/** What a person can be told of: a signal that was raised, or one that no consultant has taken in time. */
export const HAPPENINGS = ['raised', 'left-unclaimed'] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** Whose hats are told. Consultants and team leads only where a mandate in force names both unit and rule. */
export const RECIPIENT_ROLES = ['line-manager', 'hr-manager', 'retention-consultant', 'team-lead'] as const;
export type RecipientRole = (typeof RECIPIENT_ROLES)[number];

export interface Recipient {
  readonly role: RecipientRole;
  /** Told only where the employee has no line manager who could be told. */
  readonly inPlaceOfManager: boolean;
}

const always = (role: RecipientRole): Recipient => ({ role, inPlaceOfManager: false });
const HR_IN_PLACE_OF_MANAGER: Recipient = { role: 'hr-manager', inPlaceOfManager: true };

/**
 * Who is told (definitions 4.1, 4.2, 4.8): of a rule its audience, with human resources in the place of a line manager
 * who is not known; of a signal left unclaimed the team lead and human resources.
 */
export const recipientsOf = (happening: Happening, rule: Rule): readonly Recipient[] => {
  if (happening === 'left-unclaimed') return [always('team-lead'), always('hr-manager')];
  const audience = audienceOf(rule);
  const told = audience.map(always);
  return audience.includes('hr-manager') ? told : [...told, HR_IN_PLACE_OF_MANAGER];
};
