/**
 * The form of a backup: frames of one letter, the length of the content in four bytes, and the content.
 * A table or a stored file is opened by a frame that names it, followed by its bytes and closed by their
 * measure; a closing frame at the very end tells a whole backup from one that broke off.
 */
const LETTERS = {
  header: 'H',
  table: 'T',
  sequence: 'S',
  file: 'F',
  data: 'D',
  end: 'E',
  closing: 'Z',
} as const;
export type FrameKind = keyof typeof LETTERS;

export interface Frame {
  readonly kind: FrameKind;
  readonly content: Buffer;
}

export interface Header {
  readonly format: 'naervaer-backup';
  readonly version: 1;
  readonly createdAt: string;
  readonly migrations: readonly string[];
}

export interface TableEntry {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

export interface SequenceEntry {
  readonly schema: string;
  readonly name: string;
  readonly value: string;
}

export interface FileEntry {
  /** Below the folder of stored files, with forward slashes. */
  readonly path: string;
}

/** What the entry held, so that a restore can tell that nothing is missing: rows of a table, bytes of a file. */
export interface EntryEnd {
  readonly measure: number;
}

const PREFIX_BYTES = 5;
/** Far above any frame that is written; a larger one means that the file is something else. */
const LARGEST_FRAME = 64 * 1024 * 1024;

export const frame = (kind: FrameKind, content: Buffer): Buffer => {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.write(LETTERS[kind], 0, 'latin1');
  prefix.writeUInt32BE(content.length, 1);
  return Buffer.concat([prefix, content]);
};

export const jsonFrame = (
  kind: FrameKind,
  content: Header | TableEntry | SequenceEntry | FileEntry | EntryEnd | Record<string, never>,
): Buffer => frame(kind, Buffer.from(JSON.stringify(content)));

export class UnusableBackup extends Error {}

const kindOf = (letter: string): FrameKind => {
  const found = Object.entries(LETTERS).find(([, candidate]) => candidate === letter);
  if (!found) throw new UnusableBackup('the file is not a backup of this product');
  return found[0] as FrameKind;
};

/** Gathers bytes from a stream until a wanted number is there. */
const takerOf = (source: AsyncIterator<Buffer>) => {
  let pending: Buffer[] = [];
  let held = 0;
  return async (wanted: number): Promise<Buffer | null> => {
    while (held < wanted) {
      const next = await source.next();
      if (next.done) return null;
      pending.push(next.value);
      held += next.value.length;
    }
    const all = pending.length === 1 && pending[0] ? pending[0] : Buffer.concat(pending);
    pending = [all.subarray(wanted)];
    held -= wanted;
    return all.subarray(0, wanted);
  };
};

export type FrameReader = () => Promise<Frame>;

/** Reads one frame after the other, never more than one into memory. @throws UnusableBackup where it breaks off. */
export const frameReader = (source: AsyncIterable<Buffer>): FrameReader => {
  const take = takerOf(source[Symbol.asyncIterator]());
  return async () => {
    const prefix = await take(PREFIX_BYTES);
    if (!prefix) throw new UnusableBackup('the backup breaks off; it was not written to its end');
    const kind = kindOf(prefix.toString('latin1', 0, 1));
    const length = prefix.readUInt32BE(1);
    if (length > LARGEST_FRAME) throw new UnusableBackup('the file is not a backup of this product');
    const content = await take(length);
    if (!content) throw new UnusableBackup('the backup breaks off; it was not written to its end');
    return { kind, content };
  };
};
