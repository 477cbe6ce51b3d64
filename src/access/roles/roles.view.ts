import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../domain/actor.js';
import { HIDDEN_FIELDS, ROLE_REACHES, type HiddenField, type RoleReach } from './role-reach.js';

export class RolePermissionsView {
  resource: string;
  /** As policies name them, such as `case.open`. */
  permissions: string[];
}

/** What a role opens, in words and without a record of anybody. */
export class RoleView {
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
  @ApiProperty({ enum: ROLE_REACHES, enumName: 'RoleReach' })
  reach: RoleReach;
  items: RolePermissionsView[];
  @ApiProperty({ enum: HIDDEN_FIELDS, enumName: 'HiddenField', isArray: true })
  hidden: HiddenField[];
}
