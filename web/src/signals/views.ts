import type { Views } from '../api/client';
import type { SpellKind } from '../absence/views';
import type { ContactView } from '../cases/views';

export const RULES = [
  'contact-day-1',
  'contact-day-5',
  'contact-day-14',
  'contact-day-28',
  'spells-3-in-183-days',
  'days-15-in-365',
  'section-7a-talk',
  'section-40-notification',
] as const;

export const SIGNAL_STATES = ['unclaimed', 'claimed', 'acted', 'ended', 'withdrawn'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

export type SignalRow = {
  id: string;
  rule: string;
  personId: string;
  personName: string;
  unitId: string;
  unitName: string;
  raisedOn: string;
  dueOn: string;
  state: SignalState;
  takenBy: { id: string; name: string } | null;
  learnedLate: boolean;
  legal: boolean;
  abilities: string[];
};

export type SignalFacts = {
  count: number | null;
  threshold: number | null;
  spells: { firstOn: string; lastOn: string | null; days: number; kind: SpellKind | null }[];
};

export type SignalView = SignalRow & {
  window: { from: string; to: string } | null;
  facts: SignalFacts;
  contacts: ContactView[];
  caseId: string | null;
  withdrawnBecause: string | null;
};

export type SignalRules = Views['SignalRulesView'];
export type SignalRule = Views['SignalRuleView'];

export type GoLiveView = Views['GoLiveView'];
export type GoLiveRecord = Views['RecordGoLiveDto'];
