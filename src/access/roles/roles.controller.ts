import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { accessPolicy } from '../access.policy.js';
import { ROLES, type HatActor } from '../domain/actor.js';
import { CurrentActor, Permit } from '../permit.js';
import { RolePreview } from './role-preview.service.js';
import { RoleView } from './roles.view.js';

@ApiTags('users')
@Controller('roles')
export class RolesController {
  constructor(private readonly preview: RolePreview) {}

  /** What a role would see: never a session as somebody else, and no record of anybody. */
  @Get(':role/view')
  @Permit(accessPolicy, 'role.preview')
  @ApiParam({ name: 'role', enum: ROLES, enumName: 'Role' })
  async view(@CurrentActor() actor: HatActor, @Param('role') role: string): Promise<RoleView> {
    return this.preview.of(actor, role);
  }
}
