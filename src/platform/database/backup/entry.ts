import {
  UnusableBackup,
  type EntryEnd,
  type FileEntry,
  type Frame,
  type FrameReader,
  type Header,
  type SequenceEntry,
  type TableEntry,
} from './archive.js';

const decoded = (content: Buffer): unknown => JSON.parse(content.toString());

export const headerOf = ({ kind, content }: Frame): Header => {
  const header = kind === 'header' ? (decoded(content) as Header) : null;
  if (header?.format !== 'naervaer-backup')
    throw new UnusableBackup('the file is not a backup of this product');
  if (header.version !== 1)
    throw new UnusableBackup(`the backup has form ${String(header.version)}, this release reads form 1`);
  return header;
};

export const tableOf = ({ content }: Frame): TableEntry => decoded(content) as TableEntry;
export const sequenceOf = ({ content }: Frame): SequenceEntry => decoded(content) as SequenceEntry;
export const fileOf = ({ content }: Frame): FileEntry => decoded(content) as FileEntry;

/** The bytes of an entry as they pass by, and after them what the entry says that it held. */
export const entryBytes = (next: FrameReader) => {
  let end: EntryEnd | null = null;
  async function* bytes(): AsyncGenerator<Buffer> {
    for (;;) {
      const { kind, content } = await next();
      if (kind === 'end') {
        end = decoded(content) as EntryEnd;
        return;
      }
      if (kind !== 'data') throw new UnusableBackup('the backup is damaged');
      yield content;
    }
  }
  /** @throws UnusableBackup when the entry held another number of rows or bytes than arrived. */
  const check = (name: string, arrived: number): void => {
    if (end?.measure !== arrived) throw new UnusableBackup(`the backup is damaged: ${name} is not whole`);
  };
  return { bytes: bytes(), check };
};
