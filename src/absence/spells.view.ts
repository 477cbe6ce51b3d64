import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../platform/http/page.js';
import { SPELL_KINDS, type SpellKind } from './domain/kinds.js';

export class SpellView {
  id: string;
  personId: string;
  employmentId: string;
  /** Null where the mandate does not show kinds. */
  @ApiProperty({ enum: SPELL_KINDS, enumName: 'SpellKind', nullable: true })
  kind: SpellKind | null;
  @ApiProperty({ type: String, format: 'date' })
  firstOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  lastOn: string | null;
  /** Calendar days up to the last day, or to today while it runs. */
  days: number;
  /** Share of the working time that is absence. */
  degree: number;
  /** `hand`, or the payroll that reported it. */
  source: string;
  @ApiProperty({ type: String, format: 'date' })
  registeredOn: string;
  /** Whether the day of registration was not told and is assumed. */
  registeredAssumed: boolean;
  correctedByHand: boolean;
  version: number;
  /** Whether it runs past the end of the employment; counts clip it there. */
  afterEmployment: boolean;
}

export class SpellMadeView {
  id: string;
}

export class SpellPage extends PageView {
  items: SpellView[];
  abilities: string[];
}

/** What a spell said at some time; the one that stands has no `supersededAt`. */
export class SpellVersionView {
  version: number;
  @ApiProperty({ enum: SPELL_KINDS, enumName: 'SpellKind', nullable: true })
  kind: SpellKind | null;
  @ApiProperty({ type: String, format: 'date' })
  firstOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  lastOn: string | null;
  degree: number;
  source: string;
  @ApiProperty({ type: String, format: 'date' })
  registeredOn: string;
  receivedAt: Date;
  supersededAt: Date | null;
  /** How it ended: corrected, recovered, confirmed, changed, removed, deleted or undone. */
  change: string | null;
  reason: string;
}

export class SpellHistoryView {
  items: SpellVersionView[];
}
