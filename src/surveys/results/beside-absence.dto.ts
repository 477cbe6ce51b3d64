import { IsOptional, Matches } from 'class-validator';

export class BesideAbsenceQuery {
  /** The first of the round where none is named. */
  @IsOptional()
  @Matches(/^[\w.-]{1,80}$/)
  scale?: string;
}
