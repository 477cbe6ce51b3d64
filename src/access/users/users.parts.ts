import { RolePermissions } from '../roles/role-permissions.service.js';
import { RolePreview } from '../roles/role-preview.service.js';
import { RolesController } from '../roles/roles.controller.js';
import { ColleaguesController } from '../colleagues/colleagues.controller.js';
import { Colleagues } from '../colleagues/colleagues.service.js';
import { AcceptanceController } from './acceptance.controller.js';
import { Acceptance } from './acceptance.service.js';
import { Invitations } from './invitations.service.js';
import { SignInSettingsController } from './sign-in-settings.controller.js';
import { SignInSettings } from './sign-in-settings.service.js';
import { UsersController } from './users.controller.js';
import { SendInvitationProcessor } from './users.processor.js';
import { Users } from './users.service.js';

/** What the module of `access` wires for an employer's users. */
export const USERS_CONTROLLERS = [
  UsersController,
  ColleaguesController,
  AcceptanceController,
  SignInSettingsController,
  RolesController,
];
export const USERS_PROVIDERS = [
  Users,
  Colleagues,
  Invitations,
  Acceptance,
  SignInSettings,
  SendInvitationProcessor,
  RolePermissions,
  RolePreview,
];
