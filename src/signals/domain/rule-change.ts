import { addDays, type LocalDate } from '../../shared/local-date.js';
import type { RuleSettings } from './rules.js';

/** A rule set from a day on, and what went before it where it is news to the employees. */
export interface RuleChange {
  readonly settings: RuleSettings;
  /** The first day on which signals follow it. */
  readonly validFrom: LocalDate;
  readonly informedOn: LocalDate | null;
  /** The day works council, MED or AMO discussed it. */
  readonly discussedOn: LocalDate | null;
  readonly minutesReference: string | null;
  /** Why the rules change, in the employer's words. */
  readonly reason: string;
}

/** Whether something would raise a signal that would have raised none: that is news, a rule taken away is not. */
export const isNews = (now: RuleSettings, next: RuleSettings): boolean =>
  next.contactDays.some((day) => !now.contactDays.includes(day)) ||
  next.countedKinds.some((kind) => !now.countedKinds.includes(kind)) ||
  next.spellsThreshold < now.spellsThreshold ||
  next.spellsWindow > now.spellsWindow ||
  next.daysThreshold < now.daysThreshold ||
  next.daysWindow > now.daysWindow ||
  (next.paysWage && !now.paysWage) ||
  (next.unitSpells && !now.unitSpells);

export interface RuleChangeFault {
  readonly field: 'validFrom' | 'informedOn' | 'discussedOn' | 'minutesReference';
  readonly code: 'required' | 'in-the-past' | 'in-the-future' | 'notice-runs';
  readonly message: string;
}

const fault = (
  field: RuleChangeFault['field'],
  code: RuleChangeFault['code'],
  message: string,
): RuleChangeFault => ({ field, code, message });

const noticeFaults = (change: RuleChange, today: LocalDate, noticeDays: number): RuleChangeFault[] => {
  const days = ['informedOn', 'discussedOn'] as const;
  const faults = days.flatMap((field) => {
    const on = change[field];
    if (on === null) return [fault(field, 'required', 'A new rule is discussed and told before it holds.')];
    return on > today ? [fault(field, 'in-the-future', 'This is recorded once it has happened.')] : [];
  });
  if ((change.minutesReference ?? '').trim() === '') {
    faults.push(fault('minutesReference', 'required', 'Where the minutes of that talk are.'));
  }
  const earliest = change.informedOn === null ? null : addDays(change.informedOn, noticeDays);
  if (earliest !== null && change.validFrom < earliest) {
    faults.push(fault('validFrom', 'notice-runs', `The employees' notice runs until ${earliest}.`));
  }
  return faults;
};

/**
 * Why a change of rules cannot be recorded. Rules never change for days past. Once signals are raised, a change that is
 * news to the employees repeats their notice (definitions 4.7); before that the record of going live covers it.
 * @param noticeDays calendar days from informing the employees; null while no signals are raised
 */
export const changeFaults = (
  now: RuleSettings,
  change: RuleChange,
  today: LocalDate,
  noticeDays: number | null,
): RuleChangeFault[] => {
  const past =
    change.validFrom < today
      ? [fault('validFrom', 'in-the-past', 'Rules change from today at the earliest.')]
      : [];
  const told =
    noticeDays !== null && isNews(now, change.settings) ? noticeFaults(change, today, noticeDays) : [];
  return [...past, ...told];
};
