import { ApiProperty } from '@nestjs/swagger';
import { REASONS, type Reason } from '../../disclosure/index.js';
import { CHANGE_KINDS, type ContractChange, type ContractValue } from '../domain/contract-changes.js';
import {
  ARMS,
  INDICATOR_MEASURES,
  SIGHTS,
  TRACKS,
  type Arm,
  type IndicatorMeasure,
  type Sight,
  type Track,
} from '../domain/contract.js';
import type { BaselineTotal } from '../domain/baseline.js';
import type { ContractFault } from '../domain/contract-faults.js';
import { FIXED_CUTS, type FixedCut } from '../domain/fixed-period.js';
import type { Choice } from '../../evidence/smallest-p.js';
import type { VisibleContract } from '../domain/visible-contract.js';
import {
  BaselineDto,
  ContractIndicatorDto,
  ContractPartyDto,
  ContractUnitDto,
  EvidenceDto,
  PeriodDto,
  ShockDto,
  TargetDto,
} from './contract.dto.js';
import { CONTRACT_STATES, type ContractState } from './contracts.repository.js';
import { GuardrailDto, PaymentTermsDto, WaterfallDto } from './terms.dto.js';

/** What a version says, as far as the reader's party sees it. */
export class ContractContentView {
  name: string;
  period: PeriodDto;
  parties: ContractPartyDto[];
  @ApiProperty({ enum: TRACKS, enumName: 'Track', isArray: true })
  tracks: Track[];
  /** Without those compared with where the party does not see the effect. */
  units: ContractUnitDto[];
  @ApiProperty({ enum: ['lot', 'chosen'] })
  choice: Choice;
  indicators: ContractIndicatorDto[];
  targets: TargetDto[];
  baseline: BaselineDto;
  @ApiProperty({ type: () => EvidenceDto, nullable: true })
  evidence: EvidenceDto | null;
  @ApiProperty({ type: () => PaymentTermsDto, nullable: true })
  payment: PaymentTermsDto | null;
  guardrails: GuardrailDto[];
  @ApiProperty({ type: () => WaterfallDto, nullable: true })
  waterfall: WaterfallDto | null;
  shocks: ShockDto[];
  @ApiProperty({ enum: FIXED_CUTS, enumName: 'FixedCut' })
  settlementCut: FixedCut;
  disputeDays: number;
  @ApiProperty({ enum: ['half-away-from-zero'] })
  rounding: 'half-away-from-zero';
}

/** Who proposed or agreed, for which party, and when. */
export class SignatureView {
  name: string;
  party: string;
  at: string;
}

export class ContractVersionRow {
  version: number;
  @ApiProperty({ enum: CONTRACT_STATES, enumName: 'ContractState' })
  state: ContractState;
  validFrom: string;
  reason: string;
  hash: string;
  /** Of a draft: counts each saving. */
  revision: number;
  savedAt: string;
  @ApiProperty({ type: () => SignatureView, nullable: true })
  proposed: SignatureView | null;
  @ApiProperty({ type: () => SignatureView, nullable: true })
  agreed: SignatureView | null;
}

/** What still stands against proposing a draft. */
export class ContractFaultView {
  field: string;
  code: string;
}

export class ContractVersionView extends ContractVersionRow {
  @ApiProperty({ type: () => ContractContentView })
  content: VisibleContract;
  @ApiProperty({ type: () => [ContractFaultView] })
  faults: readonly ContractFault[];
  /** The smallest p that its workplaces can give, between 0 and 1; null where the party does not see the effect. */
  @ApiProperty({ type: Number, nullable: true })
  smallestP: number | null;
}

export class PartyMemberView {
  partyId: string;
  names: string[];
}

/** A workplace that may be taken into a contract. */
export class OfferedUnitView {
  tenantId: string;
  unitId: string;
  name: string;
  employerName: string;
}

export class ContractView {
  /** The party that the reader speaks for. */
  @ApiProperty({ type: String, nullable: true })
  partyId: string | null;
  @ApiProperty({ enum: SIGHTS, enumName: 'Sight', isArray: true })
  sees: Sight[];
  @ApiProperty({ type: () => ContractVersionView, nullable: true })
  inForce: ContractVersionView | null;
  /** The latest first; drafts and proposals only for those who see all of it. */
  versions: ContractVersionRow[];
  members: PartyMemberView[];
  offered: OfferedUnitView[];
  abilities: string[];
}

export class ContractChangeView implements ContractChange {
  @ApiProperty({ enum: CHANGE_KINDS, enumName: 'ContractChangeKind' })
  kind: (typeof CHANGE_KINDS)[number];
  section: string;
  @ApiProperty({ type: String, nullable: true })
  item: string | null;
  @ApiProperty({ type: String, nullable: true })
  field: string | null;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }], nullable: true })
  before: ContractValue;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }], nullable: true })
  after: ContractValue;
}

export class ContractChangesView {
  against: number;
  version: number;
  @ApiProperty({ type: () => [ContractChangeView] })
  changes: readonly ContractChange[];
}

export class BaselineTotalView {
  @ApiProperty({ enum: ARMS, enumName: 'Arm' })
  arm: Arm;
  @ApiProperty({ enum: INDICATOR_MEASURES, enumName: 'IndicatorMeasure' })
  indicator: IndicatorMeasure;
  @ApiProperty({ enum: REASONS, enumName: 'Reason', nullable: true })
  hidden: Reason | null;
  @ApiProperty({ type: String, nullable: true })
  amount: string | null;
  /** Full-time years. */
  @ApiProperty({ type: String, nullable: true })
  exposure: string | null;
  /** Amount by full-time year. */
  @ApiProperty({ type: String, nullable: true })
  rate: string | null;
  months: number;
  monthsWanted: number;
}

/** What the months before the start came to, frozen when the version was agreed. */
export class BaselineView {
  version: number;
  from: string;
  to: string;
  @ApiProperty({ type: String, nullable: true })
  hash: string | null;
  /** Until it is frozen there are no totals. */
  @ApiProperty({ type: String, nullable: true })
  frozenAt: string | null;
  @ApiProperty({ type: () => [BaselineTotalView] })
  totals: readonly BaselineTotal[];
}
