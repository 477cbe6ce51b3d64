import { COUNTED_KINDS, type SpellKind } from '../../absence/index.js';
import type { UnmandatedRule } from '../../access/index.js';
import { DEADLINES, type Deadline } from './deadlines.js';

/** What an employer may set (definitions 1.3, 1.5, 1.6). */
export interface RuleSettings {
  /** Days of a spell, the first being 1, in ascending order. */
  readonly contactDays: readonly number[];
  readonly spellsThreshold: number;
  /** Calendar days. */
  readonly spellsWindow: number;
  readonly daysThreshold: number;
  /** Calendar days. */
  readonly daysWindow: number;
  readonly countedKinds: readonly SpellKind[];
  /** Whether wage is paid during sickness, which is what brings the five weeks of § 40. */
  readonly paysWage: boolean;
  /** Whether a unit whose new spells in a month lie above its own past raises a signal about the unit. */
  readonly unitSpells: boolean;
}

export const DEFAULT_SETTINGS: RuleSettings = {
  contactDays: [1, 5, 14, 28],
  spellsThreshold: 3,
  spellsWindow: 183,
  daysThreshold: 15,
  daysWindow: 365,
  countedKinds: COUNTED_KINDS,
  paysWage: true,
  unitSpells: false,
};

/** Kinds that an employer may count beside own and partial sickness (definitions 1.3). */
export const WORK_INJURY_KINDS = ['work-injury'] as const satisfies readonly SpellKind[];
export const SECTION_56_KINDS = ['section-56', 'section-56-partial'] as const satisfies readonly SpellKind[];

export const RULE_KINDS = [
  'contact-day',
  'spells-in-window',
  'days-in-window',
  'deadline',
  'unit',
  'introduction',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** A rule as data. Its name derives from its numbers, so a signal says by which numbers it was raised. */
export type Rule =
  | { readonly kind: 'contact-day'; readonly name: string; readonly day: number }
  | {
      readonly kind: 'spells-in-window' | 'days-in-window';
      readonly name: string;
      readonly threshold: number;
      readonly window: number;
    }
  | { readonly kind: 'deadline'; readonly name: string; readonly deadline: Deadline }
  | { readonly kind: 'unit'; readonly name: UnitRuleName }
  | { readonly kind: 'introduction'; readonly name: IntroductionRuleName };

/** About a unit and no person: a fall in its survey results (definitions 8.6), or many new spells in a month. */
export const UNIT_RULES = ['wellbeing-drop', 'unit-spells'] as const;
export type UnitRuleName = (typeof UNIT_RULES)[number];

/** About an introduction, for the person responsible alone: never for a consultant, never from absence (definitions 8.4). */
export const INTRODUCTION_RULES = [
  'introduction-overdue',
  'talk-wanted',
] as const satisfies readonly UnmandatedRule[];
export type IntroductionRuleName = (typeof INTRODUCTION_RULES)[number];

export const contactDay = (day: number): Rule => ({ kind: 'contact-day', name: `contact-day-${day}`, day });
export const spellsInWindow = (threshold: number, window: number): Rule => ({
  kind: 'spells-in-window',
  name: `spells-${threshold}-in-${window}-days`,
  threshold,
  window,
});
export const daysInWindow = (threshold: number, window: number): Rule => ({
  kind: 'days-in-window',
  name: `days-${threshold}-in-${window}`,
  threshold,
  window,
});

/** The early-absence rules of an employer; the legal deadlines hold beside them and cannot be set. */
export const rulesOf = (settings: RuleSettings): Rule[] => [
  spellsInWindow(settings.spellsThreshold, settings.spellsWindow),
  daysInWindow(settings.daysThreshold, settings.daysWindow),
  ...settings.contactDays.map(contactDay),
];

/** What raises a signal beside a person's absence: about units, then about introductions. */
export const otherRulesOf = ({ unitSpells }: Pick<RuleSettings, 'unitSpells'>): Rule[] => [
  ...UNIT_RULES.filter((name) => name !== 'unit-spells' || unitSpells).map((name): Rule => ({
    kind: 'unit',
    name,
  })),
  ...INTRODUCTION_RULES.map((name): Rule => ({ kind: 'introduction', name })),
];

const FORMS: readonly [RegExp, (numbers: readonly number[]) => Rule][] = [
  [/^contact-day-(\d+)$/, ([day = 0]) => contactDay(day)],
  [/^spells-(\d+)-in-(\d+)-days$/, ([threshold = 0, window = 0]) => spellsInWindow(threshold, window)],
  [/^days-(\d+)-in-(\d+)$/, ([threshold = 0, window = 0]) => daysInWindow(threshold, window)],
];

/** The rule of a name, also one that the employer has since changed; null for a name that no rule has. */
export const findRule = (name: string): Rule | null => {
  const deadline = DEADLINES.find((candidate) => candidate.name === name);
  if (deadline) return { kind: 'deadline', name, deadline };
  const other = otherRulesOf({ unitSpells: true }).find((candidate) => candidate.name === name);
  if (other) return other;
  for (const [form, make] of FORMS) {
    const found = form.exec(name);
    if (found) return make(found.slice(1).map(Number));
  }
  return null;
};

/** How far back a statement must look so that every number of every rule is exact. */
export const lookback = (settings: RuleSettings): number =>
  Math.max(settings.spellsWindow, settings.daysWindow, ...settings.contactDays, 56) + 1;
