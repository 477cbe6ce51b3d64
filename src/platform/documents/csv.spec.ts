import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { withoutFormula, writeCsv } from './csv.js';

const text = async (stream: Readable): Promise<string> => (await buffer(stream)).toString();

describe('writeCsv', () => {
  it('writes a mark, semicolons, decimal commas and ISO dates', async () => {
    const rows = [
      ['Åse; Øst', 7.4, new Date('2026-01-05T00:00:00Z'), null],
      ['"B"', -3, new Date('2026-01-06T00:00:00Z'), 'x'],
    ];
    expect(await text(writeCsv(['Navn', 'Timer', 'Fra', 'Note'], rows))).toBe(
      '\ufeffNavn;Timer;Fra;Note\r\n"Åse; Øst";7,4;2026-01-05;\r\n"""B""";-3;2026-01-06;x\r\n',
    );
  });

  it('writes the header where there are no rows', async () => {
    expect(await text(writeCsv(['Linje', 'Grund'], []))).toBe('\ufeffLinje;Grund\r\n');
  });

  it('ends with the fault of its rows', async () => {
    const rows = (async function* () {
      yield ['a'];
      await Promise.resolve();
      throw new Error('no more');
    })();
    await expect(text(writeCsv(['a'], rows))).rejects.toThrow('no more');
  });

  it('never writes a cell that a spreadsheet would run', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { minLength: 1 }), async (cells) => {
        const written = await text(
          writeCsv(
            ['a'],
            cells.map((cell) => ['-', cell]).map(([, cell]) => [cell ?? '']),
          ),
        );
        const read: string[][] = parse(written, {
          delimiter: ';',
          bom: true,
          from: 2,
          skip_empty_lines: false,
        });
        for (const [cell = ''] of read) expect(cell).not.toMatch(/^[=@+\-\t\r](?![\d]+([.,]\d+)?$)/);
      }),
    );
  });
});

describe('withoutFormula', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+45 12345678', "'+45 12345678"],
    ['-5', '-5'],
    ['-7,4', '-7,4'],
    ['–', '–'],
    ['Åse', 'Åse'],
  ])('%s becomes %s', (cell, shown) => {
    expect(withoutFormula(cell)).toBe(shown);
  });
});
