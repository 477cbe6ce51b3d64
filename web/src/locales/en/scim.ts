import type { Texts } from '../da';

export const scim: Texts['scim'] = {
  title: 'Users and groups from your directory (SCIM)',
  intro:
    'The directory makes and closes users by itself. Which role a group gives is decided here and never in the directory.',
  address: 'Address for the directory',
  token: 'Token',
  tokenHint: 'Issue a token for the administrator’s role with the directory’s permission only',
  received_one: 'The directory has sent {{count}} group.',
  received_other: 'The directory has sent {{count}} groups.',
  idle: 'Without a role: {{groups}}.',
  noGroups: 'The directory has sent no groups yet. Rules can be written beforehand.',
  group: 'Group (name or id)',
  role: 'Role',
  add: 'Add rule',
  remove: 'Remove',
  save: 'Save rules',
  none: 'No rules yet',
  noneHint: 'Without rules the directory gives no roles.',
};
