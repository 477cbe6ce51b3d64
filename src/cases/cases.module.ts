import { Module } from '@nestjs/common';
import { CasesController } from './cases.controller.js';
import { JournalsController } from './journal/journals.controller.js';
import { JournalsService } from './journal/journals.service.js';
import { CaseHoldsService } from './case-holds.service.js';
import { CasesHolder } from './cases.holder.js';
import { CasesService } from './cases.service.js';
import { ContactsService } from './contacts.service.js';
import { InvitationsService } from './invitations.service.js';
import { MeasuresController } from './measures/measures.controller.js';
import { MeasuresService } from './measures/measures.service.js';
import { WorklistController } from './worklist/worklist.controller.js';
import { WorklistService } from './worklist/worklist.service.js';

@Module({
  controllers: [CasesController, MeasuresController, JournalsController, WorklistController],
  providers: [
    CasesService,
    ContactsService,
    MeasuresService,
    InvitationsService,
    WorklistService,
    JournalsService,
    CaseHoldsService,
    CasesHolder,
  ],
  exports: [CasesService, MeasuresService, WorklistService],
})
export class CasesModule {}
