import { IsInt, IsNumber, Max, Min } from 'class-validator';
import { LocalDateField, TextField } from '../platform/http/fields.js';
import type { LocalDate } from '../shared/local-date.js';

const MOST = 100_000;

export class CourseDto {
  @TextField({ most: 120 })
  title: string;

  @LocalDateField()
  heldOn: LocalDate;

  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.25)
  @Max(400)
  hours: number;

  /** How many were to come. */
  @IsInt()
  @Min(1)
  @Max(MOST)
  invited: number;

  @IsInt()
  @Min(0)
  @Max(MOST)
  attended: number;
}

export class CompetenceDto {
  @TextField({ most: 120 })
  name: string;

  @LocalDateField()
  countedOn: LocalDate;

  /** How many should have it. */
  @IsInt()
  @Min(1)
  @Max(MOST)
  needed: number;

  @IsInt()
  @Min(0)
  @Max(MOST)
  holding: number;
}
