import { Module } from '@nestjs/common';
import { CasesController } from './cases.controller.js';
import { JournalsController } from './journal/journals.controller.js';
import { JournalsService } from './journal/journals.service.js';
import { CaseHoldsService } from './case-holds.service.js';
import { CasesHolder } from './cases.holder.js';
import { CasesService } from './cases.service.js';
import { ContactsService } from './contacts.service.js';
import { InvitationsService } from './invitations.service.js';
import { WorklistController } from './worklist/worklist.controller.js';
import { WorklistService } from './worklist/worklist.service.js';

@Module({
  controllers: [CasesController, JournalsController, WorklistController],
  providers: [
    CasesService,
    ContactsService,
    InvitationsService,
    WorklistService,
    JournalsService,
    CaseHoldsService,
    CasesHolder,
  ],
  exports: [CasesService, WorklistService],
})
export class CasesModule {}
