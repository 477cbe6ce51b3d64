import { Matches } from 'class-validator';
import { WhereGiven } from '../../platform/http/fields.js';

export class BesideAbsenceQuery {
  /** The first of the round where none is named. */
  @WhereGiven()
  @Matches(/^[\w.-]{1,80}$/)
  scale?: string;
}
