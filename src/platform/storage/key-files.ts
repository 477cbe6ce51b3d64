import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

const RETRY_MS = 20;
/** A lock this old was left by a process that was killed: what it guards takes milliseconds. */
const STALE_MS = 30_000;

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

export const readIfThere = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
};

const writeDraft = async (path: string, content: string): Promise<string> => {
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
};

/** Writes a file that nobody else has written yet, whole or not at all, and returns what it then holds. */
export const writeOnce = async (path: string, content: string): Promise<string> => {
  const draft = await writeDraft(path, content);
  try {
    await link(draft, path);
    return content;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return await readFile(path, 'utf8');
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
};

/** Replaces a file, whole or not at all. */
export const replaceFile = async (path: string, content: string): Promise<void> => {
  await rename(await writeDraft(path, content), path);
};

const take = async (lock: string): Promise<boolean> => {
  try {
    await (await open(lock, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    const held = await stat(lock).catch(() => null);
    if (held && Date.now() - held.mtimeMs > STALE_MS) await rm(lock, { force: true });
    return false;
  }
};

/** One at a time for a file, among all processes. */
export const withLock = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  const lock = `${path}.lock`;
  while (!(await take(lock))) await setTimeout(RETRY_MS);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
};
