import { findRule } from '../domain/rules.js';

const WORDS: Readonly<Record<string, string>> = {
  'section-7a-talk': 'Sygefraværssamtale senest fire uger efter første fraværsdag (sygedagpengeloven § 7 a)',
  'section-40-notification':
    'Anmeldelse til kommunen senest fem uger efter første fraværsdag (sygedagpengeloven § 40)',
  'wellbeing-drop':
    'Enhedens trivsel er faldet tydeligt siden sidste måling (om enheden, ikke om nogen person)',
  'unit-spells': 'Mange nye sygefravær i enheden en måned (om enheden, ikke om nogen person)',
  'introduction-overdue':
    'Et trin i en nyansats introduktion er ikke gjort til tiden (kun til den ansvarlige)',
  'talk-wanted': 'En nyansat ønsker en samtale (kun til den ansvarlige)',
};

/** A rule as the employees read it, in Danish; its name where there are no words for it. */
export const ruleWords = (name: string): string => {
  const rule = findRule(name);
  switch (rule?.kind) {
    case 'contact-day':
      return `Sygefraværets ${rule.day}. dag`;
    case 'spells-in-window':
      return `${rule.threshold} eller flere sygefraværsperioder på ${rule.window} dage`;
    case 'days-in-window':
      return `${rule.threshold} eller flere sygedage på ${rule.window} dage`;
    default:
      return WORDS[name] ?? name;
  }
};
