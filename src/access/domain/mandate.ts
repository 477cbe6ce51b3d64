import { addDays, type LocalDate } from '../../shared/local-date.js';

export const PROCESSING_ROLES = ['processor', 'controller'] as const;
export type ProcessingRole = (typeof PROCESSING_ROLES)[number];

/** Whom a consultant is employed by (definitions 5.2). */
export const AFFILIATIONS = ['provider', 'employer', 'authority'] as const;
export type Affiliation = (typeof AFFILIATIONS)[number];

/** Fields that a consultant sees only where a mandate names them. */
export const MANDATE_FIELDS = ['absence-kind'] as const;
export type MandateField = (typeof MANDATE_FIELDS)[number];

/** Rules about introductions: nothing of an introduction reaches a consultant (definitions 8.4), by no mandate. */
export const UNMANDATED_RULES = ['introduction-overdue', 'talk-wanted'] as const;
export type UnmandatedRule = (typeof UNMANDATED_RULES)[number];

export const MANDATE_STATES = ['coming', 'in-force', 'ended'] as const;
export type MandateState = (typeof MANDATE_STATES)[number];

/** What a mandate lets a provider reach. */
export interface MandateScope {
  readonly unitIds: readonly string[];
  readonly rules: readonly string[];
  readonly fields: readonly string[];
  /** The last day; null until further notice. */
  readonly to: LocalDate | null;
}

interface Grounds {
  readonly processingRole: ProcessingRole;
  readonly agreementReference?: string | null;
  readonly basis?: string | null;
}

const isBlank = (text: string | null | undefined): boolean => !text?.trim();

/**
 * What is missing for a mandate to be active (definitions 5.2): a processor works under an agreement, a controller on a
 * basis of its own, and a consultant of an authority always on a recorded basis.
 */
export const missingGround = (
  { processingRole, agreementReference, basis }: Grounds,
  affiliation: Affiliation,
): 'agreementReference' | 'basis' | null => {
  if (processingRole === 'processor' && isBlank(agreementReference)) return 'agreementReference';
  const needsBasis = processingRole === 'controller' || affiliation === 'authority';
  return needsBasis && isBlank(basis) ? 'basis' : null;
};

const within = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((each) => all.includes(each));

/** The first rule that no mandate may name; null where all may stand. */
export const unmandatedRule = (rules: readonly string[]): string | null =>
  rules.find((rule) => UNMANDATED_RULES.some((unmandated) => unmandated === rule)) ?? null;

/** The first part of a scope that reaches beyond another; null where all of it lies within. */
export const widerPart = (scope: MandateScope, than: MandateScope): keyof MandateScope | null => {
  if (!within(scope.unitIds, than.unitIds)) return 'unitIds';
  if (!within(scope.rules, than.rules)) return 'rules';
  if (!within(scope.fields, than.fields)) return 'fields';
  return than.to !== null && (scope.to === null || scope.to > than.to) ? 'to' : null;
};

export const stateOn = (
  day: LocalDate,
  { from, to }: { readonly from: LocalDate | null; readonly to: LocalDate | null },
): MandateState => {
  if (from === null || (to !== null && to < day)) return 'ended';
  return from > day ? 'coming' : 'in-force';
};

/** Whether a mandate shows its provider something that none of those in force already does, whatever its days. */
export const reachesFurther = (scope: MandateScope, standing: readonly MandateScope[]): boolean =>
  standing.every((other) => widerPart({ ...scope, to: null }, { ...other, to: null }) !== null);

/**
 * What of their notice the employees still lack where a mandate brings a new recipient of signals (definitions 4.7);
 * null where it has run by the first day.
 * @param noticeDays calendar days from telling them
 */
export const missingNotice = (
  { informedOn, from }: { readonly informedOn: LocalDate | null; readonly from: LocalDate },
  today: LocalDate,
  noticeDays: number,
): 'not-told' | 'told-later' | 'running' | null => {
  if (informedOn === null) return 'not-told';
  if (informedOn > today) return 'told-later';
  return from < addDays(informedOn, noticeDays) ? 'running' : null;
};
