import { addMonths, type LocalDate } from '../../../shared/local-date.js';

/** The five phases of a workplace assessment, in their order. */
export const APV_PHASES = ['mapping', 'assessment', 'absence', 'action-plan', 'follow-up'] as const;
export type ApvPhase = (typeof APV_PHASES)[number];

export const APV_OCCASIONS = ['first', 'cycle', 'change'] as const;
export type ApvOccasion = (typeof APV_OCCASIONS)[number];

/** How often the assessment is due. A change of the law is a further row with dates of its own. */
export interface ApvCycle {
  readonly clause: string;
  readonly source: string;
  /** Whether the clause as it stands was read in an official text, or rests on secondary sources. */
  readonly verified: boolean;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  /** Revised at the latest so many months after the last one. */
  readonly months: number;
  /** Warned of so many months before. */
  readonly warnMonths: number;
}

export const APV_CYCLES: readonly ApvCycle[] = [
  {
    clause: 'arbejdsmiljøloven § 15 a',
    source: 'https://www.aprokom.dk/cm135/',
    verified: false,
    validFrom: null,
    validTo: null,
    months: 36,
    warnMonths: 6,
  },
];

/** The rule in force on a day. @throws Error where the packs leave a gap */
export const apvCycleOn = (day: LocalDate, packs: readonly ApvCycle[] = APV_CYCLES): ApvCycle => {
  const found = packs.find(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo),
  );
  if (!found) throw new Error(`no rule on workplace assessments for ${day}`);
  return found;
};

export const APV_STATES = ['never', 'in-time', 'soon', 'overdue'] as const;
export type ApvState = (typeof APV_STATES)[number];

export interface ApvDue {
  readonly state: ApvState;
  readonly dueOn: LocalDate | null;
}

/** Where an employer stands: when the next assessment is due at the latest. */
export const apvDue = (lastCompletedOn: LocalDate | null, today: LocalDate): ApvDue => {
  if (lastCompletedOn === null) return { state: 'never', dueOn: null };
  const { months, warnMonths } = apvCycleOn(today);
  const dueOn = addMonths(lastCompletedOn, months);
  if (dueOn < today) return { state: 'overdue', dueOn };
  return { state: addMonths(dueOn, -warnMonths) <= today ? 'soon' : 'in-time', dueOn };
};

/** Phases without evidence; an assessment is complete when there are none. */
export const missingPhases = (done: readonly ApvPhase[]): ApvPhase[] =>
  APV_PHASES.filter((phase) => !done.includes(phase));
