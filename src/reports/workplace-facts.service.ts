import { Injectable } from '@nestjs/common';
import {
  absenceFacts,
  exposureFacts,
  presenceFacts,
  type AbsenceFact,
  type FactsWanted,
} from '../absence/index.js';
import { audit, Clock, Doors, type SystemActor } from '../access/index.js';
import { dayOf, type LocalDate } from '../shared/local-date.js';
import { activityFacts } from './activity-facts.queries.js';
import type { AllFacts } from './domain/facts.js';
import { employerFacts, type EmployerFacts } from './employer-facts.queries.js';

/** Workplaces of one employer, the months asked about, and the report or the evaluator's cells they are read for. */
export interface WorkplacesWanted {
  readonly tenantId: string;
  readonly workplaces: readonly string[];
  readonly months: readonly LocalDate[];
  readonly reportId: string;
  readonly action: 'report.build' | 'evaluator-cells.build';
}

export interface WorkplacesRead extends Omit<AllFacts, 'absenceThen'> {
  readonly tenantId: string;
  readonly employer: EmployerFacts;
}

/** Reads what reports are made of, employer by employer, through each one's own door. */
@Injectable()
export class WorkplaceFactsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async read(actor: SystemActor, wanted: WorkplacesWanted): Promise<WorkplacesRead> {
    const { tenantId, reportId } = wanted;
    const question: FactsWanted = { ...wanted, seenOn: this.clock.today(), knownAt: null };
    return this.doors.within(actor, tenantId, async (tx) => {
      const read = {
        tenantId,
        employer: await employerFacts(tx, tenantId),
        exposure: await exposureFacts(tx, question),
        presence: await presenceFacts(tx, question),
        absence: await absenceFacts(tx, question),
        activity: await activityFacts(tx, question),
      };
      await audit(tx, actor, {
        tenantId,
        action: wanted.action,
        subjectType: 'report',
        subjectIds: [reportId],
        purpose: actor.purpose,
        detail: { workplaces: wanted.workplaces },
      });
      return read;
    });
  }

  /** Absence as it was known at the instant of an earlier release. */
  async readAsOf(actor: SystemActor, wanted: WorkplacesWanted, knownAt: string): Promise<AbsenceFact[]> {
    const question: FactsWanted = { ...wanted, seenOn: dayOf(new Date(knownAt)), knownAt };
    return this.doors.within(actor, wanted.tenantId, (tx) => absenceFacts(tx, question));
  }
}
