import { IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { defineJob } from '../../platform/jobs/job.js';

/** What happens to a user's way in, told to every employer where the user has a role. */
export const SIGN_IN_EVENTS = [
  'sign-in.failed',
  'password.changed',
  'password.reset-asked',
  'password.reset',
  'session.revoked',
  'second-factor.added',
  'second-factor.removed',
  'passkey.added',
  'passkey.removed',
] as const;
export type SignInEvent = (typeof SIGN_IN_EVENTS)[number];

class EventToTell {
  /** Left out for an address that nobody has: the work up to here is alike. */
  @IsOptional()
  @IsString()
  userId?: string;
  @IsIn(SIGN_IN_EVENTS)
  event: SignInEvent;
}

class LinkToSend {
  @IsUUID()
  id: string;
}

class HatsToEnd {
  @IsUUID()
  tenantId: string;
  @IsUUID('all', { each: true })
  hatIds: string[];
}

class Nothing {}

/** Writes an event of a user's sign-in into the audit of the employers concerned. */
export const tellSignInEvent = defineJob({ name: 'access.sign-in-event', payload: EventToTell });

/** Mails the link by which a user chooses a new password; after an hour it would come too late. */
export const sendPasswordReset = defineJob({ name: 'access.send-reset', payload: LinkToSend, attempts: 6 });

/** Ends the roles that a person who is erased had as an employee, and forgets the user where those were the last. */
export const forgetWearersOf = defineJob({ name: 'access.forget-wearers', payload: HatsToEnd });

/** Clears away what sign-in no longer needs, every night. */
export const sweepSignIn = defineJob({ name: 'access.sweep', payload: Nothing });

/** Mails the link of an invitation. Its tries go on for about two days, for a mail server that is down. */
export const sendInvitation = defineJob({
  name: 'access.send-invitation',
  payload: LinkToSend,
  attempts: 14,
});
