import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Id } from '../platform/http/id.js';
import { partnershipsPolicy } from './partnerships.policy.js';
import { PartnershipsService } from './partnerships.service.js';
import { PartnershipPage, PartnershipView } from './partnerships.view.js';

@ApiTags('partnerships')
@Controller('partnerships')
export class PartnershipsController {
  constructor(private readonly partnerships: PartnershipsService) {}

  /** The partnerships of the hat. */
  @Get()
  @Permit(partnershipsPolicy, 'partnership.read')
  async list(@CurrentActor() actor: HatActor): Promise<PartnershipPage> {
    return this.partnerships.list(actor);
  }

  @Get(':id')
  @Permit(partnershipsPolicy, 'partnership.read')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<PartnershipView> {
    return this.partnerships.get(actor, id);
  }
}
