import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { writeWorkbook, type XlsxNote, type XlsxSheet } from './xlsx.js';

const workbookOf = async (...sheets: (XlsxSheet | XlsxNote)[]): Promise<ExcelJS.Workbook> => {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), writeWorkbook(sheets, stream)]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
};

const COLUMNS: XlsxSheet['columns'] = [
  { header: 'Arbejdsplads', width: 30 },
  { header: 'Fravær', width: 12, format: 'percent' },
  { header: 'Dage', width: 12, format: 'decimal' },
  { header: 'Fra', width: 12, format: 'date' },
];

describe('writeWorkbook', () => {
  it('keeps numbers, days and words apart', async () => {
    const rows = [
      ['Øst', 0.052, 7.25, new Date('2026-01-05T00:00:00Z')],
      ['Vest', '<5', '–', null],
    ];
    const sheet = (await workbookOf({ name: 'Tal', columns: COLUMNS, rows })).worksheets[0];
    expect(sheet?.getCell('A1')).toMatchObject({ value: 'Arbejdsplads', font: { bold: true } });
    expect(sheet?.getCell('B2')).toMatchObject({ value: 0.052, numFmt: '0.0%' });
    expect(sheet?.getCell('D2').value).toEqual(new Date('2026-01-05T00:00:00Z'));
    expect(sheet?.getCell('B3')).toMatchObject({ value: '<5', alignment: { horizontal: 'right' } });
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.autoFilter).toBe('A1:D1');
  });

  it('writes text that begins like a formula as text', async () => {
    const rows = ['=1+1', '+45', '-x', '@SUM(A1)'].map((text) => [text]);
    const sheet = (await workbookOf({ name: 'a', columns: COLUMNS.slice(0, 1), rows })).worksheets[0];
    for (const line of [2, 3, 4, 5]) {
      expect(sheet?.getCell(`A${line}`)).toMatchObject({ type: ExcelJS.ValueType.String, numFmt: '@' });
      expect(sheet?.getCell(`A${line}`).formula).toBeUndefined();
    }
  });

  it('makes names of sheets that spreadsheets accept', async () => {
    const long = 'Ældreområdet/Hjemmepleje Syd [2026] og flere';
    const book = await workbookOf(
      { name: long, lines: ['a'] },
      { name: long, lines: ['b'] },
      { name: '?', lines: [] },
    );
    const names = book.worksheets.map((sheet) => sheet.name);
    expect(names).toEqual(['Ældreområdet Hjemmepleje Syd  2', 'Ældreområdet Hjemmepleje Sy (2)', 'Sheet']);
  });

  it('streams many rows to a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xlsx-'));
    const path = join(folder, 'many.xlsx');
    const rows = (async function* () {
      for (let index = 0; index < 5_000; index += 1) yield [`unit ${index}`, 0.05, index, null];
      await Promise.resolve();
    })();
    await writeWorkbook([{ name: 'a', columns: COLUMNS, rows }], createWriteStream(path));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    await rm(folder, { recursive: true });
    expect(workbook.worksheets[0]?.rowCount).toBe(5_001);
  });

  it('fails with the fault of its rows and with that of its reader', async () => {
    const broken = (function* (): Generator<string[]> {
      yield ['a'];
      throw new Error('no more');
    })();
    const sheet = { name: 'a', columns: COLUMNS, rows: broken };
    await expect(writeWorkbook([sheet], new PassThrough().resume())).rejects.toThrow('no more');
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) });
    const rows = Array.from({ length: 10_000 }, () => ['a']);
    await expect(writeWorkbook([{ name: 'a', columns: COLUMNS, rows }], full)).rejects.toThrow('disk full');
  });
});
