import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { bytesOf, readStart } from './source.js';
import type { TableEncoding, TableSource } from './table.js';

const MARKS: readonly (readonly [TableEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const markOf = (start: Buffer): TableEncoding | null =>
  MARKS.find(([, mark]) => mark.every((byte, index) => start[index] === byte))?.[0] ?? null;

/** How many bytes at the end begin a UTF-8 character that the next chunk completes. */
const openTail = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? back : 0;
  }
  return 0;
};

/**
 * The encoding of a text: what its mark says, else UTF-8 where every byte of the file agrees, else Windows-1252,
 * which Danish payroll systems still write. Statistics over letters fail here: too few of them are æ, ø or å.
 * A file cut off in the middle of its last character is still UTF-8.
 */
export const encodingOf = async (source: TableSource): Promise<TableEncoding> => {
  const mark = markOf(await readStart(source, 3));
  if (mark) return mark;
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of bytesOf(source)) {
    const bytes = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
    const whole = bytes.length - openTail(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return 'windows-1252';
    tail = bytes.subarray(whole);
  }
  return 'utf-8';
};

/** Turns chunks of bytes into text, without the mark at the beginning. */
export const decoderOf = (encoding: TableEncoding): iconv.DecoderStream =>
  iconv.getDecoder(encoding, { stripBOM: true });
