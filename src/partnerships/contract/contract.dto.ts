import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  LocalDateField,
  Nested,
  NestedEach,
  RevisionField,
  TextField,
  WhereGiven,
} from '../../platform/http/fields.js';
import type { LocalDate } from '../../shared/local-date.js';
import {
  ARMS,
  CONTRACT_USES,
  DEFINITION_VERSIONS,
  EVIDENCE_DESIGNS,
  INDICATOR_MEASURES,
  PARTY_ROLES,
  SHOCK_KINDS,
  SIGHTS,
  TRACKS,
  type Arm,
  type Baseline,
  type ContractContent,
  type ContractIndicator,
  type ContractParty,
  type ContractUnit,
  type DefinitionVersion,
  type Evidence,
  type EvidenceDesign,
  type IndicatorMeasure,
  type PartyRole,
  type Shock,
  type ShockKind,
  type Sight,
  type Target,
  type Track,
} from '../domain/contract.js';
import { FIXED_CUTS, type FixedCut } from '../domain/fixed-period.js';
import type { Choice } from '../../evidence/smallest-p.js';
import { PURSES, type DecimalText, type Purse } from '../domain/terms.js';
import { Decimal, GuardrailDto, PaymentTermsDto, WaterfallDto } from './terms.dto.js';

const Key = () =>
  Matches(/^[a-z0-9-]{1,60}$/, { message: '$property is 1 to 60 small letters, digits and hyphens' });

export class PeriodDto {
  @LocalDateField()
  from: LocalDate;

  @LocalDateField()
  to: LocalDate;
}

export class ContractPartyDto implements ContractParty {
  @IsUUID()
  id: string;

  @IsIn(PARTY_ROLES)
  @ApiProperty({ enum: PARTY_ROLES, enumName: 'PartyRole' })
  role: PartyRole;

  @IsString()
  @MaxLength(200)
  name: string;

  @IsArray()
  @ArrayUnique()
  @IsIn(SIGHTS, { each: true })
  @ApiProperty({ enum: SIGHTS, enumName: 'Sight', isArray: true })
  sees: Sight[];
}

export class ContractUnitDto implements ContractUnit {
  @IsUUID()
  tenantId: string;

  @IsUUID()
  unitId: string;

  @TextField({ most: 200 })
  name: string;

  @TextField({ most: 200 })
  employerName: string;

  @IsIn(ARMS)
  @ApiProperty({ enum: ARMS, enumName: 'Arm' })
  arm: Arm;

  @LocalDateField()
  from: LocalDate;
}

export class ContractIndicatorDto implements ContractIndicator {
  @Key()
  id: string;

  @IsIn(INDICATOR_MEASURES)
  @ApiProperty({ enum: INDICATOR_MEASURES, enumName: 'IndicatorMeasure' })
  measure: IndicatorMeasure;

  @IsIn(DEFINITION_VERSIONS)
  @ApiProperty({ enum: DEFINITION_VERSIONS, enumName: 'DefinitionVersion' })
  definitionVersion: DefinitionVersion;

  @IsIn(PURSES)
  @ApiProperty({ enum: PURSES, enumName: 'Purse' })
  purse: Purse;

  @IsIn(CONTRACT_USES)
  @ApiProperty({ enum: CONTRACT_USES })
  contractUse: (typeof CONTRACT_USES)[number];
}

export class TargetDto implements Target {
  @Key()
  indicatorId: string;

  @Decimal()
  reduction: DecimalText;
}

export class BaselineDto extends PeriodDto implements Baseline {
  @IsInt()
  @Min(1)
  @Max(120)
  months: number;
}

export class EvidenceDto implements Evidence {
  @Decimal()
  level: DecimalText;

  @IsIn(EVIDENCE_DESIGNS)
  @ApiProperty({ enum: EVIDENCE_DESIGNS, enumName: 'EvidenceDesign' })
  design: EvidenceDesign;

  @IsOptional()
  @Decimal()
  @ApiProperty({ type: String, nullable: true, required: false })
  tau: DecimalText | null = null;
}

export class ShockDto extends PeriodDto implements Shock {
  @IsIn(SHOCK_KINDS)
  @ApiProperty({ enum: SHOCK_KINDS, enumName: 'ShockKind' })
  kind: ShockKind;

  @IsString()
  @MaxLength(200)
  name: string;

  /** Null for every workplace. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  @ApiProperty({ type: [String], nullable: true, required: false })
  unitIds: string[] | null = null;
}

/** All that a version says. What it must hold before it can be agreed is asked when it is proposed. */
export class ContractContentDto implements ContractContent {
  @IsString()
  @MaxLength(200)
  name: string;

  @Nested(() => PeriodDto)
  period: PeriodDto;

  @IsArray()
  @ArrayMaxSize(50)
  @NestedEach(() => ContractPartyDto)
  parties: ContractPartyDto[];

  @IsArray()
  @ArrayUnique()
  @IsIn(TRACKS, { each: true })
  @ApiProperty({ enum: TRACKS, enumName: 'Track', isArray: true })
  tracks: Track[];

  @IsArray()
  @ArrayMaxSize(500)
  @NestedEach(() => ContractUnitDto)
  units: ContractUnitDto[];

  @IsIn(['lot', 'chosen'])
  @ApiProperty({ enum: ['lot', 'chosen'] })
  choice: Choice;

  @IsArray()
  @ArrayMaxSize(20)
  @NestedEach(() => ContractIndicatorDto)
  indicators: ContractIndicatorDto[];

  @IsArray()
  @ArrayMaxSize(20)
  @NestedEach(() => TargetDto)
  targets: TargetDto[];

  @Nested(() => BaselineDto)
  baseline: BaselineDto;

  @Nested(() => EvidenceDto)
  evidence: EvidenceDto;

  @Nested(() => PaymentTermsDto)
  payment: PaymentTermsDto;

  @IsArray()
  @ArrayMaxSize(20)
  @NestedEach(() => GuardrailDto)
  guardrails: GuardrailDto[];

  @IsOptional()
  @Nested(() => WaterfallDto)
  @ApiProperty({ type: () => WaterfallDto, nullable: true, required: false })
  waterfall: WaterfallDto | null = null;

  @IsArray()
  @ArrayMaxSize(50)
  @NestedEach(() => ShockDto)
  shocks: ShockDto[];

  @IsIn(FIXED_CUTS)
  @ApiProperty({ enum: FIXED_CUTS, enumName: 'FixedCut' })
  settlementCut: FixedCut;

  @IsInt()
  @Min(0)
  @Max(365)
  disputeDays: number;

  @IsIn(['half-away-from-zero'])
  @ApiProperty({ enum: ['half-away-from-zero'] })
  rounding: 'half-away-from-zero';
}

export class SaveContractDto {
  @Nested(() => ContractContentDto)
  content: ContractContentDto;

  @LocalDateField()
  validFrom: LocalDate;

  /** Why it takes the place of the version before. */
  @IsString()
  @MaxLength(500)
  reason: string;

  /** That which was read. */
  @RevisionField()
  revision: number;
}

/** The hash of the text that was read. */
export class AgreeDto {
  @Matches(/^[0-9a-f]{64}$/, { message: '$property is 64 hexadecimal digits' })
  hash: string;
}

export class ChangesQuery {
  /** An agreed version; the one before unless told. */
  @WhereGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  @ApiProperty({ required: false, type: Number })
  against?: number;
}
