import { IsUUID } from 'class-validator';
import { defineJob } from '../../platform/jobs/job.js';

class MemberToPlace {
  @IsUUID()
  partnershipId: string;
  @IsUUID()
  hatId: string;
  @IsUUID()
  besideHatId: string;
}

/** Lets a hat of a partnership speak for the party of the one that invited it. */
export const placeMember = defineJob({ name: 'access.place-member', payload: MemberToPlace });
