import { IsBoolean, IsString, Length } from 'class-validator';

export class DecideCprDto {
  @IsBoolean()
  kept: boolean;

  /** The legal basis, or why not. */
  @IsString()
  @Length(10, 1_000)
  reason: string;
}
