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

/** Spells of an employer have changed, or what else raises signals; the rules look again. Worked by `signals`. */
export const absenceChanged = defineJob({ name: 'absence-changed', payload: OfTenant, merges: true });

/** Employments of an employer have changed, and the figures follow. Worked by `onboarding`. */
export const employmentsFollowed = defineJob({
  name: 'employments-followed',
  payload: OfTenant,
  merges: true,
});

/** Brings the month facts of an employer's stale units up to date; every night those of running spells too. */
export const refreshMonthFacts = defineJob({
  name: 'refresh-month-facts',
  payload: OfTenantOrAll,
  merges: true,
  leaseSeconds: 600,
});
