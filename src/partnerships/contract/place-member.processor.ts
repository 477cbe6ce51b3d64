import { Injectable } from '@nestjs/common';
import { Doors, placeMember, systemActor } from '../../access/index.js';
import type { JobHandler } from '../../platform/jobs/job.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { insertMember, memberOf } from './contracts.repository.js';

interface MemberToPlace {
  readonly partnershipId: string;
  readonly hatId: string;
  readonly besideHatId: string;
}

/** Whoever was invited by a party speaks for it; doing it twice does nothing more. */
@Injectable()
@HandlesJob()
export class PlaceMemberProcessor implements JobHandler<MemberToPlace> {
  readonly job = placeMember;

  constructor(private readonly doors: Doors) {}

  async work({ partnershipId, hatId, besideHatId }: MemberToPlace): Promise<void> {
    await this.doors.partnership(systemActor('place a member'), partnershipId, async (tx) => {
      const beside = await memberOf(tx, partnershipId, besideHatId);
      if (beside) await insertMember(tx, partnershipId, { hatId, partyId: beside.partyId });
    });
  }
}
