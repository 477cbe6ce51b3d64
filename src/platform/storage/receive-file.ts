import type { Multipart } from '@fastify/multipart';
import { Problem } from '../http/problem.js';
import type { FileStore, StoredFile } from './file-store.js';

export interface ReceivedFile extends StoredFile {
  readonly name: string;
}
export interface Received {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly file: ReceivedFile | null;
}

/**
 * Takes in one file with the fields of its form; the file goes sealed into the store while it arrives, and nothing
 * remains of one that breaks off. A second file is passed over.
 * @throws Problem 400 where the upload breaks off, 413 where it is too large
 */
export const receiveFile = async (
  store: FileStore,
  tenantId: string,
  parts: AsyncIterable<Multipart>,
): Promise<Received> => {
  const fields: Record<string, unknown> = {};
  let file: ReceivedFile | null = null;
  try {
    for await (const part of parts) {
      if (part.type === 'field') fields[part.fieldname] = part.value === '' ? undefined : part.value;
      else if (file) part.file.resume();
      else {
        file = { ...(await store.write(tenantId, part.file)), name: part.filename };
        if (part.file.truncated) throw tooLarge();
      }
    }
  } catch (error) {
    if (file) await store.remove(tenantId, file.id);
    throw isTooLarge(error) ? tooLarge() : isBroken(error) ? brokenOff() : error;
  }
  return { fields, file };
};

const isTooLarge = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode === 413;
/** What the reader of multipart says of a body without a boundary or an end. */
const isBroken = (error: unknown): boolean => error instanceof Error && /multipart/i.test(error.message);
const brokenOff = (): Problem => new Problem(400, 'invalid-input', 'The upload does not end, or not begin.');
const tooLarge = (): Problem =>
  new Problem(413, 'too-large', 'The file is larger than this house takes.', [
    { field: 'file', code: 'too-large', message: 'Send it in several files.' },
  ]);
