import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { addEvaluateCommand, evaluate } from './evaluate-command.js';

const folder = mkdtempSync(join(tmpdir(), 'naervaer-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const published = (file: string): string => resolve('test/fixtures/evidence', file);
const written = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const run = (design: string, data: string, spec: object | string) =>
  evaluate({
    design,
    data,
    spec: written('spec.json', typeof spec === 'string' ? spec : JSON.stringify(spec)),
  });

describe('every design, on published data', () => {
  const panel = { outcome: 'lemp', unit: 'countyreal', period: 'year' };
  const series = { only: { state: ['California'] }, outcome: 'sales', time: 'year', interruptedAt: 1989 };
  const close = (value: number): unknown => expect.closeTo(value, 4);
  it.each([
    [
      'least-squares',
      'injury_ky.csv',
      { outcome: 'durat', log: ['durat'], columns: ['afchnge', 'highearn'], errors: 'HC1' },
      { rSquared: expect.any(Number), degrees: 5623, errors: 'HC1' },
    ],
    [
      'least-squares',
      'PetersenCL.csv',
      { outcome: 'y', columns: ['x'], errors: 'two-way', clusters: 'firm', secondClusters: 'year' },
      { coefficients: [{}, { name: 'x', estimate: close(1.03483), standardError: close(0.05356) }] },
    ],
    [
      'generalised-linear',
      'sicily.csv',
      { family: 'poisson', outcome: 'aces', columns: ['smokban', 'time'], exposure: 'stdpop' },
      {
        coefficients: [{}, { name: 'smokban', ratio: { ratio: close(0.89438) } }, {}],
        deviance: expect.closeTo(197.31, 3),
      },
    ],
    [
      'wild-bootstrap',
      'PetersenCL.csv',
      { outcome: 'y', columns: ['x'], tested: 'x', clusters: 'year', nullValue: 1, signs: 'rademacher' },
      { p: close(334 / 1024), enumerated: true, draws: 1024 },
    ],
    [
      'cluster-bootstrap',
      'PetersenCL.csv',
      { outcome: 'y', columns: ['x'], tested: 'x', clusters: 'firm', draws: 20 },
      { estimate: close(1.03483), clusters: 500 },
    ],
    [
      'difference-in-differences',
      'njmin3.csv',
      { outcome: 'fte', treated: 'nj', after: 'd', skipIncomplete: true },
      { estimate: close(2.7536), inference: { method: 'HC3' } },
    ],
    [
      'group-time-effects',
      'mpdta.csv',
      { ...panel, firstTreated: 'first.treat' },
      { simple: { estimate: close(-0.039951) }, overall: { estimate: close(-0.031018) } },
    ],
    [
      'event-study',
      'mpdta.csv',
      { ...panel, firstTreated: 'first.treat', leads: 2, lags: 2 },
      { effects: [{ name: '-2' }, { name: '+0' }, { name: '+1' }, { name: '+2' }], leads: { above: 1 } },
    ],
    ['fixed-effects', 'mpdta.csv', { ...panel, columns: ['treat'] }, 'column treat is 0 in every row'],
    [
      'interrupted-series',
      'proposition99.csv',
      { ...series, slopeChange: true, lags: 1 },
      { level: { estimate: close(-20.0581), standardError: close(4.7244) }, covariance: { times: 31 } },
    ],
    [
      'synthetic-control',
      'proposition99.csv',
      { outcome: 'sales', unit: 'state', period: 'year', treatedUnit: 'California', firstAfter: 1989 },
      { label: 'California', smallestP: close(1 / 39) },
    ],
    [
      'randomisation',
      'mpdta.csv',
      { outcome: 'lemp', treated: 'treat', unit: 'countyreal', only: { year: ['2007'] }, draws: 99 },
      { enumerated: false, assignments: 100, seed: 1 },
    ],
    [
      'kaplan-meier',
      'cancer.csv',
      { duration: 'time', ended: 'ended', group: 'sex', limit: 365 },
      'the data have no column "ended"; they have rownames, inst, time, status',
    ],
  ])('%s', async (design, file, spec, expected) => {
    const answer = run(design, published(file), spec);
    if (typeof expected === 'string') await expect(answer).rejects.toThrow(expected);
    else await expect(answer).resolves.toMatchObject({ design, spec, result: expected });
  });

  it('durations, with decimal commas', async () => {
    const data = written('spells.csv', 'days;over;team\n1,5;1;a\n2;0;b\n3;1;a\n2,5;1;b\n2;1;a\n6;1;b\n');
    const spec = { duration: 'days', ended: 'over', group: 'team', limit: 5 };
    await expect(run('kaplan-meier', data, spec)).resolves.toMatchObject({
      result: {
        curves: [
          { group: 'a', subjects: 3, events: 3, median: { estimate: 2 } },
          { group: 'b', subjects: 3, events: 2 },
        ],
        logRank: { degrees: 1 },
      },
    });
    const hazard = { duration: 'days', ended: 'over', categories: ['team'] };
    await expect(run('cox', data, hazard)).resolves.toMatchObject({
      result: { effects: [{ name: 'team b' }], subjects: 6, events: 5 },
    });
  });

  it('p-values of several tests', async () => {
    const data = written('tests.csv', 'test,p\nx,0.01\ny,0.04\nz,0.03\nw,0.005\n');
    await expect(run('adjust-p', data, { p: 'p' })).resolves.toMatchObject({
      result: { holm: [0.03, 0.06, 0.06, 0.02], benjaminiHochberg: [0.02, 0.04, 0.04, 0.02] },
    });
  });
});

describe('what does not fit', () => {
  const data = (): string => written('small.csv', 'y,x,who\n1,2,a\n2,oops,b\n3,,c\n4,5,d\n');
  it.each([
    ['no JSON', 'least-squares', '{', 'the specification is not JSON'],
    ['no object', 'least-squares', '[]', 'must be one JSON object'],
    [
      'an unknown key',
      'least-squares',
      { outcome: 'y', colums: ['x'] },
      'has no key "colums"; it has only, log',
    ],
    ['a missing key', 'cox', { duration: 'y' }, 'the specification lacks ended'],
    ['a wrong kind', 'least-squares', { outcome: 'y', columns: 'x' }, '"columns" must be: list of columns'],
    ['a wrong word', 'least-squares', { outcome: 'y', errors: 'HC9' }, '"errors" must be one of classical'],
    ['no column', 'least-squares', { outcome: 'z' }, 'the data have no column "z"; they have y, x, who'],
    ['no number', 'least-squares', { outcome: 'y', columns: ['x'] }, 'line 3: x is "oops", not a number'],
    ['nothing', 'least-squares', { outcome: 'x', only: { who: ['c'] } }, 'line 4: x is "", not a number'],
    ['no rows', 'least-squares', { outcome: 'y', only: { who: ['e'] } }, 'no row of the data is left'],
    ['a stray logarithm', 'least-squares', { outcome: 'y', log: ['x'] }, '"log" names x'],
    ['no clusters', 'least-squares', { outcome: 'y', errors: 'CR1' }, 'the specification lacks clusters'],
    ['a confidence of one', 'least-squares', { outcome: 'y', confidence: 1 }, 'between 0 and 1'],
  ])('is refused: %s', async (_, design, spec, message) => {
    await expect(run(design, data(), spec)).rejects.toThrow(message);
  });

  it('is refused: a file that is none', async () => {
    await expect(run('adjust-p', join(folder, 'nowhere.csv'), { p: 'p' })).rejects.toThrow('cannot be read');
    await expect(run('adjust-p', written('page.csv', '<html></html>'), { p: 'p' })).rejects.toThrow(
      'no table',
    );
  });
});

describe('the command', () => {
  const answer = async (...args: string[]) => {
    let [out, complaint] = ['', ''];
    const spies = [
      jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
      jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((complaint += String(text)), true)),
    ];
    const program = new Command('naervaer').option('--json');
    addEvaluateCommand(program);
    await program.parseAsync(['node', 'naervaer', '--json', 'evaluate', ...args]);
    for (const spy of spies) spy.mockRestore();
    const code = process.exitCode;
    process.exitCode = undefined;
    return { out, complaint, code, help: program.commands[0]?.helpInformation() ?? '' };
  };
  const spec = (name: string, content: object): string => written(name, JSON.stringify(content));

  it('prints the same bytes for the same input, at twelve digits', async () => {
    const args = [
      '--design',
      'wild-bootstrap',
      '--data',
      published('PetersenCL.csv'),
      '--spec',
      spec('wild.json', { outcome: 'y', columns: ['x'], tested: 'x', clusters: 'year', draws: 199, seed: 4 }),
    ];
    const first = await answer(...args);
    expect((await answer(...args)).out).toBe(first.out);
    expect(first.code).toBeUndefined();
    expect(JSON.parse(first.out)).toMatchObject({
      rows: 5000,
      result: { seed: 4, draws: 199, weights: 'webb' },
    });
    expect(first.out).toContain('"estimate":1.03483343946,');
    expect(first.out).not.toMatch(/\d\.\d{14,}/);
  });

  it('ends with 2 and names what does not fit', async () => {
    const data = written('singular.csv', 'y,x\n1,2\n2,2\n3,2\n');
    const { out, complaint, code } = await answer(
      '--design',
      'least-squares',
      '--data',
      data,
      '--spec',
      spec('singular.json', { outcome: 'y', columns: ['x'] }),
    );
    expect([out, complaint, code]).toEqual([
      '',
      'column x is made up of the columns before it: leave it out\n',
      2,
    ]);
  });
});
