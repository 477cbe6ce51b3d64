import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { DocumentQuery } from '../reports.dto.js';
import { ReportsService } from '../reports.service.js';
import { PackScheduleDto } from './packs.dto.js';
import { packsPolicy } from './packs.policy.js';
import { PacksService } from './packs.service.js';
import { PackScheduleView, SteeringPackView } from './packs.view.js';

@ApiTags('packs')
@Controller('partnerships/:id')
export class PacksController {
  constructor(
    private readonly packs: PacksService,
    private readonly reports: ReportsService,
  ) {}

  /** What the pack of a report says beside its figures, as far as the reader's party may see it. */
  @Get('reports/:reportId/pack')
  @Permit(packsPolicy, 'pack.read')
  async get(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('reportId') reportId: string,
    @Query() { language }: DocumentQuery,
  ): Promise<SteeringPackView> {
    return this.reports.pack(actor, { partnershipId, reportId }, language);
  }

  /** Signs the pack off as received and read, for the party that one speaks for. */
  @Post('reports/:reportId/sign-offs')
  @HttpCode(204)
  @Permit(packsPolicy, 'pack.sign')
  async sign(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('reportId') reportId: string,
  ): Promise<void> {
    await this.packs.signOff(actor, { partnershipId, reportId });
  }

  @Get('pack-schedule')
  @Permit(packsPolicy, 'pack.read')
  async schedule(@CurrentActor() actor: HatActor, @Id() id: string): Promise<PackScheduleView> {
    return this.packs.schedule(actor, id);
  }

  @Put('pack-schedule')
  @HttpCode(204)
  @Permit(packsPolicy, 'pack.schedule')
  async setSchedule(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: PackScheduleDto,
  ): Promise<void> {
    await this.packs.setSchedule(actor, id, body);
  }
}
