import { isUuid } from '../../../shared/ids.js';
import { isRecord } from '../../../shared/record.js';
import { fieldOf, type Operation } from './scim-operations.js';
import { invalidPath, invalidSyntax, invalidValue } from './scim-problem.js';

export const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group';

export interface ScimGroup {
  readonly displayName: string;
  readonly externalId: string | null;
  /** Ids of users. */
  readonly members: readonly string[];
}

const LONGEST = 300;
const MOST = 20_000;
const ONE_MEMBER = /^members\[\s*value\s+eq\s+"([^"]*)"\s*\]$/i;

const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string' || value.length > LONGEST)
    throw invalidValue(`A value is a text of at most ${LONGEST} characters.`);
  return value.trim() === '' ? null : value.trim();
};

const displayNameOf = (value: unknown): string => {
  const displayName = textOf(value);
  if (displayName === null) throw invalidValue('A group has a displayName.');
  return displayName;
};

const memberOf = (value: unknown): string => {
  const id = isRecord(value) ? fieldOf(value, 'value') : value;
  const text = typeof id === 'string' ? id.toLowerCase() : id;
  if (!isUuid(text)) throw invalidValue('A member is a user by its id.');
  return text;
};

const membersOf = (value: unknown): string[] => {
  if (value === null || value === undefined) return [];
  const members = Array.isArray(value) ? value : [value];
  if (members.length > MOST) throw invalidValue(`At most ${MOST} members at a time.`);
  return members.map(memberOf);
};

const plainPath = (path: string): string =>
  path.toLowerCase().startsWith(`${GROUP_SCHEMA.toLowerCase()}:`)
    ? path.slice(GROUP_SCHEMA.length + 1)
    : path;

const withMembers = (group: ScimGroup, { op, value }: Operation): ScimGroup => {
  const named = membersOf(value);
  if (op === 'replace') return { ...group, members: [...new Set(named)] };
  if (op === 'add') return { ...group, members: [...new Set([...group.members, ...named])] };
  const gone = new Set(named);
  // Without any named, all of them are meant (RFC 7644 § 3.5.2.2).
  const left = value === undefined || value === null ? [] : group.members.filter((id) => !gone.has(id));
  return { ...group, members: left };
};

const patched = (group: ScimGroup, operation: Operation): ScimGroup => {
  const { op, value } = operation;
  if (operation.path === null) {
    if (op === 'remove') throw invalidPath();
    if (!isRecord(value)) throw invalidSyntax('Without a path the value is an object.');
    return Object.entries(value).reduce(
      (changed, [path, inner]) => patched(changed, { op, path, value: inner }),
      group,
    );
  }
  const path = plainPath(operation.path);
  const [, one] = ONE_MEMBER.exec(path) ?? [];
  if (one !== undefined) {
    if (op !== 'remove') throw invalidPath();
    return withMembers(group, { op, path, value: [one] });
  }
  const given = op === 'remove' ? null : value;
  switch (path.toLowerCase()) {
    case 'members':
      return withMembers(group, operation);
    case 'displayname':
      return { ...group, displayName: displayNameOf(given) };
    case 'externalid':
      return { ...group, externalId: textOf(given) };
    default:
      return group;
  }
};

/** A group after the changes of a PATCH, in order. @throws Problem 400 */
export const patchGroup = (group: ScimGroup, operations: readonly Operation[]): ScimGroup =>
  operations.reduce(patched, group);

/** A group as sent whole, by POST or PUT. @throws Problem 400 */
export const readGroup = (body: unknown): ScimGroup => {
  if (!isRecord(body)) throw invalidSyntax('A group is an object.');
  return {
    displayName: displayNameOf(fieldOf(body, 'displayName')),
    externalId: textOf(fieldOf(body, 'externalId')),
    members: [...new Set(membersOf(fieldOf(body, 'members')))],
  };
};
