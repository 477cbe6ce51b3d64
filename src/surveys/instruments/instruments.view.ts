import { ApiProperty } from '@nestjs/swagger';
import { COMMERCIAL_USES, type CommercialUse } from './domain/instrument.js';
import { LICENCE_STATES, type LicenceState } from './domain/licence.js';
import { WORDING_ADVICE, type WordingAdvice } from './domain/wording-advice.js';
import { DefinitionDto, WordingDto } from './instruments.dto.js';
import { PACK_KINDS, type PackKind } from './registry/packs.js';

export class LicenceView {
  holder: string;
  terms: WordingDto;
  @ApiProperty({ enum: COMMERCIAL_USES, enumName: 'CommercialUse' })
  commercialUse: CommercialUse;
  checkedOn: string;
  source: string;
}

/** A questionnaire as it is asked and scored. */
export class InstrumentView extends DefinitionDto {
  id: string;
  version: number;
  licence: LicenceView;
}

export const ORIGINS = ['ours', 'standard', 'employer'] as const;
export type Origin = (typeof ORIGINS)[number];

export class InstrumentRow {
  id: string;
  @ApiProperty({ enum: ORIGINS, enumName: 'InstrumentOrigin' })
  origin: Origin;
  name: WordingDto;
  /** The newest published version; null while there is only a draft, or no words. */
  version: number | null;
  hasDraft: boolean;
  itemCount: number;
  /** Minutes that answering takes at the usual pace. */
  minutes: number;
  holder: string;
  @ApiProperty({ enum: LICENCE_STATES, enumName: 'LicenceState' })
  licence: LicenceState;
  /** Whether a round may ask it. */
  usable: boolean;
  retired: boolean;
}

export class PackView {
  id: string;
  @ApiProperty({ enum: PACK_KINDS, enumName: 'PackKind' })
  kind: PackKind;
  instrumentId: string;
  name: WordingDto;
  about: WordingDto;
  everyWeeks: number | null;
  openDays: number;
}

export class InstrumentsView {
  items: InstrumentRow[];
  @ApiProperty({ type: [PackView] })
  packs: readonly PackView[];
  abilities: string[];
}

export class RightView {
  grantedBy: string;
  basis: string;
  reference: string | null;
  grantedOn: string;
  recordedAt: Date;
}

export class VersionView {
  version: number;
  publishedAt: Date;
}

export class DefinitionFaultView {
  field: string;
  code: string;
}

export class AdviceView {
  itemId: string;
  @ApiProperty({ enum: WORDING_ADVICE, enumName: 'WordingAdvice', isArray: true })
  advice: WordingAdvice[];
}

/** What is being written: nothing of it is asked before it is published. */
export class DraftView {
  version: number;
  revision: number;
  definition: InstrumentView;
  /** What keeps it from being published. */
  faults: DefinitionFaultView[];
  advice: AdviceView[];
  savedAt: Date;
}

/** What is known of a questionnaire whose words are its holder's. */
export class StandardView {
  about: WordingDto;
  slots: number;
  @ApiProperty({ type: [Number] })
  scores: readonly number[];
  open: boolean;
}

export class InstrumentPageView {
  id: string;
  @ApiProperty({ enum: ORIGINS, enumName: 'InstrumentOrigin' })
  origin: Origin;
  /** As asked: the newest published version; for a standard that is not filled in, its scoring without words. */
  instrument: InstrumentView;
  @ApiProperty({ type: StandardView, nullable: true })
  standard: StandardView | null;
  @ApiProperty({ enum: LICENCE_STATES, enumName: 'LicenceState' })
  licence: LicenceState;
  usable: boolean;
  retired: boolean;
  @ApiProperty({ type: RightView, nullable: true })
  right: RightView | null;
  @ApiProperty({ type: DraftView, nullable: true })
  draft: DraftView | null;
  versions: VersionView[];
  minutes: number;
  abilities: string[];
}

export class StartedInstrumentView {
  id: string;
}
