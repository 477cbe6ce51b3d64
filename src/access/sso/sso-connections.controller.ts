import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '../../platform/http/id.js';
import { accessPolicy } from '../access.policy.js';
import type { HatActor } from '../domain/actor.js';
import { CurrentActor, Permit } from '../permit.js';
import { SsoConnectionDto, SsoConnectionsView } from './sso.dto.js';
import { SsoConnections } from './sso-connections.service.js';

/** An employer's identity providers. */
@ApiTags('sso')
@Controller('sso-connections')
export class SsoConnectionsController {
  constructor(private readonly connections: SsoConnections) {}

  @Get()
  @Permit(accessPolicy, 'sign-in.manage')
  async list(@CurrentActor() actor: HatActor): Promise<SsoConnectionsView> {
    return this.connections.list(actor);
  }

  @Post()
  @Permit(accessPolicy, 'sign-in.manage')
  @HttpCode(204)
  async make(@CurrentActor() actor: HatActor, @Body() body: SsoConnectionDto): Promise<void> {
    await this.connections.make(actor, body);
  }

  @Put(':id')
  @Permit(accessPolicy, 'sign-in.manage')
  @HttpCode(204)
  async change(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: SsoConnectionDto,
  ): Promise<void> {
    await this.connections.change(actor, id, body);
  }

  @Delete(':id')
  @Permit(accessPolicy, 'sign-in.manage')
  @HttpCode(204)
  async remove(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.connections.remove(actor, id);
  }
}
