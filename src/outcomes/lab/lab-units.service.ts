import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/index.js';
import { PartnershipsService } from '../../partnerships/index.js';
import type { LabUnit } from './domain/lab-content.js';

/** Which workplaces a lab may look at: those of the partnership. */
@Injectable()
export class LabUnitsService {
  constructor(private readonly partnerships: PartnershipsService) {}

  async candidates(actor: Actor, partnershipId: string): Promise<LabUnit[]> {
    const { units } = await this.partnerships.terms(actor, partnershipId);
    return units.map(({ tenantId, unitId, name, employerName, arm }) => ({
      tenantId,
      unitId,
      name,
      employerName,
      arm,
    }));
  }
}
