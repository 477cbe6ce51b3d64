import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { PageQuery } from '../../platform/http/page.js';
import { TrialQuestionDto } from './lab.dto.js';
import { labPolicy } from './lab.policy.js';
import { LabsService } from './labs.service.js';
import { LabView, TrialPage, TrialView } from './lab.view.js';
import { TrialsService } from './trials.service.js';

@ApiTags('contract lab')
@Controller('partnerships/:id/lab')
export class LabController {
  constructor(
    private readonly labs: LabsService,
    private readonly trials: TrialsService,
  ) {}

  /** The figures that terms are tried on, as last read. */
  @Get()
  @Permit(labPolicy, 'lab.read')
  async latest(@CurrentActor() actor: HatActor, @Id() id: string): Promise<LabView> {
    return this.labs.latest(actor, id);
  }

  /** Has the workplaces' figures read; they are there when the state says so. */
  @Post()
  @HttpCode(202)
  @Permit(labPolicy, 'lab.try')
  async order(@CurrentActor() actor: HatActor, @Id() id: string): Promise<LabView> {
    return this.labs.order(actor, id);
  }

  /** Tries terms: what could be detected, and what they would pay, also for nothing. */
  @Post('trials')
  @Permit(labPolicy, 'lab.try')
  async make(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() question: TrialQuestionDto,
  ): Promise<TrialView> {
    return this.trials.make(actor, id, question);
  }

  /** The newest first. */
  @Get('trials')
  @Permit(labPolicy, 'lab.read')
  async list(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() page: PageQuery,
  ): Promise<TrialPage> {
    return this.trials.list(actor, id, page);
  }

  @Get('trials/:trialId')
  @Permit(labPolicy, 'lab.read')
  async get(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Id('trialId') trialId: string,
  ): Promise<TrialView> {
    return this.trials.get(actor, id, trialId);
  }
}
