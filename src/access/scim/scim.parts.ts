import { ScimAddresses } from './scim-addresses.js';
import { ScimDescriptionController } from './scim-description.controller.js';
import { ScimGroupsController } from './scim-groups.controller.js';
import { ScimGroups } from './scim-groups.service.js';
import { ScimRolesController } from './scim-roles.controller.js';
import { ScimRoles } from './scim-roles.service.js';
import { ScimUsersController } from './scim-users.controller.js';
import { ScimUsers } from './scim-users.service.js';

/** What the module of `access` wires for users and groups of employers' directories. */
export const SCIM_CONTROLLERS = [
  ScimDescriptionController,
  ScimUsersController,
  ScimGroupsController,
  ScimRolesController,
];
export const SCIM_PROVIDERS = [ScimAddresses, ScimUsers, ScimGroups, ScimRoles];
