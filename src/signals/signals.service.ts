import { Injectable } from '@nestjs/common';
import { Doors, type Actor } from '../access/index.js';
import type { LocalDate } from '../shared/local-date.js';
import { rulesOnDate, type RulesOnDate } from './rules-on-date.queries.js';
import { loadSettings } from './settings.repository.js';

export interface OnDate extends RulesOnDate {
  readonly on: LocalDate;
}

@Injectable()
export class SignalsService {
  constructor(private readonly doors: Doors) {}

  /**
   * Which rules hold for whom on a day, raising nothing: by what is recorded now, or by what was known on another day
   * (definitions 2.2). For the operator's command and for trying rules; who asks must be let in by the door.
   */
  async onDate(
    actor: Actor,
    question: { readonly tenantId: string; readonly on: LocalDate; readonly knownAt?: LocalDate },
  ): Promise<OnDate> {
    const { tenantId, on, knownAt } = question;
    return this.doors.within(actor, tenantId, async (tx) => {
      const settings = await loadSettings(tx, tenantId);
      return { on, ...(await rulesOnDate(tx, { tenantId, on, settings }, knownAt)) };
    });
  }
}
