import type { Help, HelpFact } from '../../../cases/index.js';
import { atomsOf, POLICY_LIMITS, type ReleasedCell } from '../../../disclosure/index.js';
import { localDate } from '../../../shared/local-date.js';
import { decideHelp, helpLedger } from './decide-help.js';

const MONTHS = ['2025-10-01', '2025-11-01', '2025-12-01'].map(localDate);
const QUARTER = { from: localDate('2025-10-01'), to: localDate('2025-12-31') };
const WORKPLACES = [
  { id: 'a', name: 'Skolen' },
  { id: 'b', name: 'Plejehjemmet' },
  { id: 'c', name: 'Gården' },
];

const fact = (activity: Help, workplace: string, count: number): HelpFact => ({
  activity,
  workplace,
  month: '2025-11-01',
  count,
});

const decided = (facts: readonly HelpFact[], earlier: readonly ReleasedCell<string>[] = []) =>
  decideHelp({ facts, workplaces: WORKPLACES, months: MONTHS, limits: POLICY_LIMITS, earlier });
const reasons = (facts: readonly HelpFact[], measure: Help, earlier: readonly ReleasedCell<string>[] = []) =>
  decided(facts, earlier)
    .filter((cell) => cell.measure === measure)
    .map(({ workplace, amounts, reason }) => [workplace?.id ?? 'whole', ...amounts, reason]);

const released = (measure: Help, amounts: readonly number[]): ReleasedCell<string> => ({
  measure,
  units: ['a'],
  ...QUARTER,
  amounts,
  atoms: atomsOf(['a'], MONTHS),
  readAt: '2026-01-10',
});

describe('help at workplaces', () => {
  it('prints 1-4 as few, and another workplace with it, so that the sum does not tell it', () => {
    const facts = [
      fact('workplace-visits', 'a', 3),
      fact('workplace-visits', 'b', 8),
      fact('workplace-visits', 'c', 20),
    ];
    expect(decided(facts).map(({ bound }) => bound)).toContain('<5');
    expect(reasons(facts, 'workplace-visits')).toEqual([
      ['whole', 31, null],
      ['a', 3, 'small-count'],
      ['b', 8, 'complementary'],
      ['c', 20, null],
    ]);
  });

  it('is a mean of the referrals held, from ten on and where their number may be told', () => {
    const facts = [
      fact('referrals-held', 'a', 12),
      fact('waiting-days', 'a', 240),
      fact('referrals-held', 'b', 7),
      fact('waiting-days', 'b', 70),
    ];
    // 310 days over 19 referrals; of 7 there is no mean, and of none nothing to say.
    const [whole, , seven, none] = reasons(facts, 'waiting-days');
    expect(whole).toEqual(['whole', 310, 19, null]);
    expect(seven).toEqual(['b', 70, 7, 'small-base']);
    expect(none).toEqual(['c', 0, 0, 'nothing']);
  });

  it('is hidden where a few more came since a report told it', () => {
    const facts = [
      fact('referrals-asked', 'a', 14),
      fact('referrals-asked', 'b', 9),
      fact('referrals-asked', 'c', 30),
    ];
    const before = [released('referrals-asked', [12])];
    expect(reasons(facts, 'referrals-asked', before)[1]).toEqual(['a', 14, 'difference']);
    expect(reasons(facts, 'referrals-asked', [released('referrals-asked', [14])])[1]).toEqual([
      'a',
      14,
      null,
    ]);
    // What a report told of another figure says nothing of this one.
    expect(reasons(facts, 'referrals-asked', [released('referrals-held', [12])])[1]).toEqual(['a', 14, null]);
  });

  it('goes into the ledger under the names of reports, with no amounts of what is hidden', () => {
    const facts = [fact('workplace-visits', 'a', 30), fact('workplace-visits', 'b', 2)];
    const lines = helpLedger(decided(facts), QUARTER).filter(({ measure }) => measure === 'workplace-visits');
    expect(lines[0]).toEqual({
      measure: 'workplace-visits',
      cell: 'partnership',
      units: ['a', 'b', 'c'],
      ...QUARTER,
      reason: null,
      amounts: [32],
    });
    expect(lines.find(({ cell }) => cell === 'b')).toMatchObject({ reason: 'small-count', amounts: null });
  });

  it('has nothing to tell where no workplace takes part', () => {
    expect(
      decideHelp({ facts: [], workplaces: [], months: MONTHS, limits: POLICY_LIMITS, earlier: [] }),
    ).toEqual([]);
  });
});
