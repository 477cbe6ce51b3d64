import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../platform/http/page.js';
import { SPELL_KINDS, type SpellKind } from './domain/kinds.js';
import { KnownUntilView } from './overview.view.js';

/** The numbers behind the rules, as they stand today. */
export class PersonAbsenceView {
  /** Spells of own or partial sickness begun in the last 183 days. */
  spellsIn183Days: number;
  /** Calendar days of them in the last 365. */
  daysIn365Days: number;
  /** The first day of the absence that runs, whatever its kind of sickness; null at work. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  absentSince: string | null;
  /** Its day number today. */
  absenceDay: number | null;
  knownUntil: KnownUntilView[];
  abilities: string[];
}

export class OpenSpellView {
  /** The row that runs; its absence may have begun in an earlier one. */
  id: string;
  personId: string;
  personName: string;
  employmentId: string;
  unitId: string;
  unitName: string;
  /** Null where the mandate does not show kinds. */
  @ApiProperty({ enum: SPELL_KINDS, enumName: 'SpellKind', nullable: true })
  kind: SpellKind | null;
  /** Of the whole absence. */
  @ApiProperty({ type: String, format: 'date' })
  firstOn: string;
  /** Its day number today. */
  day: number;
}

export class OpenSpellPage extends PageView {
  items: OpenSpellView[];
}
