import type { Views } from '../api/client';

export type SignalRow = Views['SignalRow'];
export type SignalView = Views['SignalView'];
export type SignalState = Views['SignalState'];
export type SignalFilter = Views['SignalFilter'];
export type SignalBasis = Views['SignalBasis'];
export type SignalOrder = Views['SignalOrder'];
export type SignalRules = Views['SignalRulesView'];
export type SignalRule = Views['SignalRuleView'];
export type KeptRules = Views['KeptRulesView'];
export type GoLiveView = Views['GoLiveView'];
export type GoLiveKept = Views['GoLiveRecordView'];
export type GoLiveRecord = Views['RecordGoLiveDto'];

/** What a worklist may be narrowed to; the first is what it shows unless told. */
export const SIGNAL_FILTERS = [
  'open',
  'due',
  'mine',
  'unclaimed',
  'claimed',
  'acted',
  'ended',
  'withdrawn',
  'done',
  'all',
] as const satisfies readonly SignalFilter[];

/** What a signal is about. */
export const SIGNAL_BASES = ['absence', 'unit', 'introduction'] as const satisfies readonly SignalBasis[];

export const SIGNAL_ORDERS = [
  'dueOn',
  '-dueOn',
  'raisedOn',
  '-raisedOn',
  'person',
  '-person',
  'unit',
  '-unit',
] as const satisfies readonly SignalOrder[];

export type RuleSettings = Views['RuleSettingsView'];
export type ComingRules = Views['ComingRulesView'];
export type RuleChange = Views['ChangeRulesDto'];
