import type { RuleChange, RuleSettings } from './views';

/** A change of rules as a form holds it. */
export type RuleValues = Omit<RuleSettings, 'contactDays'> & {
  contactDays: string[];
  validFrom: string;
  informedOn: string | null;
  discussedOn: string | null;
  minutesReference: string;
  reason: string;
};

export const valuesOf = (settings: RuleSettings, validFrom: string): RuleValues => ({
  ...settings,
  contactDays: settings.contactDays.map(String),
  validFrom,
  informedOn: null,
  discussedOn: null,
  minutesReference: '',
  reason: '',
});

/** As it is sent. What is no whole number goes as it is written, so that the answer names the field. */
export const changeOf = ({ contactDays, minutesReference, ...values }: RuleValues): RuleChange => ({
  ...values,
  contactDays: contactDays.map(Number),
  minutesReference: minutesReference.trim() === '' ? null : minutesReference.trim(),
});

/** Whether some absence would raise a signal that raises none today; the employees hear of that first. */
export const isNews = (now: RuleSettings, next: RuleValues): boolean =>
  next.contactDays.some((day) => !now.contactDays.includes(Number(day))) ||
  (next.countsWorkInjury && !now.countsWorkInjury) ||
  (next.countsSection56 && !now.countsSection56) ||
  (next.paysWage && !now.paysWage) ||
  (next.unitSpells && !now.unitSpells) ||
  next.spellsThreshold < now.spellsThreshold ||
  next.spellsWindow > now.spellsWindow ||
  next.daysThreshold < now.daysThreshold ||
  next.daysWindow > now.daysWindow;
