import type { Views } from '../api/client';

export type SessionView = Views['SessionView'];
export type Hat = Views['HatView'];
export type Role = Views['Role'];
export type TokenView = Views['TokenView'];
export type TokenMade = Views['TokenMadeView'];
export type NewToken = Views['MakeTokenDto'];
export type MachineRole = Views['MachineRole'];

export const MACHINE_ROLES: readonly MachineRole[] = ['hr-manager', 'administrator'];
export type OwnSession = Views['OwnSessionView'];
export type Passkey = Views['PasskeyView'];
export type TotpBegun = Views['TotpBegunView'];
export type UserRow = Views['UserRowView'];
export type UsersList = Views['UsersPage'];
export type EmployeeChoice = Views['EmployeeChoiceView'];
export type Invitation = Views['InvitationView'];
export type Invite = Views['InviteUserDto'];
export type EmployerRole = Views['EmployerRole'];

export const EMPLOYER_ROLES: readonly EmployerRole[] = [
  'administrator',
  'hr-manager',
  'line-manager',
  'employee-representative',
  'employee',
];
export type SsoConnection = Views['SsoConnectionView'];
export type SsoSettings = Views['SsoConnectionDto'];
export type SamlKey = Views['SamlKeyView'];
export type BroughtKey = Views['SamlKeyDto'];
export type RoleRule = Views['RoleRuleDto'];
export type DirectoryRoles = Views['ScimRolesView'];
