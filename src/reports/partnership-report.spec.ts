import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { partnershipReport, workplaceFigures } from '../../test/factories/partnership-report.js';
import { closePdfRenderer } from '../platform/documents/pdf.js';
import { renderPartnershipReport } from './partnership-report.document.js';
import { viewOf } from './partnership-report.view.js';
import { writePartnershipWorkbook } from './partnership-report.workbook.js';
import { scaleOf } from './svg.js';
import { trendChart } from './trend-chart.js';
import { workplaceChart } from './workplace-chart.js';

afterAll(closePdfRenderer);

const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;

describe('viewOf', () => {
  it('writes figures as Danes do', () => {
    const view = viewOf(partnershipReport());
    expect(view.period).toBe('1. november 2025–31. oktober 2026');
    expect(view.absence.rows[0]).toEqual([
      'Børnehuset Solstrålen',
      '6,2\u00a0%',
      '−0,9',
      '7,1',
      '−1,0',
      '2,4',
      '2,5',
      '44\u00a0%',
      '12\u00a0%',
      '44\u00a0%',
    ]);
    expect(view.tiles[0]).toEqual({
      label: 'Fravær',
      value: '7,4\u00a0%',
      change: '−0,4 point mod året før',
    });
    expect(view.notices[0]).toContain('september 2026 og oktober 2026 er foreløbige');
  });

  it('writes figures as the English do', () => {
    const view = viewOf(partnershipReport({ language: 'en' }));
    expect(view.tiles.map((tile) => tile.value)).toEqual(['7.4%', '8.4', '2.4', '82%']);
    expect(view.activity.rows[1]).toEqual([
      'Hjemmeplejen Syd',
      '66',
      '61',
      '0',
      '47',
      '77%',
      '0',
      '0',
      '17',
      '12',
    ]);
  });

  it('explains hidden cells only where there are some', () => {
    const report = partnershipReport();
    expect(viewOf(report).activity.rows[3]).toEqual([
      'Jensen Metal A/S, Odder',
      '<5',
      '<5',
      '0',
      '<5',
      '–',
      '0',
      '0',
      '<5',
      '0',
    ]);
    expect(viewOf(report).footnotes).toHaveLength(2);
    expect(viewOf({ ...report, workplaces: [workplaceFigures()] }).footnotes).toEqual([]);
  });

  it('says so where no period can be compared with', () => {
    const total = workplaceFigures({ absenceRateChange: 'none', daysPerFteChange: 'none' });
    const view = viewOf(partnershipReport({ comparison: null, total, trend: [] }));
    expect(view.tiles[0]?.change).toBe('intet tal fra året før');
    expect(view.notices).toHaveLength(2);
  });
});

describe('charts', () => {
  it('part the line where a month is hidden, and open the marks of provisional months', () => {
    const chart = trendChart(partnershipReport());
    expect(chart.match(/<polyline/g)).toHaveLength(3);
    expect(chart.match(/fill="#ffffff"/g)).toHaveLength(2);
  });

  it('draw no bar for a hidden figure and let no name break out', () => {
    const workplaces = [
      workplaceFigures({ name: '<b>"&"</b>' }),
      workplaceFigures({ absenceRate: 'protected' }),
    ];
    const chart = workplaceChart(partnershipReport({ workplaces }));
    expect(chart).toContain('&lt;b&gt;&quot;&amp;&quot;&lt;/b&gt;');
    expect(chart.match(/<rect/g)).toHaveLength(2);
  });

  it.each([
    [0.083, [0, 0.02, 0.04, 0.06, 0.08, 0.1]],
    [0.05, [0, 0.01, 0.02, 0.03, 0.04, 0.05]],
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('scale up to %d in round steps', (largest, ticks) => {
    const scale = scaleOf(largest);
    expect(scale).toHaveLength(ticks.length);
    for (const [index, tick] of ticks.entries()) expect(scale[index]).toBeCloseTo(tick);
  });
});

describe('renderPartnershipReport', () => {
  it.each(['da', 'en'] as const)('sets the same five pages again and again: %s', async (language) => {
    const report = partnershipReport({ language });
    const pdf = await renderPartnershipReport(report);
    expect(pagesOf(pdf)).toBe(5);
    expect(await renderPartnershipReport(report)).toEqual(pdf);
  });

  it('sets many workplaces and no trend', async () => {
    const workplaces = Array.from({ length: 60 }, (_, index) =>
      workplaceFigures({ name: `Arbejdsplads ${index}` }),
    );
    expect(
      pagesOf(await renderPartnershipReport(partnershipReport({ workplaces, trend: [] }))),
    ).toBeGreaterThan(3);
  });
});

describe('writePartnershipWorkbook', () => {
  it('holds the figures of the paper, hidden ones hidden', async () => {
    const stream = new PassThrough();
    const [bytes] = await Promise.all([
      buffer(stream),
      writePartnershipWorkbook(partnershipReport(), stream),
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const [figures, comparison, activity, trend, inShort] = workbook.worksheets;
    expect(figures?.getRow(2).values).toEqual([
      undefined,
      ...['Børnehuset Solstrålen', 0.062, -0.009, 7.1, -1.04, 2.4, 2.5, 0.44, 0.12, 0.44],
    ]);
    expect(figures?.getCell('B5').value).toBe('–');
    expect(comparison?.getCell('B2').value).toBe(0.071);
    expect(activity?.getCell('C5').value).toBe('<5');
    expect(activity?.getCell('F2').value).toBe(0.857);
    expect(trend?.getCell('D13').value).toBe('foreløbig');
    expect(inShort?.getCell('A1').value).toContain('Fraværet var 7,4');
    expect(workbook.worksheets.map(({ name }) => name)).toContain('Risici og barrierer');
    expect(workbook.worksheets.at(-1)?.rowCount).toBeGreaterThan(10);
  });
});
