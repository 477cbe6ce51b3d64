import { isRecord, type UnknownRecord } from '../../../shared/record.js';
import type { Operation } from './scim-operations.js';
import { invalidPath, invalidSyntax, invalidValue } from './scim-problem.js';

export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE_SCHEMA = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** What is kept of a user of the employer's directory; everything else that it sends is passed over. */
export interface ScimUser {
  readonly userName: string;
  readonly externalId: string | null;
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly email: string | null;
  readonly employeeNumber: string | null;
  readonly active: boolean;
}

const NOBODY: ScimUser = {
  userName: '',
  externalId: null,
  displayName: null,
  givenName: null,
  familyName: null,
  email: null,
  employeeNumber: null,
  active: true,
};

const LONGEST = 254;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A path without its schema, in small letters, and an address whichever of the addresses it is. */
const plainPath = (path: string): string => {
  const [schema] = [ENTERPRISE_SCHEMA, USER_SCHEMA].filter((one) =>
    path.toLowerCase().startsWith(`${one.toLowerCase()}:`),
  );
  const plain = path.slice(schema === undefined ? 0 : schema.length + 1).toLowerCase();
  return /^emails(\[.*\])?(\.value)?$/.test(plain) ? 'email' : plain;
};

const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > LONGEST)
    throw invalidValue(`A value is a text of at most ${LONGEST} characters.`);
  return text.trim() === '' ? null : text.trim();
};

/** Entra ID sends the text "False". */
const activeOf = (value: unknown): boolean => {
  const text = typeof value === 'string' ? value.toLowerCase() : value;
  if (text === true || text === 'true') return true;
  if (text === false || text === 'false') return false;
  throw invalidValue('active is true or false.');
};

const userNameOf = (value: unknown): string => {
  const userName = textOf(value);
  if (userName === null) throw invalidValue('A user has a userName.');
  return userName;
};

const emailOf = (value: unknown): string | null => {
  const email = textOf(value)?.toLowerCase() ?? null;
  if (email !== null && !ADDRESS.test(email)) throw invalidValue('This is no e-mail address.');
  return email;
};

/** The address meant where several are sent: the primary one, else the one at work, else the first. */
const mainAddress = (value: unknown): unknown => {
  if (!Array.isArray(value)) return isRecord(value) ? value['value'] : value;
  const emails: readonly UnknownRecord[] = value.filter(isRecord);
  const main =
    emails.find(({ primary }) => primary === true || primary === 'True') ??
    emails.find(({ type }) => type === 'work') ??
    emails[0];
  return main?.['value'];
};

/** A user with one attribute changed; one that is not kept changes nothing. */
const assign = (user: ScimUser, path: string, value: unknown): ScimUser => {
  switch (plainPath(path)) {
    case 'username':
      return { ...user, userName: userNameOf(value) };
    case 'externalid':
      return { ...user, externalId: textOf(value) };
    case 'displayname':
      return { ...user, displayName: textOf(value) };
    case 'name.givenname':
      return { ...user, givenName: textOf(value) };
    case 'name.familyname':
      return { ...user, familyName: textOf(value) };
    case 'email':
      return { ...user, email: emailOf(mainAddress(value)) };
    case 'employeenumber':
      return { ...user, employeeNumber: textOf(value) };
    case 'active':
      return { ...user, active: activeOf(value) };
    case 'name':
    case ENTERPRISE_SCHEMA.toLowerCase():
      return isRecord(value) ? assignAll(user, value, path) : user;
    default:
      return user;
  }
};

const assignAll = (user: ScimUser, fields: UnknownRecord, within: string): ScimUser => {
  const prefix = plainPath(within) === 'name' ? 'name.' : '';
  return Object.entries(fields).reduce(
    (changed, [name, value]) => assign(changed, prefix + name, value),
    user,
  );
};

/** A user as sent whole, by POST or PUT. @throws Problem 400 */
export const readUser = (body: unknown): ScimUser => {
  if (!isRecord(body)) throw invalidSyntax('A user is an object.');
  const user = assignAll(NOBODY, body, '');
  return { ...user, userName: userNameOf(user.userName) };
};

/** A user after the changes of a PATCH, in order. @throws Problem 400 */
export const patchUser = (user: ScimUser, operations: readonly Operation[]): ScimUser =>
  operations.reduce((changed, { op, path, value }) => {
    if (op === 'remove') return removed(changed, path);
    if (path !== null) return assign(changed, path, value);
    if (!isRecord(value)) throw invalidSyntax('Without a path the value is an object.');
    return assignAll(changed, value, '');
  }, user);

const removed = (user: ScimUser, path: string | null): ScimUser => {
  if (path === null) throw invalidPath();
  if (plainPath(path) === 'name') return { ...user, givenName: null, familyName: null };
  return assign(user, path, null);
};

/** What a user is called. */
export const nameOf = ({ displayName, givenName, familyName, userName }: ScimUser): string =>
  displayName ?? ([givenName, familyName].filter((name) => name !== null).join(' ') || userName);

/** The address that the user signs in with. @throws Problem 400 where there is none */
export const addressOf = ({ email, userName }: ScimUser): string => {
  const address = (email ?? userName).toLowerCase();
  if (!ADDRESS.test(address)) throw invalidValue('A user has an e-mail address, or one as userName.');
  return address;
};
