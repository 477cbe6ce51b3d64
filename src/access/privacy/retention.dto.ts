import { IsInt, Max, Min } from 'class-validator';
import { TextField } from '../../platform/http/fields.js';

export class ChangeRetentionDto {
  @IsInt()
  @Min(1)
  @Max(7_305)
  days: number;

  /** Why this long. */
  @TextField({ least: 10, most: 1_000 })
  reason: string;
}
