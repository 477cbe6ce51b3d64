import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { onboardingPolicy } from '../onboarding.policy.js';
import { CohortsService } from './cohorts.service.js';
import { CohortsView } from './cohorts.view.js';

@ApiTags('introductions')
@Controller('introduction-cohorts')
export class CohortsController {
  constructor(private readonly cohorts: CohortsService) {}

  /** New employees' first year by the quality of their introduction: an association, and of groups only. */
  @Get()
  @Permit(onboardingPolicy, 'introduction-cohort.read')
  async read(@CurrentActor() actor: HatActor): Promise<CohortsView> {
    return this.cohorts.read(actor);
  }
}
