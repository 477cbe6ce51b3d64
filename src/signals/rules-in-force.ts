import type { LocalDate } from '../shared/local-date.js';
import { audienceOf } from './domain/audience.js';
import { deadlinesInForce } from './domain/deadlines.js';
import { findRule, otherRulesOf, rulesOf, type Rule, type RuleSettings } from './domain/rules.js';
import type { RuleSettingsView, SignalRuleView } from './rules.view.js';

/** What can raise a signal under a rule set on a day: its rules, the legal deadlines, then units and introductions. */
export const rulesInForce = (settings: RuleSettings, on: LocalDate): SignalRuleView[] => {
  const legal = deadlinesInForce(on, settings).flatMap(({ name }) => findRule(name) ?? []);
  return [...rulesOf(settings), ...legal, ...otherRulesOf(settings)].map((rule) => viewOf(rule, settings));
};

export const settingsView = ({ countedKinds, contactDays, ...numbers }: RuleSettings): RuleSettingsView => ({
  ...numbers,
  contactDays: [...contactDays],
  countsWorkInjury: countedKinds.includes('work-injury'),
  countsSection56: countedKinds.includes('section-56'),
});

const viewOf = (rule: Rule, settings: RuleSettings): SignalRuleView => {
  const deadline = rule.kind === 'deadline' ? rule.deadline : null;
  return {
    rule: rule.name,
    ruleKind: rule.kind,
    kinds: countsAbsence(rule) ? [...settings.countedKinds] : [],
    threshold: thresholdOf(rule),
    windowDays: 'window' in rule ? rule.window : null,
    warnDays: [...(deadline?.warnDaysAfterFirst ?? [])],
    recipients: [...audienceOf(rule)],
    legal: deadline !== null,
    clause: deadline?.clause ?? null,
    source: deadline?.source ?? null,
    verified: deadline?.verified ?? false,
  };
};

const countsAbsence = ({ kind, name }: Rule): boolean =>
  kind !== 'introduction' && name !== 'wellbeing-drop' && name !== 'unit-spells';

const thresholdOf = (rule: Rule): number => {
  switch (rule.kind) {
    case 'contact-day':
      return rule.day;
    case 'deadline':
      return rule.deadline.daysAfterFirst;
    case 'spells-in-window':
    case 'days-in-window':
      return rule.threshold;
    default:
      return 1;
  }
};
