import { Injectable } from '@nestjs/common';
import { personMoments } from '../../absence/index.js';
import { audit, Clock, Doors, type SystemActor } from '../../access/index.js';
import { limitsOf, strictestOf, type DisclosureLimits } from '../../disclosure/index.js';
import { notFound } from '../../platform/http/problem.js';
import { row, type Tx } from '../../platform/database/rows.js';
import { addMonths, type LocalDate } from '../../shared/local-date.js';
import type { CountedMoments, LabUnit } from './domain/lab-content.js';
import { LabUnitsService } from './lab-units.service.js';
import {
  employersRead,
  failLab,
  findLab,
  finishLab,
  type LabFailure,
  type LabKey,
  type StoredLab,
} from './labs.repository.js';

interface EmployerRead {
  readonly moments: readonly CountedMoments[];
  readonly limits: DisclosureLimits;
  readonly provisional: boolean;
}

/** Reads a lab's figures, employer by employer through each one's own door, and keeps the sums. */
@Injectable()
export class LabReadingService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly units: LabUnitsService,
  ) {}

  /** Safe to run again and beside another run: a lab that is ready stays as it is. */
  async read(actor: SystemActor, key: LabKey): Promise<void> {
    const lab = await this.doors.partnership(actor, key.partnershipId, (tx) => findLab(tx, key));
    if (!lab) throw notFound();
    if (lab.state !== 'building') return;
    try {
      await this.readEmployers(actor, key, lab);
    } catch (fault) {
      await this.fail(actor, key, 'build-failed');
      throw fault;
    }
  }

  private async readEmployers(actor: SystemActor, key: LabKey, lab: StoredLab): Promise<void> {
    const { units } = await this.units.candidates(actor, key.partnershipId);
    const employers = [...new Set(units.map((unit) => unit.tenantId))];
    const read: EmployerRead[] = [];
    for (const [place, tenantId] of employers.entries()) {
      const own = units.filter((unit) => unit.tenantId === tenantId);
      const found = await this.readEmployer(actor, key, { lab, tenantId, units: own });
      if (found) read.push(found);
      await this.doors.partnership(actor, key.partnershipId, (tx) => employersRead(tx, key, place + 1));
    }
    const moments = read.flatMap((employer) => employer.moments);
    if (moments.length === 0)
      return this.fail(actor, key, units.length === 0 ? 'no-units' : 'too-little-history');
    const told = new Set(moments.map((unit) => unit.unitId));
    await this.doors.partnership(actor, key.partnershipId, (tx) =>
      finishLab(tx, key, {
        units: units.filter((unit) => told.has(unit.unitId)),
        moments,
        limits: strictestOf(read.map((employer) => employer.limits)),
        provisional: read.some((employer) => employer.provisional),
      }),
    );
  }

  /** null where the employer has not recorded absence for all of the two years. */
  private readEmployer(
    actor: SystemActor,
    { partnershipId, labId }: LabKey,
    wanted: { readonly lab: StoredLab; readonly tenantId: string; readonly units: readonly LabUnit[] },
  ): Promise<EmployerRead | null> {
    const { lab, tenantId, units } = wanted;
    return this.doors.within(actor, tenantId, async (tx) => {
      const known = await recorded(tx, tenantId);
      // Months without anybody ill are rare; a file that begins later is not.
      if (!known?.from || known.from >= addMonths(lab.from, 1)) return null;
      const asked = units.map((unit) => unit.unitId);
      await audit(tx, actor, {
        tenantId,
        action: 'lab.read',
        subjectType: 'unit',
        subjectIds: asked,
        purpose: actor.purpose,
        detail: { partnershipId, labId, from: lab.from, to: lab.to },
      });
      return {
        moments: await personMoments(tx, tenantId, {
          units: asked,
          from: lab.from,
          today: this.clock.today(),
        }),
        limits: await limitsOf(tx, tenantId),
        provisional: known.until === null || known.until < addMonths(lab.to, 1),
      };
    });
  }

  private fail(actor: SystemActor, key: LabKey, failure: LabFailure): Promise<void> {
    return this.doors.partnership(actor, key.partnershipId, async (tx) => {
      await failLab(tx, key, failure);
    });
  }
}

const recorded = (
  tx: Tx,
  tenantId: string,
): Promise<{ readonly from: LocalDate | null; readonly until: LocalDate | null } | null> =>
  row(
    tx,
    `select (select min(first_on) from spells where tenant_id = $1) as "from",
       (select min(known_until) from absence_sources where tenant_id = $1) as "until"`,
    [tenantId],
  );
