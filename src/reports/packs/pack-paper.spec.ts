import { hiddenCell, packContent, reportContent } from '../../../test/factories/pack.js';
import { SIGHTS, type Sight } from '../../partnerships/index.js';
import { localDate } from '../../shared/local-date.js';
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
      'Der er endnu ikke lavet en opgørelse til afregning.',
      '1 barriere står åben, heraf 1 over fristen.',
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

  it('tells the tracks’ figures where they were made: with their interval and base, few as few, hidden as a dash', () => {
    const figure = { value: null, low: null, high: null, of: null, reason: null, bound: null };
    const content = packContent({
      tracks: [
        { ...figure, track: 'prevention', measure: 'open-cases', value: 13 },
        { ...figure, track: 'prevention', measure: 'case-length', value: 30.25, of: 12 },
        { ...figure, track: 'employment', measure: 'returned-13', value: 0.4, low: 0.31, high: 0.5, of: 90 },
        { ...figure, track: 'employment', measure: 'inflow-flexi-job', reason: 'small-count', bound: '<5' },
        { ...figure, track: 'employment', measure: 'returned', reason: 'small-count', bound: '<8' },
        { ...figure, track: 'employment', measure: 'same-coach', reason: 'difference' },
        { ...figure, track: 'learning', measure: 'course-attendance', reason: 'nothing' },
      ],
    });
    expect(table('tracks', { content })?.rows).toEqual([
      ['Åbne sager på periodens sidste dag', 'Forebyggelse', '13'],
      ['Sagers varighed, dage i gennemsnit', 'Forebyggelse', '30,3 af 12'],
      ['Selvforsørgende efter 3 måneder', 'Beskæftigelse', '40\u00a0% (31\u00a0%–50\u00a0%) af 90'],
      ['Tilgang til fleksjob', 'Beskæftigelse', '<5'],
      // The paper explains no other bound than that of the policy.
      ['Blev selvforsørgende i perioden', 'Beskæftigelse', '–'],
      ['Samme jobcoach hele vejen', 'Beskæftigelse', '–'],
    ]);
    expect(table('tracks', { content, sees: new Set(['money']) })).toBeUndefined();
    expect(table('tracks')).toBeUndefined();
  });

  it.each<[Sight[], string[]]>([
    [['figures'], ['completeness', 'sign-offs']],
    [['effect'], ['indicators', 'fidelity', 'sign-offs']],
    [['money'], ['settlement', 'sign-offs']],
    [['minutes'], ['barriers', 'minutes', 'sign-offs']],
    [[], ['sign-offs']],
  ])('gives a party that sees %j only %j', (sees, keys) => {
    const seen = paper({ sees: new Set(sees) });
    expect(seen.tables.map(({ key }) => key)).toEqual(keys);
    const said = JSON.stringify(seen);
    expect(said.includes('7,4')).toBe(sees.includes('figures'));
    expect(said.includes('Lønfilen')).toBe(sees.includes('minutes'));
    expect(said.includes('ikke målt')).toBe(sees.includes('effect'));
    expect(said.includes('til afregning')).toBe(sees.includes('money'));
  });

  it('says what has been told of an effect, with its range and whether it was planned beforehand', () => {
    const period = { from: localDate('2026-01-01'), to: localDate('2026-06-30') };
    const effect = {
      ...period,
      indicator: 'days',
      reading: 'no-change-told',
      avoided: '12.04',
      lower: '-30.5',
      upper: '54.6',
      preregistered: false,
      hidden: false,
    };
    const hidden = { ...effect, indicator: 'long', avoided: null, lower: null, upper: null, hidden: true };
    const fidelity = [
      { kind: 'conversations-in-time', state: 'measured', percent: 82, days: null },
      { kind: 'plans-alive', state: 'not-yet-measured', percent: null, days: null },
      { kind: 'waiting-days', state: 'measured', percent: null, days: 18 },
    ];
    const content = packContent({ effects: [effect, hidden], fidelity });
    expect(table('indicators', { content })?.rows.map((row) => row[3])).toEqual([
      'Kan ikke skelnes fra ingen ændring; 12,0 undgået (−30,5 til 54,6); 1. januar–30. juni 2026; ikke planlagt på forhånd',
      'Vises ikke: for få personer',
    ]);
    expect(paper({ content }).summary[2]).toMatch(
      /^Fraværsdage: Kan ikke skelnes fra ingen ændring; 12,0 undgået/,
    );
    expect(table('fidelity', { content })?.rows).toEqual([
      ['Samtaler holdt i tide', '82\u00a0%'],
      ['Planer i brug', 'Endnu ikke målt'],
      ['Ventetid pr. henvisning', '18 dage'],
    ]);
  });

  it('says how settlement stands, in kroner', () => {
    const settlements = [
      {
        from: localDate('2026-01-01'),
        to: localDate('2026-06-30'),
        state: 'signed',
        net: 123456789,
        held: 0,
        cumulative: 123456789,
      },
    ];
    const content = packContent({ settlements });
    expect(table('settlement', { content })?.rows).toEqual([
      ['1. januar–30. juni 2026', 'Underskrevet', '1.234.567,89', '0,00', '1.234.567,89'],
    ]);
    expect(paper({ content }).summary).toContain(
      'Seneste opgørelse (1. januar–30. juni 2026): underskrevet, 1.234.567,89 kr. til betaling.',
    );
  });

  it('leaves what the minutes do not need to know out of their agenda', () => {
    expect(table('minutes', { sees: new Set(['minutes']) })?.rows.map(([item]) => item)).toEqual([
      '1. Dagsorden og sidste referat',
      '2. Risici og barrierer',
      '3. Hvad gør vi til næste møde?',
      '4. Eventuelt',
      '5. Næste møde',
    ]);
  });
});
