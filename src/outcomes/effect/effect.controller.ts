import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { NewEstimateDto } from './effect.dto.js';
import { effectPolicy } from './effect.policy.js';
import { EffectService } from './effect.service.js';
import { EffectView, PlanEstimateView } from './effect.view.js';

@ApiTags('outcomes')
@Controller('partnerships/:id/effect')
export class EffectController {
  constructor(private readonly effect: EffectService) {}

  /** How effects are told, and what was last told by it. */
  @Get()
  @Permit(effectPolicy, 'effect.read')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<EffectView> {
    return this.effect.get(actor, id);
  }

  /** Saves a plan for every indicator and period that has none. */
  @Post('plans')
  @HttpCode(200)
  @Permit(effectPolicy, 'effect.plan')
  async savePlans(@CurrentActor() actor: HatActor, @Id() id: string): Promise<EffectView> {
    return this.effect.savePlans(actor, id);
  }

  /** Orders an estimate by a plan whose period is over; it is there when its state says so. */
  @Post('estimates')
  @HttpCode(202)
  @Permit(effectPolicy, 'effect.estimate')
  async order(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: NewEstimateDto,
  ): Promise<PlanEstimateView> {
    return this.effect.order(actor, id, body.planId);
  }
}
