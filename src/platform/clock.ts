import { Injectable } from '@nestjs/common';
import { dayOf, type LocalDate } from '../shared/local-date.js';

const HOUR = 3_600_000;

/** The only source of the present in services; domain functions take the day as an argument. */
@Injectable()
export class Clock {
  private latest: { readonly hour: number; readonly day: LocalDate } | null = null;

  now(): Date {
    return new Date();
  }

  /** Today in Denmark. Its days begin on the hour in UTC too, so within one hour it is looked up once. */
  today(): LocalDate {
    const now = this.now();
    const hour = Math.floor(now.getTime() / HOUR);
    if (this.latest?.hour !== hour) this.latest = { hour, day: dayOf(now) };
    return this.latest.day;
  }
}
