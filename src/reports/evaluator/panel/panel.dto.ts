import { ApiProperty } from '@nestjs/swagger';
import { ArrayNotEmpty, ArrayUnique, IsBoolean, IsIn, IsUUID } from 'class-validator';
import { LocalDateField, TextField } from '../../../platform/http/fields.js';
import type { LocalDate } from '../../../shared/local-date.js';
import { BASIS_GROUNDS, type BasisGround } from './domain/panel-basis.js';
import { PANEL_FIELDS, type PanelField } from './domain/panel-fields.js';

class GroundsDto {
  @IsIn(BASIS_GROUNDS)
  @ApiProperty({ enum: BASIS_GROUNDS, enumName: 'BasisGround' })
  ground: BasisGround;

  /** Of the agreement, or of the decision in the records. */
  @TextField({ most: 200 })
  reference: string;

  @TextField({ most: 1000 })
  purpose: string;

  /** The evaluator has deleted its copies by this day, and nothing is handed out from it on. */
  @LocalDateField()
  deleteOn: LocalDate;

  /** The evaluator's public key of age. */
  @TextField({ most: 4000 })
  recipient: string;
}

/** On what an employer hands persons' months to an evaluator. */
export class NewBasisDto extends GroundsDto {
  @IsUUID()
  partnershipId: string;

  /** A party of the partnership that evaluates it. */
  @IsUUID()
  partyId: string;

  @IsIn(PANEL_FIELDS, { each: true })
  @ArrayNotEmpty()
  @ArrayUnique()
  @ApiProperty({ enum: PANEL_FIELDS, enumName: 'PanelField', isArray: true })
  fields: PanelField[];

  /** The first day of a month. */
  @LocalDateField()
  from: LocalDate;

  /** The last day of a month. */
  @LocalDateField()
  to: LocalDate;

  /** Whether which CPR number a pseudonym stands for may be handed over too, by a decision of its own. */
  @IsBoolean()
  allowsCprLink: boolean;
}

/** On what the CPR numbers behind one delivery are handed to the same evaluator. */
export class NewLinkBasisDto extends GroundsDto {}

export class AttestationDto {
  /** When the evaluator deleted its copies. */
  @LocalDateField()
  on: LocalDate;
}
