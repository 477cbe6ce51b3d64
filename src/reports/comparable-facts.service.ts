import { Injectable } from '@nestjs/common';
import type { AbsenceFact } from '../absence/index.js';
import type { SystemActor } from '../access/index.js';
import type { PartnershipUnit } from '../partnerships/index.js';
import { localDate, type LocalDate } from '../shared/local-date.js';
import { monthsOf, type Period } from '../shared/period.js';
import { amountsChanged, type Released } from './domain/decisions.js';
import { ReportFacts } from './domain/facts.js';
import type { EmployerFacts } from './employer-facts.queries.js';
import {
  WorkplaceFactsService,
  type WorkplacesRead,
  type WorkplacesWanted,
} from './workplace-facts.service.js';

type Placed = Pick<PartnershipUnit, 'tenantId' | 'unitId'>;

/** Whose figures are to leave the house, and beside what has left it. */
export interface FactsAsked {
  /** Of what is being made. */
  readonly id: string;
  readonly action: WorkplacesWanted['action'];
  readonly units: readonly Placed[];
  /** Whose figures may have left by any exit. */
  readonly everyUnit: readonly Placed[];
  readonly months: readonly LocalDate[];
  readonly released: readonly Released[];
}

export interface ComparableFacts {
  readonly facts: ReportFacts;
  readonly employers: ReadonlyMap<string, EmployerFacts>;
}

/** The calendar years that two periods lie in: releases of the same year are compared. */
export const yearsAround = (first: Period, last: Period): Period => ({
  from: localDate(`${first.from.slice(0, 4)}-01-01`),
  to: localDate(`${last.to.slice(0, 4)}-12-31`),
});

/** Reads what figures are made of, and what earlier ones were made of by what was known then. */
@Injectable()
export class ComparableFactsService {
  constructor(private readonly workplaces: WorkplaceFactsService) {}

  async read(actor: SystemActor, asked: FactsAsked): Promise<ComparableFacts> {
    const wanted = workplacesWanted(asked);
    const read: WorkplacesRead[] = [];
    for (const workplaces of wanted) read.push(await this.workplaces.read(actor, workplaces));
    const now = {
      exposure: read.flatMap((one) => one.exposure),
      presence: read.flatMap((one) => one.presence),
      absence: read.flatMap((one) => one.absence),
      activity: read.flatMap((one) => one.activity),
    };
    const unchanged = new ReportFacts({ ...now, absenceThen: new Map() });
    const changed = asked.released.filter((cell) => amountsChanged(cell, unchanged));
    const facts =
      changed.length === 0
        ? unchanged
        : new ReportFacts({ ...now, absenceThen: await this.absenceThen(actor, wanted, changed) });
    return {
      facts,
      employers: new Map(read.map(({ tenantId, employer }) => [tenantId, employer])),
    };
  }

  private async absenceThen(
    actor: SystemActor,
    wanted: readonly WorkplacesWanted[],
    changed: readonly Released[],
  ): Promise<Map<string, AbsenceFact[]>> {
    const then = new Map<string, AbsenceFact[]>();
    for (const readAt of new Set(changed.map((cell) => cell.readAt))) {
      const facts: AbsenceFact[][] = [];
      for (const workplaces of wanted) facts.push(await this.workplaces.readAsOf(actor, workplaces, readAt));
      then.set(readAt, facts.flat());
    }
    return then;
  }
}

/** Also workplaces that have left, and months of earlier releases: a new figure is compared with those. */
const workplacesWanted = ({ id, action, units, everyUnit, ...asked }: FactsAsked): WorkplacesWanted[] => {
  const released = asked.released.flatMap((cell) => cell.units);
  const wanted = new Set([...units.map((unit) => unit.unitId), ...released]);
  const months = [...new Set([...asked.months, ...asked.released.flatMap(monthsOf)])];
  const tenants = [...new Set(everyUnit.map((unit) => unit.tenantId))];
  return tenants
    .map((tenantId) => ({
      tenantId,
      workplaces: everyUnit
        .filter((unit) => unit.tenantId === tenantId && wanted.has(unit.unitId))
        .map((unit) => unit.unitId),
      months,
      reportId: id,
      action,
    }))
    .filter(({ workplaces }) => workplaces.length > 0);
};
