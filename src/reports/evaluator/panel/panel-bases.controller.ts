import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../../access/index.js';
import { Id } from '../../../platform/http/id.js';
import { evaluatorPolicy } from '../evaluator.policy.js';
import { PanelBasesService } from './panel-bases.service.js';
import { PanelDeliveriesService } from './panel-deliveries.service.js';
import { NewBasisDto, NewLinkBasisDto } from './panel.dto.js';
import { BasisRecordedView, PanelBasesView } from './panel.view.js';

/** What an employer hands to an evaluator about persons, and on what. */
@ApiTags('evaluator')
@Controller()
export class PanelBasesController {
  constructor(
    private readonly bases: PanelBasesService,
    private readonly deliveries: PanelDeliveriesService,
  ) {}

  /** Every basis with its deliveries, the newest first, and who may be handed something. */
  @Get('panel-bases')
  @Permit(evaluatorPolicy, 'panel.read')
  async list(@CurrentActor() actor: HatActor): Promise<PanelBasesView> {
    return this.bases.list(actor);
  }

  /** Writes a basis down; another person confirms it. */
  @Post('panel-bases')
  @Permit(evaluatorPolicy, 'panel.decide')
  async record(@CurrentActor() actor: HatActor, @Body() body: NewBasisDto): Promise<BasisRecordedView> {
    return { id: await this.bases.record(actor, body) };
  }

  /** By another person than who wrote it down. */
  @Post('panel-bases/:id/confirmation')
  @HttpCode(204)
  @Permit(evaluatorPolicy, 'panel.decide')
  async confirm(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.bases.confirm(actor, id);
  }

  /** Ends a basis: nothing is fetched any more, and what is stored goes. */
  @Post('panel-bases/:id/withdrawal')
  @HttpCode(204)
  @Permit(evaluatorPolicy, 'panel.decide')
  async withdraw(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.bases.withdraw(actor, id);
  }

  /** Orders a file on a basis in force; it is there when the delivery's state says so. */
  @Post('panel-bases/:id/deliveries')
  @HttpCode(202)
  @Permit(evaluatorPolicy, 'panel.decide')
  async deliver(@CurrentActor() actor: HatActor, @Id() id: string): Promise<BasisRecordedView> {
    return { id: await this.deliveries.order(actor, id) };
  }

  /** Writes down on what the CPR numbers behind a panel are handed over; another person confirms it. */
  @Post('panel-deliveries/:id/cpr-link')
  @Permit(evaluatorPolicy, 'panel.decide')
  async link(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: NewLinkBasisDto,
  ): Promise<BasisRecordedView> {
    return { id: await this.bases.recordLink(actor, id, body) };
  }
}
