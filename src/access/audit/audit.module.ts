import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditHolder } from './audit.holder.js';
import { SealAudit } from './audit.jobs.js';
import { AuditService } from './audit.service.js';
import { DenialsService } from './denials.service.js';
import { SealService } from './seal.service.js';
import { VerifyService } from './verify.service.js';

@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditService, DenialsService, SealService, VerifyService, SealAudit, AuditHolder],
  exports: [DenialsService, SealService, VerifyService],
})
export class AuditModule {}
