import { Injectable } from '@nestjs/common';
import { Doors, type Actor, type HatActor } from '../../access/index.js';
import { listOffered, MembersService, PartnershipsService } from '../../partnerships/index.js';
import type { Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { LabUnit } from './domain/lab-content.js';

/** What a lab may look at, and who may look. */
@Injectable()
export class LabUnitsService {
  constructor(
    private readonly doors: Doors,
    private readonly partnerships: PartnershipsService,
    private readonly members: MembersService,
  ) {}

  /** The workplaces that their employers have put forward, on the side where they stand. @throws Problem 404 */
  async candidates(
    actor: Actor,
    partnershipId: string,
  ): Promise<{ readonly startsOn: LocalDate; readonly units: readonly LabUnit[] }> {
    const { from, units } = await this.partnerships.terms(actor, partnershipId);
    const offered = await this.doors.partnership(actor, partnershipId, (tx) =>
      listOffered(tx, partnershipId),
    );
    const compared = new Set(units.flatMap((unit) => (unit.arm === 'comparison' ? [unit.unitId] : [])));
    return {
      startsOn: from,
      units: offered.map(({ tenantId, unitId, name, employerName }) => ({
        tenantId,
        unitId,
        name,
        employerName,
        arm: compared.has(unitId) ? 'comparison' : 'in',
      })),
    };
  }

  /** @throws Problem 404 where the party that a hat speaks for sees no figures */
  async assertSees(tx: Tx, actor: HatActor, partnershipId: string): Promise<void> {
    if (await this.members.standsFor(tx, actor, partnershipId))
      await this.members.assertSees(tx, actor, partnershipId, 'figures');
  }
}
