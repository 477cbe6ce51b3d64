import { Injectable } from '@nestjs/common';
import type { JobHandler, JobRun } from '../platform/jobs/job.js';
import { HandlesJob } from '../platform/jobs/registry.js';
import { defineSchedule } from '../platform/jobs/schedule.js';
import type { LocalDate } from '../shared/local-date.js';
import { requestAsked, requestDecided } from '../own-page/index.js';
import { settlementSent } from '../outcomes/index.js';
import { attestationDue, packReady } from '../partnerships/index.js';
import { signalsRaised } from '../signals/index.js';
import { CertificateMails } from './certificate-mails.service.js';
import { gatherNotices, lookAtCertificates, prepareDigests, sendMail } from './notifications.jobs.js';
import { NotificationsService } from './notifications.service.js';
import { PostService } from './post.service.js';
import { RequestMails, type OfAttestation, type OfRequest } from './request-mails.service.js';

@Injectable()
@HandlesJob()
export class SignalsRaisedProcessor implements JobHandler<{ tenantId: string }> {
  readonly job = signalsRaised;

  constructor(private readonly notifications: NotificationsService) {}

  async work({ tenantId }: { tenantId: string }, run: JobRun): Promise<void> {
    await this.notifications.tellOfSignals(tenantId, run);
  }
}

@Injectable()
@HandlesJob()
export class PrepareDigestsProcessor implements JobHandler<{ tenantId?: string; on?: LocalDate }> {
  readonly job = prepareDigests;
  readonly schedule = defineSchedule({ cron: '0 7 * * *' });

  constructor(private readonly notifications: NotificationsService) {}

  async work({ tenantId, on }: { tenantId?: string; on?: LocalDate }, run: JobRun): Promise<void> {
    if (tenantId === undefined || on === undefined) return this.notifications.beginDigests(run);
    await this.notifications.prepareDigests(tenantId, on, run);
  }
}

@Injectable()
@HandlesJob()
export class GatherNoticesProcessor implements JobHandler<{ userId: string; digestOn?: LocalDate }> {
  readonly job = gatherNotices;

  constructor(private readonly notifications: NotificationsService) {}

  async work({ userId, digestOn }: { userId: string; digestOn?: LocalDate }): Promise<void> {
    await this.notifications.gather(userId, digestOn ?? null);
  }
}

@Injectable()
@HandlesJob()
export class SendMailProcessor implements JobHandler<{ mailId: string }> {
  readonly job = sendMail;

  constructor(private readonly post: PostService) {}

  async work({ mailId }: { mailId: string }, run: JobRun): Promise<void> {
    await this.post.send(mailId, run);
  }
}

@Injectable()
@HandlesJob()
export class RequestAskedProcessor implements JobHandler<OfRequest> {
  readonly job = requestAsked;

  constructor(private readonly mails: RequestMails) {}

  async work(of: OfRequest, run: JobRun): Promise<void> {
    await this.mails.tellOfAsking(of, run);
  }
}

@Injectable()
@HandlesJob()
export class RequestDecidedProcessor implements JobHandler<OfRequest> {
  readonly job = requestDecided;

  constructor(private readonly mails: RequestMails) {}

  async work(of: OfRequest, run: JobRun): Promise<void> {
    await this.mails.tellOfDecision(of, run);
  }
}

@Injectable()
@HandlesJob()
export class PackReadyProcessor implements JobHandler<{ partnershipId: string; reportId: string }> {
  readonly job = packReady;

  constructor(private readonly mails: RequestMails) {}

  async work({ partnershipId }: { partnershipId: string }, run: JobRun): Promise<void> {
    await this.mails.tellOfPack(partnershipId, run);
  }
}

@Injectable()
@HandlesJob()
export class SettlementSentProcessor implements JobHandler<{ partnershipId: string; settlementId: string }> {
  readonly job = settlementSent;

  constructor(private readonly mails: RequestMails) {}

  async work({ partnershipId }: { partnershipId: string }, run: JobRun): Promise<void> {
    await this.mails.tellOfSettlement(partnershipId, run);
  }
}

@Injectable()
@HandlesJob()
export class LookAtCertificatesProcessor implements JobHandler<{ tenantId?: string; on?: LocalDate }> {
  readonly job = lookAtCertificates;
  readonly schedule = defineSchedule({ cron: '30 6 * * *' });

  constructor(private readonly mails: CertificateMails) {}

  async work({ tenantId, on }: { tenantId?: string; on?: LocalDate }, run: JobRun): Promise<void> {
    if (tenantId === undefined || on === undefined) return this.mails.begin(run);
    await this.mails.tell({ tenantId, on, run });
  }
}

@Injectable()
@HandlesJob()
export class AttestationDueProcessor implements JobHandler<OfAttestation> {
  readonly job = attestationDue;

  constructor(private readonly mails: RequestMails) {}

  async work(of: OfAttestation, run: JobRun): Promise<void> {
    await this.mails.tellOfAttestation(of, run);
  }
}
