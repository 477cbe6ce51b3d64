import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../../../platform/http/page.js';
import { BENEFITS, type Benefit } from '../domain/benefit.js';
import { CITIZEN_CONTACT_KINDS, type CitizenContactKind } from './citizens.dto.js';

/** A citizen in reach, and where the case stands by the last week known. */
export class CitizenRow {
  id: string;
  caseNumber: string;
  @ApiProperty({ enum: BENEFITS, enumName: 'Benefit' })
  benefit: Benefit;
  /** Weeks on it in a row. */
  benefitWeeks: number;
  /** Weeks from the first one known to the last. */
  weeks: number;
  @ApiProperty({ type: String, format: 'date' })
  lastWeek: string;
  /** As the authority's files call them. */
  @ApiProperty({ type: String, nullable: true })
  coach: string | null;
  @ApiProperty({ type: String, nullable: true })
  caseworker: string | null;
  coachChanges: number;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  nextContactOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  lastContactOn: string | null;
}

export class CitizenPage extends PageView {
  items: CitizenRow[];
  authorityName: string;
  /** The Monday of the last week that is known of anybody; null before the first file. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  knownUntil: string | null;
  /** Whether this login is linked to a coach or caseworker of the files; without it nobody is its own. */
  linked: boolean;
  abilities: string[];
}

/** Weeks in a row with the same benefit, coach and caseworker. */
export class CitizenSpanView {
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  /** The Monday of the last of them. */
  @ApiProperty({ type: String, format: 'date' })
  to: string;
  weeks: number;
  @ApiProperty({ enum: BENEFITS, enumName: 'Benefit' })
  benefit: Benefit;
  @ApiProperty({ type: String, nullable: true })
  coach: string | null;
  @ApiProperty({ type: String, nullable: true })
  caseworker: string | null;
}

export class CitizenContactView {
  id: string;
  @ApiProperty({ enum: CITIZEN_CONTACT_KINDS, enumName: 'CitizenContactKind' })
  kind: CitizenContactKind;
  @ApiProperty({ type: String, format: 'date' })
  plannedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  heldOn: string | null;
  @ApiProperty({ type: String, nullable: true })
  byName: string | null;
}

export class CitizenContactPage extends PageView {
  items: CitizenContactView[];
}

export class CitizenView extends CitizenRow {
  /** The earliest first; a gap between two has no weeks known. */
  spans: CitizenSpanView[];
  abilities: string[];
}

export class FoundCitizenView {
  id: string;
}
