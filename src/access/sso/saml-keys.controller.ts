import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '../../platform/http/id.js';
import { accessPolicy } from '../access.policy.js';
import type { HatActor } from '../domain/actor.js';
import { CurrentActor, Permit } from '../permit.js';
import { SamlKeyDto, SamlKeysView } from './saml-keys.dto.js';
import { SamlKeys } from './saml-keys.service.js';

/** An employer's key pairs for SAML: requests are signed with them, and assertions encrypted to them. */
@ApiTags('sso')
@Controller('saml-keys')
export class SamlKeysController {
  constructor(private readonly keys: SamlKeys) {}

  @Get()
  @Permit(accessPolicy, 'sign-in.manage')
  async list(@CurrentActor() actor: HatActor): Promise<SamlKeysView> {
    return this.keys.list(actor);
  }

  @Post()
  @Permit(accessPolicy, 'sign-in.manage')
  @HttpCode(204)
  async add(@CurrentActor() actor: HatActor, @Body() body: SamlKeyDto): Promise<void> {
    await this.keys.add(actor, body);
  }

  @Delete(':id')
  @Permit(accessPolicy, 'sign-in.manage')
  @HttpCode(204)
  async remove(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.keys.remove(actor, id);
  }
}
