import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../platform/http/page.js';
import { FIXED_CUTS, type FixedCut } from './domain/fixed-period.js';

export class PartnershipRow {
  id: string;
  name: string;
  from: string;
  to: string;
}

export class PartnershipPage extends PageView {
  items: PartnershipRow[];
}

/** A workplace as the contract names it. */
export class PartnershipWorkplaceView {
  id: string;
  name: string;
  employer: string;
}

/** A calendar cut that a report can be had for. */
export class ReportPeriodView {
  from: string;
  to: string;
  @ApiProperty({ enum: FIXED_CUTS, enumName: 'FixedCut' })
  cut: FixedCut;
}

export class PartnershipView extends PartnershipRow {
  /** Employers first. */
  parties: string[];
  workplaces: PartnershipWorkplaceView[];
  /** How many workplaces they are compared with; those are not named. */
  comparisonWorkplaces: number;
  /** The latest first. */
  periods: ReportPeriodView[];
  abilities: string[];
}
