import { Clock } from '../../platform/clock.js';
import type { LocalDate } from '../../shared/local-date.js';

/** Lets the demonstration live through its months: what happens then is dated then. */
export class SettableClock extends Clock {
  private instant = new Date();

  override now(): Date {
    return this.instant;
  }

  /** Noon of a day. */
  set(day: LocalDate): void {
    this.instant = new Date(`${day}T11:00:00Z`);
  }
}
