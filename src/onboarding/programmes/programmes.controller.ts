import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { onboardingPolicy } from '../onboarding.policy.js';
import { RetireProgrammeDto, SaveProgrammeDto } from './programmes.dto.js';
import { ProgrammesService } from './programmes.service.js';
import {
  JobGroupsView,
  ProgrammeMadeView,
  ProgrammesView,
  ProgrammeView,
  TemplatesView,
} from './programmes.view.js';

@ApiTags('introductions')
@Controller()
export class ProgrammesController {
  constructor(private readonly programmes: ProgrammesService) {}

  /** Programmes to begin with. */
  @Get('introduction-templates')
  @Permit(onboardingPolicy, 'programme.change')
  templates(): TemplatesView {
    return this.programmes.templates();
  }

  /** The job groups of the employer's people today. */
  @Get('introduction-job-groups')
  @Permit(onboardingPolicy, 'programme.change')
  async jobGroups(@CurrentActor() actor: HatActor): Promise<JobGroupsView> {
    return this.programmes.jobGroups(actor);
  }

  /** The employer's programmes, those in use first. */
  @Get('introduction-programmes')
  @Permit(onboardingPolicy, 'programme.read')
  async list(@CurrentActor() actor: HatActor): Promise<ProgrammesView> {
    return this.programmes.list(actor);
  }

  @Post('introduction-programmes')
  @Permit(onboardingPolicy, 'programme.change')
  async make(@CurrentActor() actor: HatActor, @Body() body: SaveProgrammeDto): Promise<ProgrammeMadeView> {
    return { id: await this.programmes.make(actor, body) };
  }

  /** A programme with its newest steps. */
  @Get('introduction-programmes/:id')
  @Permit(onboardingPolicy, 'programme.read')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<ProgrammeView> {
    return this.programmes.get(actor, id);
  }

  /** Other steps become a new version; introductions on their way keep theirs. */
  @Put('introduction-programmes/:id')
  @Permit(onboardingPolicy, 'programme.change')
  @HttpCode(204)
  async save(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: SaveProgrammeDto,
  ): Promise<void> {
    await this.programmes.save(actor, id, body);
  }

  /** A retired programme begins no more introductions. */
  @Put('introduction-programmes/:id/retirement')
  @Permit(onboardingPolicy, 'programme.change')
  @HttpCode(204)
  async retire(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: RetireProgrammeDto,
  ): Promise<void> {
    await this.programmes.retire(actor, id, body.retired);
  }
}
