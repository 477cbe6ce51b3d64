import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { ActionPlanDto, ActionPlansQuery, NewActionPlanDto } from './action-plans.dto.js';
import { ActionPlansService } from './action-plans.service.js';
import { ActionPlansView, ActionPlanView } from './action-plans.view.js';
import { resultsPolicy } from './results.policy.js';

@ApiTags('survey results')
@Controller('action-plans')
export class ActionPlansController {
  constructor(private readonly plans: ActionPlansService) {}

  /** Those that wait first, the next due at the top. */
  @Get()
  @Permit(resultsPolicy, 'action-plan.read')
  async list(@CurrentActor() actor: HatActor, @Query() query: ActionPlansQuery): Promise<ActionPlansView> {
    return this.plans.list(actor, query);
  }

  @Post()
  @Permit(resultsPolicy, 'action-plan.write')
  async make(@CurrentActor() actor: HatActor, @Body() body: NewActionPlanDto): Promise<ActionPlanView> {
    return this.plans.make(actor, body);
  }

  @Put(':id')
  @Permit(resultsPolicy, 'action-plan.write')
  async change(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: ActionPlanDto,
  ): Promise<ActionPlanView> {
    return this.plans.change(actor, id, body);
  }

  @Delete(':id')
  @Permit(resultsPolicy, 'action-plan.write')
  @HttpCode(204)
  async remove(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.plans.remove(actor, id);
  }
}
