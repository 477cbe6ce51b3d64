import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { codeOf } from '../embedded/error-code.js';
import { frame, jsonFrame, UnusableBackup, type FileEntry, type FrameReader } from './archive.js';
import { entryBytes } from './entry.js';

export const filesFolderOf = (dataDir: string): string => join(dataDir, 'files');

/** Paths of the stored files, in order, without reading whole folders of folders at once. */
async function* walk(folder: string): AsyncGenerator<string> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const item of found.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, item.name);
    if (item.isDirectory()) yield* walk(path);
    else if (item.isFile()) yield path;
  }
}

/** One stored file as frames; nothing when it was removed since the folder was read. */
async function* fileFrames(folder: string, path: string): AsyncGenerator<Buffer> {
  const name = relative(folder, path).split(sep).join('/');
  let bytes = 0;
  let isOpen = false;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (!isOpen) yield jsonFrame('file', { path: name });
      isOpen = true;
      bytes += chunk.length;
      yield frame('data', chunk);
    }
  } catch (fault) {
    if (isOpen || codeOf(fault) !== 'ENOENT') throw fault;
    return;
  }
  if (!isOpen) yield jsonFrame('file', { path: name });
  yield jsonFrame('end', { measure: bytes });
}

export async function* storedFileFrames(dataDir: string, count: () => void): AsyncGenerator<Buffer> {
  const folder = filesFolderOf(dataDir);
  for await (const path of walk(folder)) {
    yield* fileFrames(folder, path);
    count();
  }
}

const isSafe = (path: string): boolean =>
  path !== '' && !path.includes('\\') && path.split('/').every((part) => !['', '.', '..'].includes(part));

/** Where restored files wait until the database is whole. */
export const waitingFolderOf = (dataDir: string): string => join(dataDir, `files.restoring-${process.pid}`);

export const restoreFile = async (dataDir: string, { path }: FileEntry, next: FrameReader): Promise<void> => {
  if (!isSafe(path)) throw new UnusableBackup('the backup names a file outside the folder of stored files');
  const target = join(waitingFolderOf(dataDir), path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const { bytes, check } = entryBytes(next);
  const out = createWriteStream(target, { mode: 0o600, flags: 'wx' });
  await pipeline(bytes, out);
  check(path, out.bytesWritten);
};

/** @throws Error when files are stored already. */
export const requireNoStoredFiles = async (dataDir: string): Promise<void> => {
  for await (const path of walk(filesFolderOf(dataDir))) {
    throw new Error(`a restore wants an empty data directory; ${dirname(path)} holds files`);
  }
};

/** Puts the restored files in their place; undone by the returned function while the database can still refuse. */
export const settleFiles = async (dataDir: string): Promise<() => Promise<void>> => {
  const waiting = waitingFolderOf(dataDir);
  const place = filesFolderOf(dataDir);
  await mkdir(waiting, { recursive: true, mode: 0o700 });
  await rm(place, { recursive: true, force: true });
  await rename(waiting, place);
  return () => rename(place, waiting);
};

export const forgetWaitingFiles = (dataDir: string): Promise<void> =>
  rm(waitingFolderOf(dataDir), { recursive: true, force: true });
