import { randomUUID } from 'node:crypto';
import { KeyStore, type KeyPair } from '../../../src/platform/storage/key-store.js';
import { makeKeyPair } from '../../../src/platform/storage/self-signed.js';
import type { Maker } from './resources.js';

let made: Promise<KeyPair> | null = null;

/** A pair under an id of its own; the key behind it is the same, since making one takes a second. */
export const anotherPair = async (): Promise<KeyPair> => {
  made ??= makeKeyPair('localhost', new Date());
  return { ...(await made), id: randomUUID() };
};

/** Two, so that one may be removed. */
export const samlKeyAt: Maker = async ({ app, spots }, position) => {
  const store = app.nest.get(KeyStore);
  const pair = await anotherPair();
  await store.addPair(spots[position].tenantId, await anotherPair(), 10_000);
  await store.addPair(spots[position].tenantId, pair, 10_000);
  return { id: pair.id };
};
