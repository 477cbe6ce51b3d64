import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { TextField, Trimmed, WhereGiven } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import {
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  REQUEST_STATES,
  type RequestKind,
  type RequestOutcome,
  type RequestState,
} from './domain/request.js';

export class AskDto {
  @ApiProperty({ enum: REQUEST_KINDS, enumName: 'RequestKind' })
  @IsIn(REQUEST_KINDS)
  kind: RequestKind;

  /** In the employee's own words; a correction and an objection want them. */
  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(4000)
  text?: string | null;
}

export class DecideDto {
  @ApiProperty({ enum: REQUEST_OUTCOMES, enumName: 'RequestOutcome' })
  @IsIn(REQUEST_OUTCOMES)
  outcome: RequestOutcome;

  /** The reason, as the employee reads it. */
  @TextField({ most: 4000 })
  text: string;
}

export class RequestsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: REQUEST_STATES, enumName: 'RequestState' })
  @WhereGiven()
  @IsIn(REQUEST_STATES)
  state?: RequestState;
}
