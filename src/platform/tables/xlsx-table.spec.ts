import { Readable } from 'node:stream';
import { crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { openTable } from './open-table.js';
import { TableRefusal, type Table, type TableRow, type TableSource } from './table.js';

const bytes = (content: Buffer): TableSource => ({
  size: content.length,
  open: () => Readable.from([content]),
});

const rowsOf = async (table: Table): Promise<TableRow[]> => {
  const rows: TableRow[] = [];
  for await (const batch of table.batches()) rows.push(...batch.rows);
  return rows;
};
const answerTo = async (content: Buffer): Promise<string> => {
  try {
    await rowsOf(await openTable(bytes(content)));
    return 'read';
  } catch (fault) {
    return fault instanceof TableRefusal ? fault.code : String(fault);
  }
};

const written = async (fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

interface Part {
  readonly name: string;
  readonly content: Buffer;
  readonly claimed?: Partial<{ size: number; sum: number }>;
}

/** A ZIP archive as the format has it, with sizes and sums that may lie. */
const zipOf = (parts: readonly Part[]): Buffer => {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed } of parts) {
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(claimed?.sum ?? crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimed?.size ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, rest, Buffer.from(name)]));
    files.push(file);
    offset += file.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
};

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...entries: (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships>${entries
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** The least that makes a workbook, around one sheet's XML. */
const workbookOf = (
  sheet: string | Buffer,
  extra: readonly Part[] = [],
  claimed: Part['claimed'] = {},
): Buffer =>
  zipOf([
    { name: '_rels/.rels', content: Buffer.from(relations(['r1', 'officeDocument', 'xl/workbook.xml'])) },
    {
      name: 'xl/workbook.xml',
      content: Buffer.from(
        '<workbook><sheets><sheet name="Ark1" sheetId="1" r:id="r1"/></sheets></workbook>',
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: Buffer.from(
        relations(
          ['r1', 'worksheet', '/xl/worksheets/data.xml'],
          ['r2', 'sharedStrings', 'sharedStrings.xml'],
        ),
      ),
    },
    { name: 'xl/worksheets/data.xml', content: Buffer.from(sheet), claimed },
    ...extra,
  ]);

const HEADER = '<row><c t="inlineStr"><is><t>Nr</t></is></c><c t="inlineStr"><is><t>Fra</t></is></c></row>';
const sheetOf = (rows: string): string => `<worksheet><sheetData>${HEADER}${rows}</sheetData></worksheet>`;

describe('the first sheet of a workbook', () => {
  it('reads texts, numbers, days and hours as text', async () => {
    const content = await written((workbook) => {
      const sheet = workbook.addWorksheet('Fravær');
      sheet.addRow(['Nr', 'Navn', 'Fra', 'Timer', 'Mødt', 'Varighed', 'Aktiv', 'Sum']);
      const row = sheet.addRow([
        40,
        { richText: [{ text: 'Åse ' }, { text: 'Øst', font: { bold: true } }] },
        new Date('2026-01-05T00:00:00Z'),
        0.1 + 0.2,
        new Date('2026-01-05T07:30:00Z'),
        1.5,
        true,
        { formula: 'D2*2', result: 0.6 },
      ]);
      row.getCell(1).numFmt = '00000';
      row.getCell(3).numFmt = 'dd-mm-yyyy';
      row.getCell(5).numFmt = 'dd-mm-yyyy hh:mm';
      row.getCell(6).numFmt = '[h]:mm';
    });
    const table = await openTable(bytes(content));
    expect(table).toMatchObject({
      kind: 'xlsx',
      sheet: 'Fravær',
      encoding: null,
      separator: null,
      hasHeader: true,
    });
    expect(await rowsOf(table)).toEqual([
      {
        line: 2,
        cells: ['00040', 'Åse Øst', '2026-01-05', '0.3', '2026-01-05T07:30:00', '36:00', 'TRUE', '0.6'],
      },
    ]);
  });

  it('takes the first that is not hidden, and begins again when asked again', async () => {
    const content = await written((workbook) => {
      workbook.addWorksheet('Skjult', { state: 'hidden' }).addRow(['x', 'y']);
      const sheet = workbook.addWorksheet('Vist');
      sheet.addRow(['Fravær i januar']);
      sheet.addRow(['Nr', 'Fra']);
      sheet.addRow(['A1', '01-01-2026']);
      sheet.addRow(['A2', '02-01-2026']);
    });
    const table = await openTable(bytes(content));
    expect(table).toMatchObject({ sheet: 'Vist', columns: ['Nr', 'Fra'] });
    expect(await rowsOf(table)).toEqual(await rowsOf(table));
    expect((await rowsOf(table)).map((row) => row.line)).toEqual([3, 4]);
  });

  it('does not mind blank cells at the end, and marks surplus ones', async () => {
    const content = await written((workbook) => {
      const sheet = workbook.addWorksheet('a');
      sheet.addRows([['Nr', 'Fra', 'Til'], ['A1', 'x'], [], ['A2', 'x', 'y', 'z']]);
    });
    expect(await rowsOf(await openTable(bytes(content)))).toEqual([
      { line: 2, cells: ['A1', 'x', ''] },
      { line: 4, cells: ['A2', 'x', 'y', 'z'], error: 'surplus-cells' },
    ]);
  });

  it('reads workbooks of other writers: prefixes, no references, absolute targets, escapes', async () => {
    const sheet = sheetOf('<row><c t="s"><v>0</v></c><c t="d"><v>2026-01-05T00:00:00</v></c></row>').replace(
      /<(\/?)(?=[a-z])/g,
      '<$1x:',
    );
    const strings = '<sst><si><t>A_x0041_1</t><rPh sb="0" eb="1"><t>reading</t></rPh></si></sst>';
    const content = workbookOf(sheet, [{ name: 'xl/sharedStrings.xml', content: Buffer.from(strings) }]);
    expect(await rowsOf(await openTable(bytes(content)))).toEqual([
      { line: 2, cells: ['AA1', '2026-01-05'] },
    ]);
  });

  it('reads 20,000 rows in batches', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `<row><c><v>${index}</v></c><c><v>7.4</v></c></row>`,
    );
    const table = await openTable(bytes(workbookOf(sheetOf(rows.join('')))));
    const sizes: number[] = [];
    for await (const batch of table.batches()) sizes.push(batch.rows.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(20_000);
    expect(Math.max(...sizes)).toBeLessThan(5_000);
  });
});

describe('workbooks that are refused', () => {
  const sound = workbookOf(sheetOf('<row><c><v>1</v></c></row>'));
  const flipped = (at: number): Buffer => {
    const copy = Buffer.from(sound);
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    return copy;
  };

  it.each([
    ['a sound one', sound, 'read'],
    ['one cut short', sound.subarray(0, sound.length - 40), 'damaged-workbook'],
    ['one with a byte turned', flipped(sound.indexOf('data.xml') + 30), 'damaged-workbook'],
    ['one with a false checksum', workbookOf(sheetOf(''), [], { sum: 1 }), 'damaged-workbook'],
    ['one that unpacks to more than it says', workbookOf(sheetOf(''), [], { size: 10 }), 'damaged-workbook'],
    ['one with broken XML', workbookOf('<worksheet><sheetData><row></sheetData>'), 'damaged-workbook'],
    ['one that says to be huge', workbookOf(sheetOf(''), [], { size: 2_000_000_000 }), 'workbook-too-large'],
    ['another archive', zipOf([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]), 'not-a-table'],
    ['an empty sheet', workbookOf('<worksheet><sheetData/></worksheet>'), 'empty'],
    [
      'one with entities of its own',
      workbookOf(
        '<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>',
      ),
      'damaged-workbook',
    ],
    ['one nested without end', workbookOf('<a>'.repeat(100_000)), 'damaged-workbook'],
    ['one with a comment without end', workbookOf(`<!--${'<x>'.repeat(2_000_000)}`), 'damaged-workbook'],
  ])('answers %s', async (_, content, answer) => {
    expect(await answerTo(content)).toBe(answer);
  });

  it('refuses a bomb before it goes off', async () => {
    const content = workbookOf(Buffer.alloc(100_000_000, ' '));
    expect(content.length).toBeLessThan(200_000);
    expect(await answerTo(content)).toBe('workbook-too-large');
  });
});
