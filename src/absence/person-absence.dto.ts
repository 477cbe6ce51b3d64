import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { WhereGiven } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { OPEN_SPELL_ORDERS, type OpenSpellOrder } from './person-absence.queries.js';

export class OpenSpellsQuery extends PageQuery {
  /** Only of this unit and those below it. */
  @WhereGiven()
  @IsUUID()
  unitId?: string;

  /** Newest first unless told. */
  @ApiPropertyOptional({ enum: OPEN_SPELL_ORDERS, enumName: 'OpenSpellOrder' })
  @WhereGiven()
  @IsIn(OPEN_SPELL_ORDERS)
  sort: OpenSpellOrder = '-firstOn';
}
