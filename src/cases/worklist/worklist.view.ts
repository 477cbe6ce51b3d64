import { ApiProperty } from '@nestjs/swagger';
import { SPELL_KINDS, type SpellKind } from '../../absence/index.js';
import { PageView } from '../../platform/http/page.js';
import { AUDIENCES, RULE_KINDS, type Audience, type RuleKind } from '../../signals/index.js';
import { ContactView } from '../cases.view.js';
import { SIGNAL_BASES, SIGNAL_STATES, type SignalBasis, type SignalState } from '../domain/signal-state.js';

const DAY = { type: String, format: 'date' } as const;

/** A hat by the name of who wears it. */
export class HatNameView {
  id: string;
  name: string;
}

/** A reason to act, about a person or a unit, as the worklist shows it. */
export class SignalRow {
  id: string;
  rule: string;
  /** What it is about: a person's absence, a new employee's introduction, or a unit. */
  @ApiProperty({ enum: SIGNAL_BASES, enumName: 'SignalBasis' })
  basis: SignalBasis;
  /** Null where it is about the unit. */
  personId: string | null;
  personName: string | null;
  employerName: string;
  unitId: string;
  /** As the unit was called when the signal was raised. */
  unitName: string;
  @ApiProperty(DAY)
  raisedOn: string;
  /** The last day on which acting is in time. */
  @ApiProperty(DAY)
  dueOn: string;
  @ApiProperty({ enum: SIGNAL_STATES, enumName: 'SignalState' })
  state: SignalState;
  takenBy: HatNameView | null;
  /** Known only after the day it is about. */
  learnedLate: boolean;
  /** Left by the consultants for two working days. */
  escalated: boolean;
  /** Whether a statute sets the due day. */
  legal: boolean;
  abilities: string[];
}

export class SignalPage extends PageView {
  items: SignalRow[];
}

export class SignalSpellView {
  @ApiProperty(DAY)
  firstOn: string;
  @ApiProperty({ ...DAY, nullable: true })
  lastOn: string | null;
  /** Calendar days, to today while it runs. */
  days: number;
  /** As recorded now; null where it is gone or the mandate does not show kinds. */
  @ApiProperty({ enum: SPELL_KINDS, enumName: 'SpellKind', nullable: true })
  kind: SpellKind | null;
}

export class ScaleNameView {
  da: string;
  en: string;
}

/** How a scale of a survey fell in the unit since the round before. */
export class WellbeingDropView {
  scaleId: string;
  @ApiProperty({ type: ScaleNameView })
  name: ScaleNameView;
  /** Scores from 0 to 100. */
  from: number;
  to: number;
  /** Of the difference, 95 %: lower, upper. */
  interval: number[];
}

/** The unit's new spells in a month beside what its own past lets expect. */
export class SpellChartView {
  @ApiProperty(DAY)
  month: string;
  begun: number;
  expected: number;
  limit: number;
  /** Earlier months that the limit rests on. */
  months: number;
  persons: number;
}

/** What the rule saw when it raised or last changed the signal. */
export class SignalFactsView {
  /** The day of the spell, spells begun, days of absence, warnings of a legal deadline, scales that fell, or steps overdue. */
  count: number;
  /** What `count` is held against. */
  threshold: number;
  spells: SignalSpellView[];
  drops: WellbeingDropView[];
  @ApiProperty({ type: SpellChartView, nullable: true })
  chart: SpellChartView | null;
}

export const SIGNAL_EVENTS = [
  'raised',
  'claim',
  'release',
  'reassign',
  'contact',
  'escalated',
  'ended',
  'withdrawn',
] as const;
export type SignalEvent = (typeof SIGNAL_EVENTS)[number];

export class SignalEventView {
  @ApiProperty({ enum: SIGNAL_EVENTS, enumName: 'SignalEvent' })
  event: SignalEvent;
  at: Date;
  /** Null for what the product did. */
  by: string | null;
}

export class WindowView {
  @ApiProperty(DAY)
  from: string;
  @ApiProperty(DAY)
  to: string;
}

export class SignalView extends SignalRow {
  @ApiProperty({ enum: RULE_KINDS, enumName: 'RuleKind' })
  ruleKind: RuleKind;
  /** The days the rule looked at. */
  window: WindowView;
  facts: SignalFactsView;
  /** Who is told of a signal of this rule. */
  @ApiProperty({ enum: AUDIENCES, enumName: 'Audience', isArray: true })
  recipients: Audience[];
  clause: string | null;
  source: string | null;
  verified: boolean;
  contacts: ContactView[];
  /** The newest case that took it up. */
  caseId: string | null;
  @ApiProperty({ ...DAY, nullable: true })
  reasonEndedOn: string | null;
  @ApiProperty({ enum: ['correction'], nullable: true })
  withdrawnBecause: 'correction' | null;
  history: SignalEventView[];
}

/** How much waits in reach whose day has come: signals by what they are about, and cases with a next step. */
export class DueView {
  absence: number;
  unit: number;
  introduction: number;
  cases: number;
}

/** A consultant of the team, with what lies there now. Never compared with another. */
export class ColleagueView extends HatNameView {
  signals: number;
  cases: number;
}
