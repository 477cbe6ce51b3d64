import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { contractPolicy } from '../contract/contract.policy.js';
import { CapitalQuery, NewCapitalEntryDto, ReversalDto } from './capital.dto.js';
import { CapitalService } from './capital.service.js';
import { CapitalPage, EntryMadeView } from './capital.view.js';

@ApiTags('contracts')
@Controller('partnerships/:id/capital')
export class CapitalController {
  constructor(private readonly capital: CapitalService) {}

  /** Paid in, spent and paid for outcomes, the latest day first, with where it all stands. */
  @Get()
  @Permit(contractPolicy, 'capital.read')
  async list(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() query: CapitalQuery,
  ): Promise<CapitalPage> {
    return this.capital.list(actor, id, query);
  }

  @Post()
  @Permit(contractPolicy, 'capital.record')
  async record(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: NewCapitalEntryDto,
  ): Promise<EntryMadeView> {
    return this.capital.record(actor, id, body);
  }

  /** Takes an entry back by another one; the ledger itself is only added to. */
  @Post(':entryId/reversal')
  @Permit(contractPolicy, 'capital.record')
  async reverse(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('entryId') id: string,
    @Body() body: ReversalDto,
  ): Promise<void> {
    await this.capital.reverse(actor, partnershipId, { id, ...body });
  }
}
