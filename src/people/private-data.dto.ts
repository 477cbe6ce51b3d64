import { IsBoolean } from 'class-validator';
import { TextField } from '../platform/http/fields.js';

export class DecideCprDto {
  @IsBoolean()
  kept: boolean;

  /** The legal basis, or why not. */
  @TextField({ least: 10, most: 1_000 })
  reason: string;
}
