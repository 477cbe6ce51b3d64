import { IsInt, IsString, Length, Max, Min } from 'class-validator';

export class ChangeRetentionDto {
  @IsInt()
  @Min(1)
  @Max(7_305)
  days: number;

  /** Why this long. */
  @IsString()
  @Length(10, 1_000)
  reason: string;
}
