import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Id } from '../platform/http/id.js';
import { ownPagePolicy } from './own-page.policy.js';
import { EmployeeRequestPage, WaitingRequestsView } from './own-page.view.js';
import { DecideDto, RequestsQuery } from './requests.dto.js';
import { RequestsService } from './requests.service.js';

@ApiTags('requests of employees')
@Controller('employee-requests')
export class RequestsController {
  constructor(private readonly requests: RequestsService) {}

  /** What employees ask for, those not decided first. */
  @Get()
  @Permit(ownPagePolicy, 'request.read')
  async list(@CurrentActor() actor: HatActor, @Query() query: RequestsQuery): Promise<EmployeeRequestPage> {
    return this.requests.list(actor, query);
  }

  /** How many wait for an answer. */
  @Get('waiting')
  @Permit(ownPagePolicy, 'request.read')
  async waiting(@CurrentActor() actor: HatActor): Promise<WaitingRequestsView> {
    return this.requests.waiting(actor);
  }

  /** Decides one, with a reason that the employee reads. */
  @Post(':id/decision')
  @Permit(ownPagePolicy, 'request.decide')
  @HttpCode(204)
  async decide(@CurrentActor() actor: HatActor, @Id() id: string, @Body() body: DecideDto): Promise<void> {
    await this.requests.decide(actor, id, body);
  }
}
