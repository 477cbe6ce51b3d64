import { Injectable } from '@nestjs/common';
import { abilities, Clock, Doors, type HatActor } from '../../access/index.js';
import { twoYearsFrom } from '../../absence/index.js';
import { conflict } from '../../platform/http/problem.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { labWindow } from './domain/lab-window.js';
import { LabUnitsService } from './lab-units.service.js';
import { readLab } from './lab.jobs.js';
import { labPolicy } from './lab.policy.js';
import { insertLab, latestLab, type StoredLab } from './labs.repository.js';
import type { LabView } from './lab.view.js';

/** The figures that terms are tried on. */
@Injectable()
export class LabsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly units: LabUnitsService,
  ) {}

  /** Has the figures read; a job does it. @throws Problem 404, 409 while they are being read */
  async order(actor: HatActor, partnershipId: string): Promise<LabView> {
    const { startsOn, units } = await this.units.candidates(actor, partnershipId);
    const [first, second] = twoYearsFrom(labWindow(startsOn, this.clock.today()));
    const employers = new Set(units.map((unit) => unit.tenantId)).size;
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.units.assertSees(tx, actor, partnershipId);
      const lab = await insertLab(tx, partnershipId, {
        period: { from: first.from, to: second.to },
        employers,
        hatId: actor.hatId,
      });
      if (!lab) throw conflict('lab-being-read', 'The figures are being read already.');
      await addJob(tx, readLab, { partnershipId, labId: lab.id });
      return viewOf(actor, partnershipId, lab);
    });
  }

  /** The latest; without one, what may be done. @throws Problem 404 */
  async latest(actor: HatActor, partnershipId: string): Promise<LabView> {
    await this.units.candidates(actor, partnershipId);
    const lab = await this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.units.assertSees(tx, actor, partnershipId);
      return latestLab(tx, partnershipId);
    });
    return viewOf(actor, partnershipId, lab);
  }
}

const viewOf = (actor: HatActor, partnershipId: string, lab: StoredLab | null): LabView => ({
  partnershipId,
  id: lab?.id ?? null,
  state: lab?.state ?? null,
  failure: lab?.failure ?? null,
  from: lab?.from ?? null,
  to: lab?.to ?? null,
  employers: lab?.employers ?? 0,
  employersDone: lab?.employersDone ?? 0,
  provisional: lab?.content?.provisional ?? false,
  units: (lab?.content?.units ?? []).map(({ unitId, name, employerName, arm }) => ({
    id: unitId,
    name,
    employer: employerName,
    arm,
  })),
  createdAt: lab?.createdAt.toISOString() ?? null,
  abilities: abilities(labPolicy, actor),
});
