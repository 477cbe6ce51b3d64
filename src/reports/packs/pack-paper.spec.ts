import { hiddenCell, packContent, reportContent } from '../../../test/factories/pack.js';
import { SIGHTS, type Sight } from '../../partnerships/index.js';
import { packPaper, type PackOfReader } from './pack-paper.js';

const paper = (changes: Partial<PackOfReader> = {}) =>
  packPaper({
    language: 'da',
    report: reportContent(),
    content: packContent(),
    sees: new Set(SIGHTS),
    signOffs: [],
    ...changes,
  });

const table = (key: string, changes: Partial<PackOfReader> = {}) =>
  paper(changes).tables.find((one) => one.key === key);

describe('packPaper', () => {
  it('says on one page in plain Danish how it goes', () => {
    expect(paper().summary).toEqual([
      'Fraværet var 7,4\u00a0% af den mulige arbejdstid. Det er 0,4 procentpoint lavere end i de samme måneder året før.',
      '82\u00a0% af 103 signaler blev fulgt af en kontakt i tide.',
      'Effekten er endnu ikke målt. Tallene ovenfor siger ikke i sig selv, om indsatsen virker.',
      '1 forhindring står åben, heraf 1 over fristen.',
      'Tallene for september 2026 og oktober 2026 er foreløbige og kan ændre sig. 1 tal er skjult, så ingen enkeltpersoner kan genkendes.',
      'Ingen part har godkendt pakken endnu.',
    ]);
  });

  it('says the same in English', () => {
    const signOffs = [
      { party: 'Odder Kommune', name: 'Mette Holm', signedAt: new Date('2026-11-23T08:15:00Z') },
      { party: 'Odder Kommune', name: 'Ali Demir', signedAt: new Date('2026-11-23T09:15:00Z') },
    ];
    const english = paper({ language: 'en', signOffs });
    expect(english.summary[0]).toBe(
      'Absence was 7.4% of the possible working time. That is 0.4 percentage points lower than in the same months a year earlier.',
    );
    expect(english.summary.at(-1)).toBe('Signed off by Odder Kommune.');
    expect(english.tables.at(-1)?.rows).toEqual([
      ['Odder Kommune', 'Mette Holm', expect.stringMatching(/23 November 2026.*09:15/)],
      ['Odder Kommune', 'Ali Demir', expect.stringMatching(/23 November 2026.*10:15/)],
    ]);
  });

  it('does not say a hidden figure, and says that it is hidden', () => {
    const [whole, ...others] = reportContent().groups;
    if (!whole) throw new Error('no whole');
    const figures = whole.figures.map((figure) => ({
      ...figure,
      now: hiddenCell('too-few-absent'),
      change: null,
    }));
    const { summary } = paper({ report: reportContent({ groups: [{ ...whole, figures }, ...others] }) });
    expect(summary.slice(0, 2)).toEqual([
      'Fraværet under ét vises ikke, fordi det ville pege på enkelte personer.',
      'Andelen af kontakter i tide vises ikke: Der er for få signaler.',
    ]);
    expect(summary.join(' ')).toContain('3 tal er skjult');
  });

  it('tells what is late from what is open and what was resolved', () => {
    expect(table('barriers')?.rows.map((row) => [row[1], row[2], row[5]])).toEqual([
      ['Tid: Lederne når ikke samtalerne i ugerne med vagtplan.', 'Hjemmeplejen Syd', 'Over fristen'],
      ['Data: Lønfilen manglede timelønnede.', 'Hele partnerskabet', 'Løst 2. september 2026'],
    ]);
  });

  it('shows what the contract measures by, and that nothing has been measured', () => {
    expect(table('indicators')?.rows).toEqual([
      ['Fraværsdage', 'Betaling', '10,0\u00a0% færre', 'Endnu ikke målt'],
      ['Perioder over 30 dage', 'Kun oplyst', 'Intet', 'Endnu ikke målt'],
    ]);
    const content = packContent({ contractVersion: null, indicators: [] });
    expect(table('indicators', { content })).toMatchObject({
      rows: [],
      empty: 'Der er endnu ingen aftalt kontrakt for perioden.',
    });
  });

  it.each<[Sight[], string[]]>([
    [['figures'], ['completeness', 'sign-offs']],
    [['effect'], ['indicators', 'sign-offs']],
    [['minutes'], ['barriers', 'minutes', 'sign-offs']],
    [[], ['sign-offs']],
  ])('gives a party that sees %j only %j', (sees, keys) => {
    const seen = paper({ sees: new Set(sees) });
    expect(seen.tables.map(({ key }) => key)).toEqual(keys);
    const said = JSON.stringify(seen);
    expect(said.includes('7,4')).toBe(sees.includes('figures'));
    expect(said.includes('Lønfilen')).toBe(sees.includes('minutes'));
    expect(said.includes('ikke målt')).toBe(sees.includes('effect'));
  });

  it('leaves what the minutes do not need to know out of their agenda', () => {
    expect(table('minutes', { sees: new Set(['minutes']) })?.rows.map(([item]) => item)).toEqual([
      '1. Dagsorden og sidste referat',
      '2. Risici og forhindringer',
      '3. Hvad gør vi til næste møde?',
      '4. Eventuelt',
      '5. Næste møde',
    ]);
  });
});
