import { Injectable } from '@nestjs/common';
import { audit, Clock, Doors, type SystemActor } from '../access/index.js';
import { unitNames } from '../organisations/index.js';
import { invalidField } from '../platform/http/problem.js';
import { firstOfMonth } from '../shared/local-date.js';
import type { Period } from '../shared/period.js';
import { BASIS } from './domain/basis.js';
import { measuresOf, together, type Facts, type Measures } from './domain/measures.js';
import { isProvisional, lastCompleteMonth } from './domain/provisional.js';
import { knownUntil } from './figures.queries.js';
import { groupFacts, partOver, type MeasuredBy } from './measures.queries.js';
import { refreshFacts } from './month-facts.queries.js';

export interface MeasuredGroup {
  /** A unit; null for the employer as a whole. */
  readonly id: string | null;
  readonly name: string;
  readonly measures: Measures;
  readonly facts: Facts;
}

export interface Measured {
  readonly period: Period;
  /** Whether some of its months may still change much. */
  readonly provisional: boolean;
  readonly basis: readonly string[];
  readonly groups: MeasuredGroup[];
}

/** Measures with their numerators and denominators, for the operator's commands. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a period that has not begun to be over. */
  async measure(
    actor: SystemActor,
    wanted: { readonly tenantId: string; readonly period: Period; readonly by: MeasuredBy },
  ): Promise<Measured> {
    const { tenantId, by } = wanted;
    const today = this.clock.today();
    if (wanted.period.to < wanted.period.from) {
      throw invalidField('to', 'reversed-dates', 'The last day comes before the first.');
    }
    const period = partOver(wanted.period, today);
    if (period === null) throw invalidField('from', 'not-over', 'Figures are made of days that are over.');
    return this.doors.within(actor, tenantId, async (tx) => {
      await refreshFacts(tx, tenantId, today);
      const found = await groupFacts(tx, tenantId, { period, by, today });
      const names = await unitNames(
        tx,
        found.flatMap((group) => group.unitId ?? []),
        period.to,
      );
      const [latest] = await knownUntil(tx, tenantId);
      await audit(tx, actor, {
        tenantId,
        action: 'measures.read',
        subjectType: 'employer',
        subjectIds: [tenantId],
        purpose: actor.purpose,
        detail: { ...period, by },
      });
      const groups = found.length === 0 && by === 'employer' ? [{ unitId: null, ...together([]) }] : found;
      return {
        period,
        provisional: isProvisional(firstOfMonth(period.to), lastCompleteMonth(latest?.until ?? null, today)),
        basis: Object.values(BASIS.en),
        groups: groups
          .map(({ unitId, ...facts }) => ({
            id: unitId,
            name: unitId === null ? '' : (names.get(unitId) ?? ''),
            measures: measuresOf(facts, period),
            facts,
          }))
          .sort((a, b) => a.name.localeCompare(b.name, 'da')),
      };
    });
  }
}
