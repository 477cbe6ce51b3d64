import { IsOptional, IsUUID } from 'class-validator';
import { defineJob } from '../platform/jobs/job.js';

class OfTenant {
  @IsUUID()
  tenantId: string;
}

class OfTenantOrAll {
  /** Left out by the nightly run, which sees to every employer. */
  @IsOptional()
  @IsUUID()
  tenantId?: string;
}

/** Looks at an employer's rules anew though no spell has changed: a day has passed. Every night for every employer. */
export const lookAtSignals = defineJob({
  name: 'look-at-signals',
  payload: OfTenantOrAll,
  merges: true,
  leaseSeconds: 600,
});

/** Signals of an employer were raised, warned of anew or left unclaimed too long. Worked by `notifications`. */
export const signalsRaised = defineJob({ name: 'signals-raised', payload: OfTenant, merges: true });
