import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { WhereGiven } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { SIGNAL_BASES, SIGNAL_FILTERS, type SignalBasis, type SignalFilter } from '../domain/signal-state.js';

export const SIGNAL_ORDERS = [
  'dueOn',
  '-dueOn',
  'raisedOn',
  '-raisedOn',
  'person',
  '-person',
  'unit',
  '-unit',
] as const;
export type SignalOrder = (typeof SIGNAL_ORDERS)[number];

export class SignalsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: SIGNAL_FILTERS, enumName: 'SignalFilter' })
  @WhereGiven()
  @IsIn(SIGNAL_FILTERS)
  state: SignalFilter = 'open';

  @ApiPropertyOptional()
  @WhereGiven()
  @IsString()
  @MaxLength(60)
  rule?: string;

  /** The unit and those below it. */
  @ApiPropertyOptional()
  @WhereGiven()
  @IsUUID()
  unitId?: string;

  @ApiPropertyOptional()
  @WhereGiven()
  @IsUUID()
  personId?: string;

  /** What the signal is about. */
  @ApiPropertyOptional({ enum: SIGNAL_BASES, enumName: 'SignalBasis' })
  @WhereGiven()
  @IsIn(SIGNAL_BASES)
  basis?: SignalBasis;

  @ApiPropertyOptional({ enum: SIGNAL_ORDERS, enumName: 'SignalOrder' })
  @WhereGiven()
  @IsIn(SIGNAL_ORDERS)
  sort: SignalOrder = 'dueOn';
}

export class ReassignDto {
  /** The consultant's hat, of the same provider. */
  @IsUUID()
  hatId: string;
}
