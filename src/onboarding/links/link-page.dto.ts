import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsObject, IsString, Max, MaxLength, Min } from 'class-validator';
import { CHECK_IN_DAYS, type CheckInDay } from '../domain/check-in.js';

/** The secret of a link travels in the body: an address stands in logs. */
export class LinkSecretDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  secret: string;
}

export class OwnStepDto extends LinkSecretDto {
  @IsInt()
  @Min(0)
  @Max(1000)
  position: number;

  /** false takes the mark back. */
  @IsBoolean()
  done: boolean;
}

export class CheckInDto extends LinkSecretDto {
  @ApiProperty({ enum: CHECK_IN_DAYS })
  @IsIn(CHECK_IN_DAYS)
  day: CheckInDay;

  /** From a question's id to 0-4, or null for "not yet" and "not relevant". */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number', nullable: true } })
  @IsObject()
  answers: Record<string, unknown>;
}

export class TalkDto extends LinkSecretDto {
  /** false takes the wish back. */
  @IsBoolean()
  wanted: boolean;
}
