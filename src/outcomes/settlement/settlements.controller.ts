import { Body, Controller, Get, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { NewSettlementDto, SettlementNoteDto, SettlementReadDto } from './settlement.dto.js';
import { settlementPolicy } from './settlement.policy.js';
import { SettlementPage, SettlementRow, SettlementView } from './settlement.view.js';
import { SettlementStepsService, type StepTaken } from './settlement-steps.service.js';
import { SettlementsService } from './settlements.service.js';

@ApiTags('outcomes')
@Controller('partnerships/:id/settlements')
export class SettlementsController {
  constructor(
    private readonly settlements: SettlementsService,
    private readonly steps: SettlementStepsService,
  ) {}

  /** All of them, the latest first, what is due, and what the contract will have paid. */
  @Get()
  @Permit(settlementPolicy, 'settlement.read')
  async list(@CurrentActor() actor: HatActor, @Id() id: string): Promise<SettlementPage> {
    return this.settlements.list(actor, id);
  }

  /** Orders the settlement of a period that is over, or the correction of one that is signed. */
  @Post()
  @HttpCode(202)
  @Permit(settlementPolicy, 'settlement.draft')
  async order(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: NewSettlementDto,
  ): Promise<SettlementRow> {
    return this.settlements.order(actor, id, body);
  }

  @Get(':settlementId')
  @Permit(settlementPolicy, 'settlement.read')
  async get(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('settlementId') settlementId: string,
  ): Promise<SettlementView> {
    return this.settlements.get(actor, { partnershipId, settlementId });
  }

  /** What the provider has to say of a draft. */
  @Post(':settlementId/comment')
  @HttpCode(200)
  @Permit(settlementPolicy, 'settlement.comment')
  async comment(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('settlementId') settlementId: string,
    @Body() body: SettlementNoteDto,
  ): Promise<SettlementView> {
    return this.take(actor, { partnershipId, settlementId }, { step: 'comment', note: body.note });
  }

  @Post(':settlementId/approve')
  @HttpCode(200)
  @Permit(settlementPolicy, 'settlement.approve')
  async approve(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('settlementId') settlementId: string,
    @Body() body: SettlementReadDto,
  ): Promise<SettlementView> {
    return this.take(actor, { partnershipId, settlementId }, { step: 'approve', ...body });
  }

  /** Another person of another party than who approved. */
  @Post(':settlementId/sign')
  @HttpCode(200)
  @Permit(settlementPolicy, 'settlement.sign')
  async sign(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('settlementId') settlementId: string,
    @Body() body: SettlementReadDto,
  ): Promise<SettlementView> {
    return this.take(actor, { partnershipId, settlementId }, { step: 'sign', ...body });
  }

  /** Marks that the parties have it; objections count from that day. */
  @Post(':settlementId/send')
  @HttpCode(200)
  @Permit(settlementPolicy, 'settlement.send')
  async send(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('settlementId') settlementId: string,
  ): Promise<SettlementView> {
    return this.take(actor, { partnershipId, settlementId }, { step: 'send' });
  }

  /** Takes a settlement back that is not signed. */
  @Post(':settlementId/withdraw')
  @HttpCode(200)
  @Permit(settlementPolicy, 'settlement.withdraw')
  async withdraw(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('settlementId') settlementId: string,
    @Body() body: SettlementNoteDto,
  ): Promise<SettlementView> {
    return this.take(actor, { partnershipId, settlementId }, { step: 'withdraw', note: body.note });
  }

  /** A signed settlement with all that it is made of, for computing it again. */
  @Get(':settlementId/bundle.json')
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Permit(settlementPolicy, 'settlement.export')
  async bundle(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('settlementId') settlementId: string,
  ): Promise<StreamableFile> {
    const text = await this.settlements.bundle(actor, { partnershipId, settlementId });
    return new StreamableFile(Buffer.from(text), {
      type: 'application/json',
      disposition: 'attachment; filename="settlement.json"',
    });
  }

  private async take(
    actor: HatActor,
    key: { readonly partnershipId: string; readonly settlementId: string },
    taken: StepTaken,
  ): Promise<SettlementView> {
    await this.steps.take(actor, key, taken);
    return this.settlements.get(actor, key);
  }
}
