import type { Role } from '../../../src/access/index.js';
import { bodyFor } from './examples.js';
import type { Operation } from './operations.js';
import { resourceFor } from './resources.js';
import { UPLOAD } from './upload.js';
import type { Position, World } from './world.js';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type: string;
}

export interface Sending {
  readonly method: Operation['method'];
  readonly url: string;
  readonly role: Role | null;
  readonly payload?: string | Buffer | object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request into the application without a socket. */
export const send = async (world: World, sending: Sending): Promise<Answer> => {
  const { method, url, role, payload, headers = {} } = sending;
  const answer = await world.app.nest.inject({
    method,
    url,
    headers: { ...headers, ...(role ? { authorization: world.authorization(role) } : {}) },
    ...(payload === undefined ? {} : { payload }),
  });
  return {
    status: answer.statusCode,
    body: answer.body,
    type: String(answer.headers['content-type'] ?? ''),
  };
};

export interface Asking {
  readonly role: Role | null;
  readonly position: Position;
  /** Whether what the path names may be one that other requests name too; where nothing is changed it may. */
  readonly use: 'once' | 'again';
}

/** A request that the schema of a route calls valid, about what stands at a position. */
export const validRequest = async (
  world: World,
  operation: Operation,
  { role, position, use }: Asking,
): Promise<Sending> => {
  const found = await resourceFor(world, operation, position, use, role);
  const url = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => found[name] ?? name);
  const { method, multipart } = operation;
  if (multipart) {
    return { method, url, role, ...UPLOAD };
  }
  const payload = bodyFor(operation, world, found, position);
  return payload === null ? { method, url, role } : { method, url, role, payload };
};

/** Does many things, so many at a time, in order. */
export const eachOf = async <T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
  atATime = 12,
): Promise<void> => {
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) await work(item, index);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
};
