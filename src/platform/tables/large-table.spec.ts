import { Readable } from 'node:stream';
import { openTable } from './open-table.js';
import type { TableSource } from './table.js';

const MEGABYTE = 1024 * 1024;

/** A file of one line again and again, that no disk has to hold. */
const repeated = (header: string, block: string, times: number): TableSource => {
  const bytes = Buffer.from(block);
  return {
    size: header.length + bytes.length * times,
    open: () =>
      Readable.from(
        (function* () {
          yield Buffer.from(header);
          for (let count = 0; count < times; count += 1) yield bytes;
        })(),
      ),
  };
};

const peakWhileReading = async (source: TableSource): Promise<{ rows: number; peak: number }> => {
  const before = process.memoryUsage().rss;
  let rows = 0;
  let peak = before;
  for await (const batch of (await openTable(source)).batches()) {
    rows += batch.rows.length;
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  return { rows, peak: (peak - before) / MEGABYTE };
};

describe('large files', () => {
  it('passes hundreds of thousands of rows in constant memory', async () => {
    const block = Array.from(
      { length: 4000 },
      (_, index) => `${index};Sygdom;02-01-2026;05-01-2026;Hansen P;37,0\n`,
    );
    const { rows, peak } = await peakWhileReading(
      repeated('Nr;Art;Fra;Til;Navn;Timer\n', block.join(''), 100),
    );
    expect(rows).toBe(400_000);
    expect(peak).toBeLessThan(300);
  });

  it('passes a gigabyte without a line break in constant memory', async () => {
    const source = repeated('a;b\n1;x\n', 'y'.repeat(MEGABYTE), 1024);
    const { rows, peak } = await peakWhileReading(source);
    expect(rows).toBe(2);
    expect(peak).toBeLessThan(300);
  });
});
