import { ApiProperty } from '@nestjs/swagger';
import { SPELL_KINDS, type SpellKind } from '../../absence/index.js';
import { PageView } from '../../platform/http/page.js';
import { AUDIENCES, RULE_KINDS, type Audience, type RuleKind } from '../../signals/index.js';
import { ContactView } from '../cases.view.js';
import { SIGNAL_STATES, type SignalState } from '../domain/signal-state.js';

const DAY = { type: String, format: 'date' } as const;

/** A hat by the name of who wears it. */
export class HatNameView {
  id: string;
  name: string;
}

/** A reason for a caring conversation with a person, as the worklist shows it. */
export class SignalRow {
  id: string;
  rule: string;
  personId: string;
  personName: string;
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

/** What the rule saw when it raised or last changed the signal. */
export class SignalFactsView {
  /** The day of the spell, spells begun, days of absence, or warnings of a legal deadline. */
  count: number;
  /** What `count` is held against. */
  threshold: number;
  spells: SignalSpellView[];
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

/** A consultant of the team, with what lies there now. Never compared with another. */
export class ColleagueView extends HatNameView {
  signals: number;
  cases: number;
}
