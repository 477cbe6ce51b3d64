import { Module } from '@nestjs/common';
import { MailModule } from '../../platform/mail/mail.module.js';
import { SmsModule } from '../../platform/sms/sms.module.js';
import { AnswerPool } from './answer-pool.service.js';
import { ClosingService } from './closing.service.js';
import { DeliveryService } from './delivery.service.js';
import { Handover } from './handover.js';
import { KioskAttempts } from './kiosk-attempts.js';
import { LettersService } from './letters.service.js';
import { OpenedKeys } from './opened-keys.js';
import { OpeningService } from './opening.service.js';
import { RespondentsController } from './respondents.controller.js';
import { RespondentsService } from './respondents.service.js';
import { RoundsHolder } from './rounds.holder.js';
import {
  OpenRoundProcessor,
  PrepareRoundProcessor,
  SendInvitationProcessor,
  TendRoundsProcessor,
} from './rounds.processor.js';
import { RoundsController } from './rounds.controller.js';
import { RoundsService } from './rounds.service.js';
import { SigningKeys } from './signing-keys.service.js';
import { SpendingService } from './spending.service.js';
import { TendingService } from './tending.service.js';

/** Rounds of a survey: who is asked, by which link, and how an answer comes in without a name. */
@Module({
  imports: [MailModule, SmsModule],
  controllers: [RoundsController, RespondentsController],
  providers: [
    RoundsService,
    LettersService,
    SigningKeys,
    OpeningService,
    ClosingService,
    TendingService,
    DeliveryService,
    RespondentsService,
    SpendingService,
    AnswerPool,
    Handover,
    KioskAttempts,
    OpenedKeys,
    RoundsHolder,
    TendRoundsProcessor,
    PrepareRoundProcessor,
    OpenRoundProcessor,
    SendInvitationProcessor,
  ],
})
export class RoundsModule {}
