import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '../platform/http/id.js';
import { notFound } from '../platform/http/problem.js';
import { accessPolicy } from './access.policy.js';
import type { HatActor } from './domain/actor.js';
import { CurrentActor, Permit } from './permit.js';
import { MakeTokenDto, TokenMadeView, TokenScopesView, TokenView } from './tokens.dto.js';
import { TokensService } from './tokens.service.js';

@ApiTags('tokens')
@Controller()
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get('tokens')
  @Permit(accessPolicy, 'token.manage')
  async list(@CurrentActor() actor: HatActor): Promise<TokenView[]> {
    return this.tokens.list(actor);
  }

  /** What the scopes of a token are chosen from. */
  @Get('token-scopes')
  @Permit(accessPolicy, 'token.manage')
  scopes(): TokenScopesView[] {
    return this.tokens.scopes();
  }

  /** The token is shown in this answer and never again. */
  @Post('tokens')
  @Permit(accessPolicy, 'token.manage')
  async make(@CurrentActor() actor: HatActor, @Body() body: MakeTokenDto): Promise<TokenMadeView> {
    if (!actor.tenantId) throw notFound();
    return this.tokens.make(actor, { tenantId: actor.tenantId, role: body.role }, body);
  }

  @Delete('tokens/:id')
  @Permit(accessPolicy, 'token.manage')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.tokens.revoke(actor, id);
  }
}
