import fc from 'fast-check';
import { frame, frameReader, jsonFrame, UnusableBackup } from './archive.js';
import { entryBytes, headerOf } from './entry.js';

async function* inChunks(whole: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < whole.length; at += size) yield Promise.resolve(whole.subarray(at, at + size));
}

const header = {
  format: 'naervaer-backup',
  version: 1,
  createdAt: '2026-11-22T12:00:00Z',
  migrations: ['A1', 'B2'],
} as const;

describe('the archive of a backup', () => {
  it('gives back what was written, however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 64 }),
        async (contents, size) => {
          const frames = contents.map((content) => frame('data', Buffer.from(content)));
          const next = frameReader(inChunks(Buffer.concat(frames), size));
          for (const content of contents) {
            expect(await next()).toEqual({ kind: 'data', content: Buffer.from(content) });
          }
          await expect(next()).rejects.toThrow(UnusableBackup);
        },
      ),
    );
  });

  it('reads the bytes of an entry up to its end and tells whether they are all there', async () => {
    const written = [
      frame('data', Buffer.from('Ærø')),
      frame('data', Buffer.from('\n')),
      jsonFrame('end', { measure: 1 }),
    ];
    const { bytes, check } = entryBytes(frameReader(inChunks(Buffer.concat(written), 3)));
    const read: Buffer[] = [];
    for await (const chunk of bytes) read.push(chunk);

    expect(Buffer.concat(read).toString()).toBe('Ærø\n');
    expect(() => check('units', 1)).not.toThrow();
    expect(() => check('units', 2)).toThrow('units is not whole');
  });

  it('refuses a file that is something else, and a later form', async () => {
    const other = frameReader(inChunks(Buffer.from('name;first day;last day\n'), 100));
    await expect(other()).rejects.toThrow('not a backup');
    expect(headerOf({ kind: 'header', content: Buffer.from(JSON.stringify(header)) })).toEqual(header);
    expect(() => headerOf({ kind: 'data', content: Buffer.from('{}') })).toThrow('not a backup');
    const later = JSON.stringify({ ...header, version: 2 });
    expect(() => headerOf({ kind: 'header', content: Buffer.from(later) })).toThrow('form 2');
  });
});
