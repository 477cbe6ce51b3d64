import { ApiProperty } from '@nestjs/swagger';
import { SPELL_KINDS, type SpellKind } from '../absence/index.js';
import { PageView } from '../platform/http/page.js';
import { AUDIENCES, type Audience } from './domain/audience.js';
import { RULE_KINDS, type RuleKind } from './domain/rules.js';
import { KEPT_STATES, type KeptState } from './settings.repository.js';

/** A rule as it is in force at an employer: everything that can raise a signal is one of these. */
export class SignalRuleView {
  rule: string;
  @ApiProperty({ enum: RULE_KINDS, enumName: 'RuleKind' })
  ruleKind: RuleKind;
  /** The kinds of absence that count. */
  @ApiProperty({ enum: SPELL_KINDS, enumName: 'SpellKind', isArray: true })
  kinds: SpellKind[];
  /** The day of the spell, spells begun, days of absence, or days from the first one to the deadline. */
  threshold: number;
  windowDays: number | null;
  /** Days after the first on which a legal deadline is warned of. */
  warnDays: number[];
  /** Who is told; consultants only where their mandate names the rule. */
  @ApiProperty({ enum: AUDIENCES, enumName: 'Audience', isArray: true })
  recipients: Audience[];
  legal: boolean;
  clause: string | null;
  source: string | null;
  /** Whether the clause was read in an official text. */
  verified: boolean;
}

export class RuleSettingsView {
  contactDays: number[];
  spellsThreshold: number;
  /** Calendar days. */
  spellsWindow: number;
  daysThreshold: number;
  /** Calendar days. */
  daysWindow: number;
  countsWorkInjury: boolean;
  countsSection56: boolean;
  paysWage: boolean;
  /** Whether many new spells of a unit in a month raise a signal about the unit. */
  unitSpells: boolean;
}

/** What the rule about many new spells of a unit would look at, and how often it would be wrong. */
export class UnitSpellsView {
  /** The month looked at, by its first day. */
  @ApiProperty({ type: String, format: 'date' })
  month: string;
  /** Units with enough people and a long enough past. */
  units: number;
  /** Signals a year that would mean nothing, were nothing ever to change. */
  falseAlarmsAYear: number;
}

/** A rule set that takes the place of today's. */
export class ComingRulesView {
  validFrom: string;
  informedOn: string | null;
  discussedOn: string | null;
  minutesReference: string | null;
  reason: string;
  settings: RuleSettingsView;
  rules: SignalRuleView[];
}

export class SignalRulesView {
  employerId: string;
  employerName: string;
  settings: RuleSettingsView;
  rules: SignalRuleView[];
  @ApiProperty({ type: ComingRulesView, nullable: true })
  coming: ComingRulesView | null;
  /** Calendar days from telling the employees of a new rule to its first signal; null while no signals are raised. */
  noticeDays: number | null;
  abilities: string[];
}

/** A rule set as it was recorded, whether and when it held, and what went before it. */
export class KeptRulesView {
  /** 1 for those an employer begins with. */
  number: number;
  @ApiProperty({ enum: KEPT_STATES, enumName: 'KeptRulesState' })
  state: KeptState;
  /** Null for those that held from the first day. */
  validFrom: string | null;
  /** The last day so far on which they held; null where they have held on none. */
  lastOn: string | null;
  informedOn: string | null;
  discussedOn: string | null;
  minutesReference: string | null;
  /** Null for those an employer begins with. */
  reason: string | null;
  recordedAt: Date;
  /** Null for those an employer begins with, or where the user is gone. */
  recordedBy: string | null;
  takenBackAt: Date | null;
  takenBackBy: string | null;
  /** As they stood on their last day; of those that never held, on their first. */
  rules: SignalRuleView[];
}

export class RulesHistoryView extends PageView {
  /** The last recorded first. */
  items: KeptRulesView[];
}
