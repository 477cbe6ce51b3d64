import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../platform/http/page.js';
import {
  AFFILIATIONS,
  MANDATE_STATES,
  PROCESSING_ROLES,
  type Affiliation,
  type MandateState,
  type ProcessingRole,
} from './domain/mandate.js';

export class ProviderView {
  id: string;
  name: string;
  /** Whom its consultants are employed by. */
  @ApiProperty({ enum: AFFILIATIONS, enumName: 'Affiliation' })
  affiliation: Affiliation;
}

export class MandateView {
  id: string;
  providerId: string;
  providerName: string;
  @ApiProperty({ enum: AFFILIATIONS, enumName: 'Affiliation' })
  affiliation: Affiliation;
  @ApiProperty({ enum: PROCESSING_ROLES, enumName: 'ProcessingRole' })
  processingRole: ProcessingRole;
  /** The processing agreement; of a processor. */
  agreementReference: string | null;
  /** The basis in law or agreement; of a controller, and of every consultant of an authority. */
  basis: string | null;
  signatory: string;
  signedOn: string;
  /** When the employees were told of it; null where the record of going live told them, or nothing was new. */
  informedOn: string | null;
  purpose: string;
  unitIds: string[];
  rules: string[];
  /** Fields shown that are hidden otherwise. */
  fields: string[];
  /** Null where it ended before its first day was over. */
  from: string | null;
  to: string | null;
  @ApiProperty({ enum: MANDATE_STATES, enumName: 'MandateState' })
  state: MandateState;
  grantedAt: Date;
  endedAt: Date | null;
  /** The wider mandate that this one took the place of. */
  followsId: string | null;
}

export class MandatePage extends PageView {
  items: MandateView[];
  abilities: string[];
}

/** A mandate in force as the consultants see it who work under it. */
export class OwnMandateView {
  id: string;
  employerName: string;
  @ApiProperty({ enum: PROCESSING_ROLES, enumName: 'ProcessingRole' })
  processingRole: ProcessingRole;
  purpose: string;
  /** With all units below them. */
  unitIds: string[];
  rules: string[];
  /** Fields shown that are hidden otherwise. */
  fields: string[];
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  to: string | null;
}

export class OwnMandatesView {
  items: OwnMandateView[];
}

export class MandateMadeView {
  id: string;
}
