import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { HatActor } from '../domain/actor.js';
import { CurrentActor, Permit } from '../permit.js';
import { AuditPeriodQuery, AuditQuery } from './audit.dto.js';
import { auditPolicy } from './audit.policy.js';
import { AuditService } from './audit.service.js';
import { AuditCountsView, AuditPage } from './audit.view.js';

@ApiTags('audit')
@Controller()
export class AuditController {
  constructor(private readonly entries: AuditService) {}

  /** Who read or changed what, the newest first. */
  @Get('audit-entries')
  @Permit(auditPolicy, 'audit.read')
  async list(@CurrentActor() actor: HatActor, @Query() query: AuditQuery): Promise<AuditPage> {
    return this.entries.list(actor, query);
  }

  /** The same without pages, as CSV. */
  @Get('audit-entries.csv')
  @Permit(auditPolicy, 'audit.read')
  @ApiProduces('text/csv')
  async file(@CurrentActor() actor: HatActor, @Query() query: AuditQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.entries.file(actor, query), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="audit.csv"',
    });
  }

  /** How much of what by which role, without who and whom. */
  @Get('audit-counts')
  @Permit(auditPolicy, 'audit.count')
  async counts(@CurrentActor() actor: HatActor, @Query() query: AuditPeriodQuery): Promise<AuditCountsView> {
    return this.entries.counts(actor, query);
  }
}
