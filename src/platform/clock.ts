import { Injectable } from '@nestjs/common';
import { dayOf, type LocalDate } from '../shared/local-date.js';

/** The only source of the present in services; domain functions take the day as an argument. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in Denmark. */
  today(): LocalDate {
    return dayOf(this.now());
  }
}
