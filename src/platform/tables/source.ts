import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { TableSource } from './table.js';

const CHUNK = 256 * 1024;

/** A file on disk. */
export const fileSource = async (path: string): Promise<TableSource> => {
  const { size } = await stat(path);
  return { size, open: () => createReadStream(path, { highWaterMark: CHUNK }) };
};

/** The first bytes of a source, at most `count`. */
export const readStart = async (source: TableSource, count: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytesOf(source)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= count) break;
  }
  return Buffer.concat(chunks).subarray(0, count);
};

/** The bytes of a source; leaving the loop closes it. */
export async function* bytesOf(source: TableSource): AsyncGenerator<Buffer> {
  for await (const chunk of source.open()) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
}
