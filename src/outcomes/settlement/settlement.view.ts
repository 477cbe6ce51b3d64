import { ApiProperty } from '@nestjs/swagger';
import { FIXED_CUTS, GUARDRAILS, type FixedCut, type GuardrailName } from '../../partnerships/index.js';
import { ToldEstimateView } from '../effect/effect.view.js';
import { SETTLEMENT_STEPS, type SettlementStep } from './domain/settlement-state.js';

export const STORED_STATES = [
  'building',
  'failed',
  'draft',
  'commented',
  'approved',
  'signed',
  'sent',
  'withdrawn',
] as const;

/** A step of a term's lines: a figure, an amount in øre, whether a threshold was met, or why nothing counts. */
export class LineView {
  step: string;
  figure?: string;
  amount?: number;
  met?: boolean;
  refusal?: string;
}

export class TermView {
  id: string;
  lines: LineView[];
  amount: number;
}

export class GuardrailReadingView {
  @ApiProperty({ enum: GUARDRAILS, enumName: 'GuardrailName' })
  name: GuardrailName;
  @ApiProperty({ enum: ['at-least', 'at-most'], enumName: 'GuardrailSide' })
  side: 'at-least' | 'at-most';
  limit: string;
  /** Null where there is none, and where few persons stand behind it. */
  figure: string | null;
  @ApiProperty({ enum: ['kept', 'broken', 'missing'], enumName: 'GuardrailState' })
  state: 'kept' | 'broken' | 'missing';
}

/** Amounts in whole øre. */
export class SettledView {
  terms: TermView[];
  earned: number;
  carryIn: number;
  withCarryIn: number;
  withinPeriodCap: number;
  withinContractCap: number;
  payable: number;
  guardrails: GuardrailReadingView[];
  held: number;
  net: number;
  vat: number;
  total: number;
  carryOut: number;
  cumulative: number;
}

export class FlowView {
  atStart: number | null;
  joined: number | null;
  left: number | null;
  atEnd: number | null;
  exposure: string;
}

export class PopulationView {
  treated: FlowView;
  comparison: FlowView;
}

export class CompletenessView {
  share: string | null;
  correctedSpells: number | null;
  provisionalMonths: string[];
}

export class PlanMarkView {
  hash: string;
  savedAt: string;
  preregistered: boolean;
}

export class OutcomeView extends ToldEstimateView {
  plan: PlanMarkView;
}

export class StatementPartyView {
  role: string;
  name: string;
}

/** Everything that is signed. */
export class StatementView {
  parties: StatementPartyView[];
  population: PopulationView;
  completeness: CompletenessView;
  outcomes: OutcomeView[];
  /** Indicators of which nothing is told: too few people stand behind. */
  hidden: string[];
  settled: SettledView;
  knownOn: string;
  disputeDays: number;
  rounding: string;
}

export class SettlementStepView {
  @ApiProperty({ enum: SETTLEMENT_STEPS, enumName: 'SettlementStep' })
  step: SettlementStep;
  party: StatementPartyView;
  name: string;
  note: string;
  at: string;
  /** Whether whoever asks took it. */
  own: boolean;
}

export class SettlementRow {
  id: string;
  from: string;
  to: string;
  @ApiProperty({ enum: STORED_STATES, enumName: 'SettlementState' })
  state: (typeof STORED_STATES)[number];
  failure: string | null;
  contractVersion: number;
  /** The settlement that it takes the place of. */
  correctsId: string | null;
  /** In øre, without VAT; null until it has been drawn up. */
  net: number | null;
  held: number | null;
  cumulative: number | null;
  signedAt: string | null;
  sentOn: string | null;
}

export class SettlementView extends SettlementRow {
  @ApiProperty({ type: StatementView, nullable: true })
  statement: StatementView | null;
  statementHash: string | null;
  snapshotHash: string | null;
  contractHash: string;
  signature: string | null;
  publicKey: string | null;
  /** The last day for objections; null until it has been sent. */
  objectionsUntil: string | null;
  steps: SettlementStepView[];
  /** What whoever asks may do now. */
  @ApiProperty({ enum: SETTLEMENT_STEPS, enumName: 'SettlementStep', isArray: true })
  may: SettlementStep[];
  abilities: string[];
}

/** Paid after each period to come, without VAT, in øre. */
export class ForecastView {
  from: string;
  to: string;
  low: number;
  middle: number;
  high: number;
}

export class OpenPeriodView {
  from: string;
  to: string;
}

export class SettlementPage {
  /** The latest first. */
  items: SettlementRow[];
  /** Periods that are over and have not been settled. */
  due: OpenPeriodView[];
  /** Terms paid by pieces, of which whoever orders a settlement says how many there were. */
  deliveries: string[];
  forecast: ForecastView[];
  contractCap: number | null;
  @ApiProperty({ enum: FIXED_CUTS, enumName: 'FixedCut', nullable: true })
  cut: FixedCut | null;
  agreed: boolean;
  abilities: string[];
}
