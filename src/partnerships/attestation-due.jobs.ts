import { IsUUID } from 'class-validator';
import { defineJob } from '../platform/jobs/job.js';

class Unattested {
  @IsUUID()
  tenantId: string;
  @IsUUID()
  partnershipId: string;
  /** The evaluating party. */
  @IsUUID()
  partyId: string;
}

/** An evaluator should have deleted what an employer handed over, and has not said so of all of it; both are told. */
export const attestationDue = defineJob({ name: 'panel.attestation-due', payload: Unattested });
