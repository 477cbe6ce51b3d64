import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { HatActor } from '../domain/actor.js';
import { CurrentActor, Permit } from '../permit.js';
import { retentionClasses } from './domain/retention.js';
import { privacyPolicy } from './privacy.policy.js';
import { ChangeRetentionDto } from './retention.dto.js';
import { retentionClassOf, RetentionService } from './retention.service.js';
import { RetentionView } from './retention.view.js';

@ApiTags('privacy')
@Controller('retention')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  /** How long what is kept, and what would be erased now. */
  @Get()
  @Permit(privacyPolicy, 'retention.read')
  async schedule(@CurrentActor() actor: HatActor): Promise<RetentionView> {
    return this.retention.schedule(actor);
  }

  @Put(':dataClass')
  @Permit(privacyPolicy, 'retention.change')
  @ApiParam({ name: 'dataClass', enum: retentionClasses, enumName: 'RetentionClass' })
  @HttpCode(204)
  async change(
    @CurrentActor() actor: HatActor,
    @Param('dataClass') dataClass: string,
    @Body() body: ChangeRetentionDto,
  ): Promise<void> {
    await this.retention.change(actor, retentionClassOf(dataClass), body);
  }
}
