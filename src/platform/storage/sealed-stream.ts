import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

/**
 * A stream sealed in pieces, so that it is read and written in constant memory and no unchecked byte is handed out.
 * A piece's nonce holds its number and whether it is the last: pieces cannot be left out, moved or cut off.
 */
const ALGORITHM = 'aes-256-gcm';
const PIECE_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;

/** A key of its own for each file, so that no two files share a nonce under one key. */
export const fileKey = (tenantKey: KeyObject, salt: Uint8Array, context: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', tenantKey, salt, context, 32)));

const nonceOf = (index: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(index, NONCE_BYTES - 5);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
};

const sealPiece = (key: KeyObject, index: number, isLast: boolean, bytes: Buffer): Buffer => {
  const cipher = createCipheriv(ALGORITHM, key, nonceOf(index, isLast));
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
};

const openPiece = (key: KeyObject, index: number, isLast: boolean, sealed: Buffer): Buffer => {
  const decipher = createDecipheriv(ALGORITHM, key, nonceOf(index, isLast));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
};

/** Cuts a stream into pieces of one size; the last may be shorter, and is there even when nothing is. */
async function* piecesOf(source: AsyncIterable<Buffer>): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    held.push(chunk);
    length += chunk.length;
    if (length <= PIECE_BYTES) continue;
    const bytes = Buffer.concat(held);
    let start = 0;
    // Strictly more than one piece: what may be the end waits for the next chunk.
    for (; bytes.length - start > PIECE_BYTES; start += PIECE_BYTES) {
      yield { bytes: bytes.subarray(start, start + PIECE_BYTES), isLast: false };
    }
    held = [bytes.subarray(start)];
    length = bytes.length - start;
  }
  yield { bytes: Buffer.concat(held), isLast: true };
}

export async function* seal(source: AsyncIterable<Buffer>, key: KeyObject): AsyncGenerator<Buffer> {
  let index = 0;
  for await (const { bytes, isLast } of piecesOf(source)) {
    yield sealPiece(key, index, isLast, bytes);
    index += 1;
  }
}

/** @throws Error at the first piece that was altered, moved or cut off. */
export async function* open(file: FileHandle, from: number, key: KeyObject): AsyncGenerator<Buffer> {
  const { size } = await file.stat();
  const pieceBytes = PIECE_BYTES + TAG_BYTES;
  const pieces = Math.max(1, Math.ceil((size - from) / pieceBytes));
  for (let index = 0; index < pieces; index += 1) {
    const start = from + index * pieceBytes;
    const sealed = Buffer.alloc(Math.min(pieceBytes, size - start));
    await file.read(sealed, 0, sealed.length, start);
    if (sealed.length < TAG_BYTES) throw new Error('a sealed file was cut off');
    yield openPiece(key, index, index === pieces - 1, sealed);
  }
}
