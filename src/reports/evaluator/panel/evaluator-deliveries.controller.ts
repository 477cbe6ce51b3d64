import { Body, Controller, Get, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../../access/index.js';
import { Id } from '../../../platform/http/id.js';
import { evaluatorPolicy } from '../evaluator.policy.js';
import { EvaluatorDeliveriesService } from './evaluator-deliveries.service.js';
import { AttestationDto } from './panel.dto.js';
import { EvaluatorDeliveriesView } from './panel.view.js';

const ENCRYPTED = 'application/octet-stream';

@ApiTags('evaluator')
@Controller('partnerships/:id/evaluator-deliveries')
export class EvaluatorDeliveriesController {
  constructor(private readonly deliveries: EvaluatorDeliveriesService) {}

  /** The newest first. */
  @Get()
  @Permit(evaluatorPolicy, 'evaluator-delivery.read')
  async list(@CurrentActor() actor: HatActor, @Id() id: string): Promise<EvaluatorDeliveriesView> {
    return this.deliveries.list(actor, id);
  }

  /** The file, which opens with the evaluator's own key alone. */
  @Get(':deliveryId/file.csv.age')
  @ApiProduces(ENCRYPTED)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Permit(evaluatorPolicy, 'evaluator-delivery.open')
  async file(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('deliveryId') deliveryId: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.deliveries.open(actor, { partnershipId, deliveryId }), {
      type: ENCRYPTED,
      disposition: 'attachment; filename="delivery.csv.age"',
    });
  }

  /** Says that the evaluator has deleted its copies. */
  @Post(':deliveryId/attestation')
  @HttpCode(204)
  @Permit(evaluatorPolicy, 'evaluator-delivery.open')
  async attest(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('deliveryId') deliveryId: string,
    @Body() body: AttestationDto,
  ): Promise<void> {
    await this.deliveries.attest(actor, { partnershipId, deliveryId }, body.on);
  }
}
