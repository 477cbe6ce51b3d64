import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { RecordContactDto } from '../cases.dto.js';
import { ReassignDto, SignalsQuery } from './worklist.dto.js';
import { worklistPolicy } from './worklist.policy.js';
import { WorklistService } from './worklist.service.js';
import { ColleagueView, DueView, SignalPage, SignalView } from './worklist.view.js';

@ApiTags('signals')
@Controller()
export class WorklistController {
  constructor(private readonly worklist: WorklistService) {}

  /** Signals in reach; those nobody has acted on yet unless told otherwise. */
  @Get('signals')
  @Permit(worklistPolicy, 'signal.read')
  async list(@CurrentActor() actor: HatActor, @Query() query: SignalsQuery): Promise<SignalPage> {
    return this.worklist.list(actor, query);
  }

  /** How much waits whose day has come: counts, of nobody. */
  @Get('signals/due')
  @Permit(worklistPolicy, 'signal.read')
  async due(@CurrentActor() actor: HatActor): Promise<DueView> {
    return this.worklist.due(actor);
  }

  /** A signal with its rule, the window, what it saw and what was done. */
  @Get('signals/:id')
  @Permit(worklistPolicy, 'signal.read')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<SignalView> {
    return this.worklist.get(actor, id);
  }

  @Post('signals/:id/claim')
  @Permit(worklistPolicy, 'signal.claim')
  @HttpCode(204)
  async claim(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.worklist.claim(actor, id);
  }

  /** Gives a signal back that one has taken. */
  @Delete('signals/:id/claim')
  @Permit(worklistPolicy, 'signal.claim')
  @HttpCode(204)
  async release(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.worklist.release(actor, id);
  }

  /** Hands a signal to another consultant. */
  @Post('signals/:id/reassignment')
  @Permit(worklistPolicy, 'signal.reassign')
  @HttpCode(204)
  async reassign(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: ReassignDto,
  ): Promise<void> {
    await this.worklist.reassign(actor, id, body.hatId);
  }

  /** Records a contact or an attempt; one reached settles the signal. */
  @Post('signals/:id/contacts')
  @Permit(worklistPolicy, 'signal.contact')
  @HttpCode(204)
  async recordContact(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: RecordContactDto,
  ): Promise<void> {
    await this.worklist.recordContact(actor, id, body);
  }

  /** The consultants of the team, for handing on. */
  @Get('consultants')
  @Permit(worklistPolicy, 'signal.reassign')
  async colleagues(@CurrentActor() actor: HatActor): Promise<ColleagueView[]> {
    return this.worklist.colleagues(actor);
  }
}
