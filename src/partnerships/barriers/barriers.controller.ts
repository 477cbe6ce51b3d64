import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { EntryMadeView } from '../capital/capital.view.js';
import { contractPolicy } from '../contract/contract.policy.js';
import { BarrierDto, BarriersQuery, ChangeBarrierDto } from './barriers.dto.js';
import { BarriersService } from './barriers.service.js';
import { BarrierPage } from './barriers.view.js';

@ApiTags('contracts')
@Controller('partnerships/:id/barriers')
export class BarriersController {
  constructor(private readonly barriers: BarriersService) {}

  /** What stood in the way and what was done: open ones first. */
  @Get()
  @Permit(contractPolicy, 'barrier.read')
  async list(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() query: BarriersQuery,
  ): Promise<BarrierPage> {
    return this.barriers.list(actor, id, query);
  }

  @Post()
  @Permit(contractPolicy, 'barrier.record')
  async record(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: BarrierDto,
  ): Promise<EntryMadeView> {
    return this.barriers.record(actor, id, body);
  }

  @Put(':barrierId')
  @HttpCode(204)
  @Permit(contractPolicy, 'barrier.record')
  async change(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Id('barrierId') barrierId: string,
    @Body() body: ChangeBarrierDto,
  ): Promise<void> {
    await this.barriers.change(actor, id, barrierId, body);
  }
}
