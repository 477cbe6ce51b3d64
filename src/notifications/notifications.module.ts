import { Module } from '@nestjs/common';
import { MailModule } from '../platform/mail/mail.module.js';
import {
  GatherNoticesProcessor,
  PackReadyProcessor,
  PrepareDigestsProcessor,
  RequestAskedProcessor,
  RequestDecidedProcessor,
  SendMailProcessor,
  SignalsRaisedProcessor,
} from './notifications.processor.js';
import { ClearMails } from './clear-mails.processor.js';
import { NotificationsHolder } from './notifications.holder.js';
import { NotificationsService } from './notifications.service.js';
import { PostService } from './post.service.js';
import { RequestMails } from './request-mails.service.js';

/** Who hears of which event, and how often. */
@Module({
  imports: [MailModule],
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
  ],
})
export class NotificationsModule {}
