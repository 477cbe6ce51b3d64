import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { disclosurePolicy } from './disclosure.policy.js';
import { RaiseLimitsDto } from './limits.dto.js';
import { LimitsService } from './limits.service.js';
import { OutputPolicyView } from './limits.view.js';

@ApiTags('output policy')
@Controller('output-policy')
export class LimitsController {
  constructor(private readonly limits: LimitsService) {}

  /** How large a group must be before a figure about it may be shown to others than its own managers. */
  @Get()
  @Permit(disclosurePolicy, 'limit.read')
  async get(@CurrentActor() actor: HatActor): Promise<OutputPolicyView> {
    return this.limits.get(actor);
  }

  /** Makes the numbers stricter, or takes them back to the policy's own. */
  @Put()
  @Permit(disclosurePolicy, 'limit.raise')
  @HttpCode(204)
  async raise(@CurrentActor() actor: HatActor, @Body() body: RaiseLimitsDto): Promise<void> {
    await this.limits.raise(actor, body);
  }
}
