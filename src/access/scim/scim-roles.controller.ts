import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accessPolicy } from '../access.policy.js';
import type { HatActor } from '../domain/actor.js';
import { CurrentActor, Permit } from '../permit.js';
import { ScimRoles } from './scim-roles.service.js';
import { ScimRolesDto } from './scim.dto.js';
import { ScimRolesView } from './scim.view.js';

/** Which roles the groups of an employer's directory give, for its administrator. */
@ApiTags('scim')
@Controller('scim-roles')
export class ScimRolesController {
  constructor(private readonly roles: ScimRoles) {}

  @Get()
  @Permit(accessPolicy, 'sign-in.manage')
  async read(@CurrentActor() actor: HatActor): Promise<ScimRolesView> {
    return this.roles.read(actor);
  }

  @Put()
  @Permit(accessPolicy, 'sign-in.manage')
  @HttpCode(204)
  async replace(@CurrentActor() actor: HatActor, @Body() body: ScimRolesDto): Promise<void> {
    await this.roles.replace(actor, body);
  }
}
