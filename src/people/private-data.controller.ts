import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Id } from '../platform/http/id.js';
import { peoplePolicy } from './people.policy.js';
import { DecideCprDto } from './private-data.dto.js';
import { PrivateDataService } from './private-data.service.js';
import { CprDecisionView, PrivateDataView } from './private-data.view.js';

@ApiTags('people')
@Controller()
export class PrivateDataController {
  constructor(private readonly privateData: PrivateDataService) {}

  /** A person's private data, as far as the employer keeps any. */
  @Get('people/:id/private-data')
  @Permit(peoplePolicy, 'person.private-data.read')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<PrivateDataView> {
    return this.privateData.get(actor, id);
  }

  /** Whether the employer keeps CPR numbers. */
  @Get('cpr-decision')
  @Permit(peoplePolicy, 'cpr.decide')
  async decision(@CurrentActor() actor: HatActor): Promise<CprDecisionView> {
    return this.privateData.decision(actor);
  }

  @Put('cpr-decision')
  @Permit(peoplePolicy, 'cpr.decide')
  @HttpCode(204)
  async decide(@CurrentActor() actor: HatActor, @Body() body: DecideCprDto): Promise<void> {
    await this.privateData.decide(actor, body);
  }
}
