import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { defineJob } from '../../platform/jobs/job.js';

class OneRound {
  @IsUUID()
  tenantId: string;
  @IsUUID()
  roundId: string;
}

class Tenant {
  /** Left out by the clock, which sees to every employer. */
  @IsOptional()
  @IsUUID()
  tenantId?: string;
}

class Sending {
  @IsUUID()
  tenantId: string;
  @IsUUID()
  invitationId: string;
  /** Whether the person has been sent the link before. */
  @IsBoolean()
  again: boolean;
}

/** Opens and closes what the day calls for, and gathers new employees; every morning. */
export const tendRounds = defineJob({ name: 'surveys.tend', payload: Tenant });

/** Makes a round's signing keys, some time before it opens. */
export const prepareRound = defineJob({ name: 'surveys.prepare', payload: OneRound, leaseSeconds: 300 });

/** Puts the people into reporting groups and invites them. */
export const openRound = defineJob({ name: 'surveys.open', payload: OneRound, leaseSeconds: 300 });

/** Sends one person the link. Its tries go on for about two days, for a mail server that is down. */
export const sendInvitation = defineJob({ name: 'surveys.invite', payload: Sending, attempts: 14 });

/** Said when a round has closed and every process has written the answers that it held: results may be frozen. */
export const roundClosed = defineJob({ name: 'surveys.round-closed', payload: OneRound });
