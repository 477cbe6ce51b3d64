import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { openTable } from './open-table.js';
import { TableRefusal, type Table, type TableRow, type TableSource } from './table.js';

/** A source whose bytes arrive in pieces of any size. */
const bytes = (content: Buffer, piece = content.length || 1): TableSource => ({
  size: content.length,
  open: () =>
    Readable.from(
      (function* () {
        for (let at = 0; at < content.length; at += piece) yield content.subarray(at, at + piece);
      })(),
    ),
});
const text = (content: string, piece?: number): TableSource => bytes(Buffer.from(content), piece);

const rowsOf = async (table: Table): Promise<TableRow[]> => {
  const rows: TableRow[] = [];
  for await (const batch of table.batches()) rows.push(...batch.rows);
  return rows;
};
const read = async (source: TableSource): Promise<TableRow[]> => rowsOf(await openTable(source));
const refusalOf = async (source: TableSource): Promise<string> => {
  const fault: unknown = await openTable(source).catch((error: unknown) => error);
  return fault instanceof TableRefusal ? fault.code : 'no refusal';
};

const HEADER = ['Tjenestenr', 'Årsag', 'Fra', 'Timer'];
const BODY = [
  ['00040', 'Sygdom på Æblevej', '02-01-2026', '7,4'],
  ['00105', 'Østfløj – "akut"', '05-01-2026', ''],
];

describe('encodings and separators', () => {
  const encodings = [
    ['utf-8', 'utf-8', ''],
    ['utf-8 with a mark', 'utf-8', '\ufeff'],
    ['windows-1252', 'windows-1252', ''],
    ['utf-16le with a mark', 'utf-16le', '\ufeff'],
    ['utf-16be with a mark', 'utf-16be', '\ufeff'],
  ] as const;
  const cases = encodings.flatMap(([name, encoding, mark]) =>
    ([';', ',', '\t'] as const).flatMap((separator) =>
      (['\n', '\r\n'] as const).map((lineBreak) => ({ name, encoding, mark, separator, lineBreak })),
    ),
  );

  it.each(cases)(
    'reads $name separated by "$separator"',
    async ({ encoding, mark, separator, lineBreak }) => {
      const content = stringify([HEADER, ...BODY], { delimiter: separator, record_delimiter: lineBreak });
      const encoded = iconv.encode(mark + content, encoding, { addBOM: false });
      const table = await openTable(bytes(encoded, 7));
      expect(table).toMatchObject({
        kind: 'csv',
        encoding,
        separator,
        columns: HEADER,
        hasHeader: true,
        sheet: null,
      });
      expect(await rowsOf(table)).toEqual([
        { line: 2, cells: BODY[0] },
        { line: 3, cells: BODY[1] },
      ]);
    },
  );

  it('keeps to UTF-8 when the file was cut off inside its last letter', async () => {
    const content = Buffer.from('navn;dag\nÅse;æ');
    const table = await openTable(bytes(content.subarray(0, -1)));
    expect(table.encoding).toBe('utf-8');
    expect((await rowsOf(table))[0]?.cells[0]).toBe('Åse');
  });

  it('sees a letter of Windows-1252 at the very end of a long file', async () => {
    const content = iconv.encode(`navn;dag\n${'Ane;1\n'.repeat(50_000)}Bo;ø\n`, 'windows-1252');
    expect((await openTable(bytes(content, 65_536))).encoding).toBe('windows-1252');
  });

  it('prefers the semicolon where commas stand in every number', async () => {
    const table = await openTable(text('Nr;Timer;Grad\n1;37,0;0,5\n2;32,5;1,0\n3;20,0;0,5\n'));
    expect(table).toMatchObject({ separator: ';', columns: ['Nr', 'Timer', 'Grad'] });
  });

  it('obeys a spreadsheet directive and does not take it for a row', async () => {
    const table = await openTable(text('sep=,\r\na,b\r\n1;x,2\r\n'));
    expect(table).toMatchObject({ separator: ',', columns: ['a', 'b'] });
    expect(await rowsOf(table)).toEqual([{ line: 3, cells: ['1;x', '2'] }]);
  });

  it('reads lines that end with a carriage return alone', async () => {
    expect(await read(text('a;b\rx;2\ry;4\r'))).toEqual([
      { line: 2, cells: ['x', '2'] },
      { line: 3, cells: ['y', '4'] },
    ]);
  });
});

describe('header', () => {
  it('passes over a title above the table', async () => {
    const table = await openTable(
      text('Fravær 2026;;\n\nNr;Fra;Til\nA1;01-01-2026;02-01-2026\nA2;05-01-2026;\n'),
    );
    expect(table.columns).toEqual(['Nr', 'Fra', 'Til']);
    expect((await rowsOf(table)).map((row) => row.line)).toEqual([4, 5]);
  });

  it('numbers the columns where data comes at once', async () => {
    const table = await openTable(text('00040;790;02-01-2026\n00105;790;05-01-2026\n'));
    expect(table).toMatchObject({ columns: ['1', '2', '3'], hasHeader: false });
    expect((await rowsOf(table)).map((row) => row.line)).toEqual([1, 2]);
  });

  it('accepts a header without rows', async () => {
    expect(await read(text('a;b;c\n'))).toEqual([]);
  });
});

describe('faulty rows', () => {
  it('gives a row with an open quote and goes on with the next line', async () => {
    const rows = await read(text('a;b;c\n1;x;y\n2;"Hansen;x\n3;"Jensen";y\n4;x;y\n5;"open;z\n6;x;y\n'));
    expect(rows).toEqual([
      { line: 2, cells: ['1', 'x', 'y'] },
      { line: 3, cells: ['2', '"Hansen', 'x'], error: 'broken-quote' },
      { line: 4, cells: ['3', 'Jensen', 'y'] },
      { line: 5, cells: ['4', 'x', 'y'] },
      { line: 6, cells: ['5', '"open', 'z'], error: 'broken-quote' },
      { line: 7, cells: ['6', 'x', 'y'] },
    ]);
  });

  it('does not run two rows together where a chance quote closes the first', async () => {
    const rows = await read(text('a;b;c\n1;"Hansen;x\n2;Jensen;y"\n3;x;y\n'));
    expect(rows.map((row) => [row.line, row.error])).toEqual([
      [2, 'broken-quote'],
      [3, undefined],
      [4, undefined],
    ]);
  });

  it('refuses a quote that closes inside a cell, and keeps one that stands in a bare cell', async () => {
    const rows = await read(text('a;b\n1;"x"y\n2;5" skrue\n'));
    expect(rows).toEqual([
      { line: 2, cells: ['1', '"x"y'], error: 'broken-quote' },
      { line: 3, cells: ['2', '5" skrue'] },
    ]);
  });

  it('marks ragged rows, forgives blank cells at the end and leaves empty lines out', async () => {
    const rows = await read(text('a;b;c\n1;2\n\n;;\n1;2;3;;\n1;2;3;4\n1;2;3\n'));
    expect(rows).toEqual([
      { line: 2, cells: ['1', '2', ''], error: 'missing-cells' },
      { line: 5, cells: ['1', '2', '3'] },
      { line: 6, cells: ['1', '2', '3', '4'], error: 'surplus-cells' },
      { line: 7, cells: ['1', '2', '3'] },
    ]);
  });

  it('cuts off a line of absurd length and counts on', async () => {
    const rows = await read(text(`a;b\n1;x\n${'y'.repeat(3_000_000)}\n2;z\n`, 65_536));
    expect(rows.map((row) => [row.line, row.cells[0]?.length, row.error])).toEqual([
      [2, 1, undefined],
      [3, 200, 'record-too-long'],
      [4, 1, undefined],
    ]);
  });

  it('shows NUL instead of passing it on', async () => {
    const rows = await read(text(`a;b\n${'1;x\n'.repeat(200)}2;\0z\n`));
    expect(rows.at(-1)).toEqual({ line: 202, cells: ['2', '\ufffdz'], error: 'unprintable-characters' });
  });
});

describe('refusals', () => {
  const noise = Buffer.from(
    Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 104729) % 256),
  );
  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['blank lines', Buffer.from('\n  \n\r\n'), 'empty'],
    ['a mark alone', Buffer.from('\ufeff'), 'empty'],
    ['garbage', noise, 'not-a-table'],
    ['garbage under a UTF-16 mark', Buffer.concat([Buffer.from([0xff, 0xfe]), noise]), 'not-a-table'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'not-a-table'],
    ['a page', Buffer.from('<html><table><tr><td>1</td></tr></table>'), 'not-a-table'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'old-workbook'],
    ['a line that does not end', Buffer.from('x;'.repeat(100_000)), 'not-a-table'],
    ['too many columns', Buffer.from(`${'x;'.repeat(1500)}y\n`), 'too-many-columns'],
  ])('refuses %s', async (_, content, code) => {
    expect(await refusalOf(bytes(content))).toBe(code);
  });
});

describe('properties', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ø', '7', ' ', '"', ';', ',', '\t', '\n', '\r\n', '–', '😀'),
    maxLength: 6,
  });
  const grid = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );

  it('reads back what a writer of the standard wrote, however its bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        grid,
        fc.constantFrom(';', ',', '\t'),
        fc.integer({ min: 1, max: 40 }),
        async (rows, separator, piece) => {
          const columns = (rows[0] ?? []).map((_, index) => `column ${String.fromCharCode(97 + index)}`);
          // A cell of blanks alone is no content; the first column names the row here.
          const named = rows.map((row, index) => [`row ${index}`, ...row.slice(1)]);
          const content = stringify([columns, ...named], { delimiter: separator, quoted_match: /[\s"]/ });
          // The separator is stated: so few odd rows may fit another as well.
          const source = text(`sep=${separator}\n${content}`, piece);
          expect((await read(source)).map((row) => row.cells)).toEqual(named);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('agrees with another reader on sound text', async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const content = `a;b\n${stringify(
          rows.map((row) => ['x', ...row.slice(0, 1)]),
          { delimiter: ';' },
        )}`;
        const other = parse(content, { delimiter: ';', from: 2 });
        expect((await read(text(`sep=;\n${content}`))).map((row) => row.cells)).toEqual(other);
      }),
    );
  });

  it('answers any bytes with a table or a refusal, and loses no line', async () => {
    const line = fc.string({ unit: fc.constantFrom('"', ';', 'x', '\r'), maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        async (lines, piece) => {
          const content = `a;b\n${lines.map((each, index) => `${index}${each}\n`).join('')}`;
          const rows = await read(text(`sep=;\n${content}`, piece));
          expect(rows).toEqual(await read(text(`sep=;\n${content}`)));
          const seen = rows.map((row) => row.cells.join(';')).join('\n');
          for (const [index] of lines.entries()) expect(seen).toContain(String(index));
        },
      ),
      { numRuns: 300 },
    );
  });
});
