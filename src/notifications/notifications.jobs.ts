import { IsNotEmpty, IsOptional, IsString, IsUUID } from 'class-validator';
import { defineJob } from '../platform/jobs/job.js';
import { IsLocalDate } from '../platform/http/fields.js';
import type { LocalDate } from '../shared/local-date.js';

class Digest {
  /** Left out by the clock, which sees to every employer. */
  @IsOptional()
  @IsUUID()
  tenantId?: string;
  /** The day whose digest it is, also when it is worked late. */
  @IsOptional()
  @IsLocalDate()
  on?: LocalDate;
}

class Gathering {
  @IsString()
  @IsNotEmpty()
  userId: string;
  /** The day whose digest it is; left out for what cannot wait. */
  @IsOptional()
  @IsLocalDate()
  digestOn?: LocalDate;
}

class Certificates {
  /** Left out by the clock, which sees to every employer that signs in by SAML. */
  @IsOptional()
  @IsUUID()
  tenantId?: string;
  /** The day it is looked for, also when it is worked late. */
  @IsOptional()
  @IsLocalDate()
  on?: LocalDate;
}

class MailToSend {
  @IsUUID()
  mailId: string;
}

/** Finds who at an employer has news waiting, every morning. */
export const prepareDigests = defineJob({ name: 'notifications.digest', payload: Digest });

/** Puts a user's waiting notices into one mail. */
export const gatherNotices = defineJob({ name: 'notifications.gather', payload: Gathering });

/** Tells administrators of certificates that end, every morning. */
export const lookAtCertificates = defineJob({ name: 'notifications.certificates', payload: Certificates });

/** Sends a mail. Its tries go on for about two days, for a mail server that is down. */
export const sendMail = defineJob({ name: 'mail.send', payload: MailToSend, attempts: 14 });
