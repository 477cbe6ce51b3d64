import { Module } from '@nestjs/common';
import { CasesController } from './cases.controller.js';
import { CasesHolder } from './cases.holder.js';
import { CasesService } from './cases.service.js';
import { ContactsService } from './contacts.service.js';
import { InvitationsService } from './invitations.service.js';
import { WorklistController } from './worklist/worklist.controller.js';
import { WorklistService } from './worklist/worklist.service.js';

@Module({
  controllers: [CasesController, WorklistController],
  providers: [CasesService, ContactsService, InvitationsService, WorklistService, CasesHolder],
  exports: [CasesService, WorklistService],
})
export class CasesModule {}
