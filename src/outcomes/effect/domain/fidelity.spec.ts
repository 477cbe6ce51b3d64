import { atomsOf, POLICY_LIMITS, type ReleasedCell } from '../../../disclosure/index.js';
import { localDate } from '../../../shared/local-date.js';
import { monthsOf } from '../../../shared/period.js';
import {
  decideFidelity,
  FIDELITY,
  type FidelityFact,
  type FidelityFigure,
  type FidelityGrounds,
  type WorkCount,
} from './fidelity.js';

const YEAR = { from: localDate('2026-01-01'), to: localDate('2026-12-31') };
const UNITS = ['a', 'b', 'c'];
const at = (kind: FidelityFact['kind'], of: number, done: number, month = '2026-03-01'): FidelityFact => ({
  kind,
  workplace: 'a',
  month,
  of,
  done,
});
const VISITED: WorkCount = { kind: 'workplaces-visited', of: 3, done: 2 };

const decided = (
  facts: readonly FidelityFact[],
  over: Partial<FidelityGrounds> = {},
  before: readonly FidelityFigure[] = [],
) =>
  decideFidelity(
    { facts, counts: [], units: UNITS, period: YEAR, limits: POLICY_LIMITS, earlier: [], ...over },
    before,
  );

const measured = (...given: Parameters<typeof decided>): FidelityFigure[] =>
  decided(...given).figures.filter(({ state }) => state !== 'not-yet-measured');

/** What left as a release of the year, or of some months of it. */
const released = (
  measure: string,
  amounts: number[],
  period = YEAR,
  units = UNITS,
): ReleasedCell<string> => ({
  measure,
  units,
  ...period,
  amounts,
  readAt: '2027-02-01',
  atoms: atomsOf(units, monthsOf(period)),
});

describe('how broadly the work was done (definitions 4.5-4.6)', () => {
  const conversations = [
    at('conversations-in-time', 20, 17),
    at('conversations-in-time', 10, 3, '2026-04-01'),
  ];

  it('is a share over all workplaces and months, in whole per cent', () => {
    // 20 of 30.
    expect(measured(conversations)).toEqual([
      { kind: 'conversations-in-time', state: 'measured', percent: 67, days: null },
    ]);
  });

  it.each([
    [30, 'measured', 67],
    [31, 'too-few', null],
  ])('keeps to the strictest of the employers, which asks for %i', (shareBase, state, percent) => {
    expect(measured(conversations, { limits: { ...POLICY_LIMITS, shareBase } })).toEqual([
      { kind: 'conversations-in-time', state, percent, days: null },
    ]);
  });

  it('tells of waiting in whole days a referral', () => {
    // 12 referrals waited 214 days together: 17.8 each.
    expect(measured([at('waiting-days', 12, 214)])).toEqual([
      { kind: 'waiting-days', state: 'measured', percent: null, days: 18 },
    ]);
  });

  it.each(['conversations-in-time', 'introductions-in-time', 'referrals-held', 'waiting-days'] as const)(
    'shows no %s of fewer than ten',
    (kind) => {
      expect(measured([at(kind, 9, 9)])).toEqual([{ kind, state: 'too-few', percent: null, days: null }]);
    },
  );

  it.each([
    [0, 'measured', 67],
    [1, 'too-few', null],
    [4, 'too-few', null],
    [5, 'measured', 67],
  ])('of %i visits tells by the rule for counts', (visits, state, percent) => {
    expect(measured([at('workplaces-visited', visits, visits)], { counts: [VISITED] })).toEqual([
      { kind: 'workplaces-visited', state, percent, days: null },
    ]);
  });

  it('says of what nobody has recorded that it is not yet measured', () => {
    const counts: WorkCount[] = [{ kind: 'workplaces-visited', of: 0, done: 0 }];
    expect(decided([], { counts }).figures).toEqual(
      FIDELITY.map((kind) => ({ kind, state: 'not-yet-measured', percent: null, days: null })),
    );
  });
});

describe('told beside what left before', () => {
  // In February it was 9 of 12; since then a tenth was recorded as held, and 83 % beside 75 % would tell of it.
  const earlier = [released('referrals-asked-held', [9, 12])];
  const before: FidelityFigure[] = [{ kind: 'referrals-held', state: 'measured', percent: 75, days: null }];

  it('is told again as it was where too few came in between', () => {
    const { figures, lines } = decided([at('referrals-held', 12, 10)], { earlier }, before);
    expect(figures.find(({ kind }) => kind === 'referrals-held')).toEqual(before[0]);
    expect(lines.find(({ measure }) => measure === 'referrals-asked-held')).toMatchObject({
      reason: 'difference',
      amounts: null,
    });
  });

  it('is told anew where nothing or enough came in between', () => {
    expect(measured([at('referrals-held', 12, 9)], { earlier }, before)).toEqual(before);
    // Ten more were asked for, six of them held: 15 of 22.
    expect(measured([at('referrals-held', 22, 15)], { earlier }, before)).toMatchObject([
      { kind: 'referrals-held', percent: 68 },
    ]);
  });

  it('is hidden where another exit told the same otherwise', () => {
    // The steering group's report of the year: 20 of 30 in time. One more is in time now.
    const report = [released('contacted-in-time', [20, 30])];
    const facts = [at('conversations-in-time', 30, 21)];
    expect(measured(facts, { earlier: report })).toMatchObject([{ state: 'too-few', percent: null }]);
    const visits = { earlier: [released('workplace-visits', [7])], counts: [VISITED] };
    expect(measured([at('workplaces-visited', 9, 9)], visits)).toMatchObject([{ state: 'too-few' }]);
    expect(measured([at('workplaces-visited', 12, 12)], visits)).toMatchObject([{ percent: 67 }]);
  });

  it('is hidden where a part of it was told and the rest is of too few', () => {
    // 18 of the year's 24 conversations fell due until September, which a plan told of: 6 would be left.
    const months = { from: localDate('2026-01-01'), to: localDate('2026-09-30') };
    const facts = [at('conversations-in-time', 18, 12), at('conversations-in-time', 6, 6, '2026-11-01')];
    const told = { earlier: [released('contacted-in-time', [12, 18], months)] };
    expect(measured(facts, told)).toMatchObject([{ state: 'too-few', percent: null }]);
    const more = [...facts, at('conversations-in-time', 4, 4, '2026-12-01')];
    // 12 + 6 + 4 of 28.
    expect(measured(more, told)).toMatchObject([{ state: 'measured', percent: 79 }]);
  });
});
