import { StringDecoder } from 'node:string_decoder';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { bytesOf } from './source.js';
import { TableRefusal, type TableSource } from './table.js';

/** A sheet of a million rows packs to about this; held in memory, since a ZIP is read from its end. */
const MAX_PACKED = 64 * 1024 * 1024;
const MAX_ENTRIES = 5_000;
const MAX_PART = 1024 * 1024 * 1024;
/** Tighter than this only zip bombs are packed. */
const MAX_RATIO = 250;
const RATIO_MATTERS_FROM = 32 * 1024 * 1024;

/** The parts of a workbook: named texts in a ZIP archive. */
export interface Archive {
  has(part: string): boolean;
  /** Unpacked size in bytes. */
  sizeOf(part: string): number;
  /** The text of a part as it unpacks. @throws TableRefusal where it is missing or damaged. */
  text(part: string): AsyncGenerator<string>;
}

const damaged = (cause: unknown): TableRefusal =>
  cause instanceof TableRefusal ? cause : new TableRefusal('damaged-workbook', 'damaged-workbook', { cause });

const packedBytes = async (source: TableSource): Promise<Buffer> => {
  if (source.size > MAX_PACKED) throw new TableRefusal('workbook-too-large');
  const chunks: Buffer[] = [];
  for await (const chunk of bytesOf(source)) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** Sizes are the archive's own word; reading a part fails where it unpacks to another. */
const refuseBomb = ({ uncompressedSize, compressedSize }: Entry): void => {
  const isTight = uncompressedSize > RATIO_MATTERS_FROM && uncompressedSize > compressedSize * MAX_RATIO;
  if (uncompressedSize > MAX_PART || isTight) throw new TableRefusal('workbook-too-large');
};

const entriesOf = async (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  if (zip.entryCount > MAX_ENTRIES) throw new TableRefusal('workbook-too-large');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    refuseBomb(entry);
    entries.set(entry.fileName.toLowerCase(), entry);
  }
  return entries;
};

async function* textOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (!entry) throw new TableRefusal('damaged-workbook', 'a part is missing');
  const decoder = new StringDecoder('utf8');
  let sum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (!Buffer.isBuffer(chunk)) continue;
      sum = crc32(chunk, sum);
      yield decoder.write(chunk);
    }
  } catch (fault) {
    throw damaged(fault);
  }
  if (sum !== entry.crc32) throw new TableRefusal('damaged-workbook', 'a checksum differs');
}

/** @throws TableRefusal `damaged-workbook`, `workbook-too-large`. */
export const openArchive = async (source: TableSource): Promise<Archive> => {
  try {
    const zip = await fromBufferPromise(await packedBytes(source), { lazyEntries: true });
    const entries = await entriesOf(zip);
    const find = (part: string): Entry | undefined => entries.get(part.toLowerCase());
    return {
      has: (part) => find(part) !== undefined,
      sizeOf: (part) => find(part)?.uncompressedSize ?? 0,
      text: (part) => textOf(zip, find(part)),
    };
  } catch (fault) {
    throw damaged(fault);
  }
};
