import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '../platform/http/id.js';
import { notFound } from '../platform/http/problem.js';
import { accessPolicy } from './access.policy.js';
import type { HatActor } from './domain/actor.js';
import { EndMandateDto, GrantMandateDto, MandateScopeDto } from './mandates.dto.js';
import { MandatesService } from './mandates.service.js';
import { MandateMadeView, MandatePage, MandateView, OwnMandatesView, ProviderView } from './mandates.view.js';
import { CurrentActor, Permit } from './permit.js';

@ApiTags('mandates')
@Controller()
export class MandatesController {
  constructor(private readonly mandates: MandatesService) {}

  /** Whom a mandate can be given to. */
  @Get('providers')
  @Permit(accessPolicy, 'mandate.grant')
  async providers(): Promise<ProviderView[]> {
    return this.mandates.providers();
  }

  /** The employer's mandates with those that have ended, the newest first. */
  @Get('mandates')
  @Permit(accessPolicy, 'mandate.read')
  async list(@CurrentActor() actor: HatActor): Promise<MandatePage> {
    return this.mandates.list(actor);
  }

  /** What the employers of today let the consultant's provider see. */
  @Get('own-mandates')
  @Permit(accessPolicy, 'mandate.read-own')
  async listOwn(@CurrentActor() actor: HatActor): Promise<OwnMandatesView> {
    return { items: await this.mandates.listOwn(actor) };
  }

  /** Lets the consultants of a provider see some units, rules and fields for a while. */
  @Post('mandates')
  @Permit(accessPolicy, 'mandate.grant')
  async grant(@CurrentActor() actor: HatActor, @Body() body: GrantMandateDto): Promise<MandateMadeView> {
    if (!actor.tenantId) throw notFound();
    return { id: await this.mandates.grant(actor, actor.tenantId, body) };
  }

  /** From today on less; the answer is the mandate that takes its place. */
  @Post('mandates/:id/narrowing')
  @Permit(accessPolicy, 'mandate.narrow')
  async narrow(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() { to = null, ...scope }: MandateScopeDto,
  ): Promise<MandateView> {
    return this.mandates.narrow(actor, id, { ...scope, to });
  }

  /** Ends a mandate, at once or after a day. */
  @Post('mandates/:id/ending')
  @Permit(accessPolicy, 'mandate.end')
  @HttpCode(200)
  async end(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: EndMandateDto,
  ): Promise<MandateView> {
    return this.mandates.end(actor, id, body.lastOn ?? null);
  }
}
