import { GROUP_SCHEMA } from './scim-group.js';
import { ENTERPRISE_SCHEMA, USER_SCHEMA } from './scim-user.js';

const no = { supported: false } as const;

/** What is supported (RFC 7643 § 5). */
export const PROVIDER_CONFIG = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { ...no, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: no,
  sort: no,
  etag: no,
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer',
      description: 'A machine token with the scope user.provision.',
    },
  ],
};

const resourceType = (name: string, schema: string, schemaExtensions: readonly object[]) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
  id: name,
  name,
  endpoint: `/${name}s`,
  schema,
  schemaExtensions,
});

export const RESOURCE_TYPES = [
  resourceType('User', USER_SCHEMA, [{ schema: ENTERPRISE_SCHEMA, required: false }]),
  resourceType('Group', GROUP_SCHEMA, []),
];

const attribute = (name: string, more: object = {}) => ({
  name,
  type: 'string',
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...more,
});
const complex = (name: string, subAttributes: readonly object[], multiValued = false) =>
  attribute(name, { type: 'complex', multiValued, subAttributes });
const schema = (id: string, name: string, attributes: readonly object[]) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
  id,
  name,
  attributes,
});

/** The attributes that are kept, and no others. */
export const SCHEMAS = [
  schema(USER_SCHEMA, 'User', [
    attribute('userName', { required: true, uniqueness: 'server' }),
    attribute('displayName'),
    complex('name', [attribute('givenName'), attribute('familyName')]),
    complex(
      'emails',
      [attribute('value'), attribute('type'), attribute('primary', { type: 'boolean' })],
      true,
    ),
    attribute('active', { type: 'boolean' }),
  ]),
  schema(ENTERPRISE_SCHEMA, 'EnterpriseUser', [attribute('employeeNumber')]),
  schema(GROUP_SCHEMA, 'Group', [
    attribute('displayName', { required: true, uniqueness: 'server' }),
    complex('members', [attribute('value'), attribute('display', { mutability: 'readOnly' })], true),
  ]),
];
