import { Injectable } from '@nestjs/common';
import { Doors, PartyCircle, type HatActor } from '../../access/index.js';
import { listMembers } from './contracts.repository.js';

/** Tells `access` who speaks for the same party. */
@Injectable()
export class PartyMembers extends PartyCircle {
  constructor(private readonly doors: Doors) {
    super();
  }

  override async hatsBeside(actor: HatActor): Promise<readonly string[]> {
    const { partnershipId, hatId } = actor;
    if (!partnershipId) return [];
    const members = await this.doors.partnership(actor, partnershipId, (tx) =>
      listMembers(tx, partnershipId),
    );
    const own = members.find((member) => member.hatId === hatId);
    return members.flatMap((member) => (member.partyId === own?.partyId ? [member.hatId] : []));
  }
}
