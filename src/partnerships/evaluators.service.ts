import { Injectable } from '@nestjs/common';
import { Doors, type SystemActor } from '../access/index.js';
import { listParties } from './contract/contracts.repository.js';
import { partnershipsOfferedTo } from './contract/offered-units.repository.js';
import { findPartnership } from './partnerships.repository.js';

/** A party that evaluates a partnership which an employer has put workplaces forward for. */
export interface Evaluator {
  readonly partnershipId: string;
  readonly partnershipName: string;
  readonly partyId: string;
  readonly name: string;
}

/** To whom an employer may hand data for an evaluation: to evaluators by contract, and nobody else. */
@Injectable()
export class EvaluatorsService {
  constructor(private readonly doors: Doors) {}

  async list(actor: SystemActor, tenantId: string): Promise<Evaluator[]> {
    const partnerships = await this.doors.within(actor, tenantId, (tx) =>
      partnershipsOfferedTo(tx, tenantId),
    );
    const found: Evaluator[] = [];
    for (const partnershipId of partnerships) found.push(...(await this.of(actor, partnershipId)));
    return found;
  }

  private of(actor: SystemActor, partnershipId: string): Promise<Evaluator[]> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      const partnership = await findPartnership(tx, partnershipId);
      const parties = await listParties(tx, partnershipId);
      return parties
        .filter((party) => partnership !== null && party.role === 'evaluator')
        .map(({ id, name }) => ({
          partnershipId,
          partnershipName: partnership?.name ?? '',
          partyId: id,
          name,
        }));
    });
  }
}
