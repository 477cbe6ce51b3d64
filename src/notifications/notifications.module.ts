import { Module } from '@nestjs/common';
import { PartnershipsModule } from '../partnerships/index.js';
import { MailModule } from '../platform/mail/mail.module.js';
import {
  AttestationDueProcessor,
  GatherNoticesProcessor,
  LookAtCertificatesProcessor,
  PackReadyProcessor,
  PrepareDigestsProcessor,
  RequestAskedProcessor,
  RequestDecidedProcessor,
  SendMailProcessor,
  SettlementSentProcessor,
  SignalsRaisedProcessor,
} from './notifications.processor.js';
import { CertificateMails } from './certificate-mails.service.js';
import { ClearMails } from './clear-mails.processor.js';
import { NotificationsHolder } from './notifications.holder.js';
import { NotificationsService } from './notifications.service.js';
import { PostService } from './post.service.js';
import { RequestMails } from './request-mails.service.js';

/** Who hears of which event, and how often. */
@Module({
  imports: [MailModule, PartnershipsModule],
  providers: [
    NotificationsService,
    PostService,
    NotificationsHolder,
    ClearMails,
    SignalsRaisedProcessor,
    PrepareDigestsProcessor,
    GatherNoticesProcessor,
    SendMailProcessor,
    RequestMails,
    RequestAskedProcessor,
    RequestDecidedProcessor,
    PackReadyProcessor,
    AttestationDueProcessor,
    SettlementSentProcessor,
    CertificateMails,
    LookAtCertificatesProcessor,
  ],
})
export class NotificationsModule {}
