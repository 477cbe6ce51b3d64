import { randomUUID } from 'node:crypto';
import { HatsService, type Role } from '../../../src/access/index.js';
import { tokenFor } from '../../harness/app.js';
import { PASSWORD } from '../people.js';
import { codeOf } from '../totp.js';
import type { Sending } from '../world/send.js';
import type { World } from '../world/world.js';

/** A request that something which came before makes possible: a session, a mail, a step. */
export type Entrance = (world: World) => Promise<Sending>;
export type Headers = Readonly<Record<string, string>>;

export const request = (
  method: Sending['method'],
  url: string,
  headers: Headers,
  payload?: object,
): Sending => ({ method, url, headers, role: null, ...(payload === undefined ? {} : { payload }) });

interface Met {
  readonly cookie: string;
  readonly body: unknown;
}

/** What comes before, asked over the interface as well. @throws Error where it is refused. */
export const ask = async (world: World, sending: Sending, expected = [200, 201, 204]): Promise<Met> => {
  const { method, url, headers = {}, payload } = sending;
  const answer = await world.app.nest.inject({
    method,
    url,
    headers: { ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
  if (!expected.includes(answer.statusCode))
    throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
  return {
    cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    body: answer.body === '' ? null : JSON.parse(answer.body),
  };
};

/** What an answer holds under a name. */
export const at = (body: unknown, ...path: readonly (string | number)[]): string => {
  const found = path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    body,
  );
  if (typeof found !== 'string') throw new Error(`nothing at ${path.join('.')}`);
  return found;
};

/** Somebody with a password, at the employer of this world. */
export const newUser = async (world: World): Promise<string> => {
  const email = `${randomUUID()}@example.dk`;
  await world.app.nest.get(HatsService).employ({
    email,
    name: 'Lis',
    password: PASSWORD,
    role: 'hr-manager',
    tenantId: world.spots.own.tenantId,
  });
  return email;
};

/** A browser in which somebody has just signed in by password. */
export const signIn = async (world: World, email: string): Promise<Headers> => {
  const opened = request('POST', '/api/session', {}, { email, password: PASSWORD });
  return { cookie: (await ask(world, opened)).cookie };
};
export const newSession = async (world: World): Promise<Headers> => signIn(world, await newUser(world));

/** The same with an authenticator app, whose first code has been shown. */
export const enrolled = async (world: World) => {
  const email = await newUser(world);
  const headers = await signIn(world, email);
  const begun = await ask(world, request('POST', '/api/second-factor/totp', headers, { password: PASSWORD }));
  const code = await codeOf(at(begun.body, 'totpURI'));
  const { cookie } = await ask(world, request('PUT', '/api/second-factor/totp', headers, { code }));
  return { email, backupCode: at(begun.body, 'backupCodes', 0), headers: cookie ? { cookie } : headers };
};

/** A machine of a role at an employer that nothing else of this world is about. */
export const elsewhere = async (world: World) => {
  const { tenantId } = await world.app.make.employer();
  return {
    tenantId,
    as: async (role: Role): Promise<Headers> => {
      const hat = await world.app.make.hat(role, { tenantId });
      return { authorization: `Bearer ${await tokenFor(world.app.doors, hat)}` };
    },
  };
};
