import { IsUUID } from 'class-validator';
import { defineJob } from '../../../platform/jobs/job.js';

class Delivery {
  @IsUUID()
  tenantId: string;
  @IsUUID()
  deliveryId: string;
}

class OfTenant {
  @IsUUID()
  tenantId: string;
}

class OfAll {}

/** Writes a delivery's file: persons' months, or the CPR numbers of a panel, encrypted to the evaluator. */
export const writePanel = defineJob({ name: 'write-panel', payload: Delivery, leaseSeconds: 1800 });
/** Tells the partnership's side how a delivery stands. */
export const tellOfDelivery = defineJob({ name: 'tell-of-delivery', payload: Delivery, merges: true });
/** Removes the files of an employer whose basis was withdrawn or whose day of deletion has come, and asks for the evaluator's attestation. */
export const endPanels = defineJob({ name: 'end-panels', payload: OfTenant, merges: true });
/** Every employer's turn; every night. */
export const endAllPanels = defineJob({ name: 'end-all-panels', payload: OfAll, merges: true });
