import { Module } from '@nestjs/common';
import { CasesController } from './cases.controller.js';
import { CasesService } from './cases.service.js';
import { ContactsService } from './contacts.service.js';
import { InvitationsService } from './invitations.service.js';

@Module({
  controllers: [CasesController],
  providers: [CasesService, ContactsService, InvitationsService],
  exports: [CasesService],
})
export class CasesModule {}
