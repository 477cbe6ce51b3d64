import { atomsOf, POLICY_LIMITS } from '../../../disclosure/index.js';
import { decideTracks, type EarlierTrackCell, type TrackGrounds } from './decide-tracks.js';
import { ruleOf, type TrackFact, type TrackMeasure } from './track-measures.js';

const QUARTER = ['2025-10-01', '2025-11-01', '2025-12-01'];
const TEAMS = [
  { id: 'a', name: 'Team A' },
  { id: 'b', name: 'Team B' },
  { id: 'c', name: 'Team C' },
];

const fact = (measure: TrackMeasure, unit: string, above: number, below = 0): TrackFact => ({
  measure,
  unit,
  month: '2025-12-01',
  above,
  below,
});
const decided = (facts: readonly TrackFact[], more: Partial<TrackGrounds> = {}) => {
  const grounds = {
    facts,
    unitsOf: (measure: TrackMeasure) => (facts.some((each) => each.measure === measure) ? TEAMS : []),
    months: QUARTER,
    limits: POLICY_LIMITS,
    earlier: [],
    ...more,
  };
  return decideTracks(grounds).map(({ unit, above, reason }) => [unit?.id ?? 'whole', above, reason]);
};
const released = (measure: TrackMeasure, amounts: readonly number[], months = QUARTER): EarlierTrackCell => ({
  measure,
  units: ['a'],
  amounts,
  atoms: atomsOf(['a'], ruleOf(measure).onDate ? months.slice(-1) : months),
  readAt: '2026-01-10',
});
const only = { unitsOf: (measure: TrackMeasure) => (measure === 'same-coach' ? TEAMS.slice(0, 1) : []) };

describe('the output policy on the tracks’ figures', () => {
  it('prints 1-4 as few and hides another part, so that the sum does not tell it', () => {
    const facts = [fact('closed-cases', 'a', 3), fact('closed-cases', 'b', 8), fact('closed-cases', 'c', 20)];
    expect(decided(facts)).toEqual([
      ['whole', 31, null],
      ['a', 3, 'small-count'],
      ['b', 8, 'complementary'],
      ['c', 20, null],
    ]);
  });

  it('prints few as the strictest employer counts them, and no share so', () => {
    const grounds = { unitsOf: () => TEAMS.slice(0, 1), months: QUARTER, earlier: [] };
    const facts = [fact('closed-cases', 'a', 6), fact('same-coach', 'a', 6, 40)];
    const boundsAt = (count: number) =>
      decideTracks({ ...grounds, facts, limits: { ...POLICY_LIMITS, count } })
        .filter(({ measure }) => facts.some((each) => each.measure === measure))
        .map(({ reason, bound }) => [reason, bound]);
    expect(boundsAt(5)).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(boundsAt(8)).toEqual([
      ['small-count', '<8'],
      ['small-count', null],
    ]);
  });

  it('shows a mean of ten and more alone', () => {
    const facts = [
      fact('case-length', 'a', 900, 10),
      fact('case-length', 'b', 1000, 12),
      fact('case-length', 'c', 700, 30),
    ];
    expect(decided(facts).every(([, , reason]) => reason === null)).toBe(true);
    expect(decided([fact('case-length', 'a', 90, 9)])[0]).toEqual(['whole', 90, 'small-base']);
  });

  it('hides a share where the part or the rest is few', () => {
    expect(decided([fact('same-coach', 'a', 3, 40)], only)).toEqual([['whole', 3, 'small-count']]);
    expect(decided([fact('same-coach', 'a', 37, 40)], only)).toEqual([['whole', 37, 'small-count']]);
    expect(decided([fact('same-coach', 'a', 40, 40)], only)).toEqual([['whole', 40, null]]);
    expect(decided([fact('same-coach', 'a', 20, 40)], only)).toEqual([['whole', 20, null]]);
  });

  it('never shows the load of one or two workers', () => {
    const load = { unitsOf: (measure: TrackMeasure) => (measure === 'coach-load' ? TEAMS.slice(0, 1) : []) };
    expect(decided([fact('coach-load', 'a', 40, 2)], load)).toEqual([['whole', 40, 'too-few-persons']]);
    expect(decided([fact('coach-load', 'a', 40, 3)], load)).toEqual([['whole', 40, null]]);
    expect(decided([fact('coach-load', 'a', 9, 3)], load)).toEqual([['whole', 9, 'small-base']]);
  });

  it('compares what has been until a day with every earlier release of it', () => {
    const earlier = (amounts: number[]) => [released('same-coach', amounts, ['2025-09-01'])];
    const now = [fact('same-coach', 'a', 20, 40)];
    // Two more since the last time: who they are could be told.
    expect(decided(now, { ...only, earlier: earlier([18, 40]) })).toEqual([['whole', 20, 'difference']]);
    expect(decided(now, { ...only, earlier: earlier([15, 35]) })).toEqual([['whole', 20, null]]);
    expect(decided(now, { ...only, earlier: earlier([20, 40]) })).toEqual([['whole', 20, null]]);
  });

  it('compares a count issued again with what was issued', () => {
    const closed = {
      unitsOf: (measure: TrackMeasure) => (measure === 'closed-cases' ? TEAMS.slice(0, 1) : []),
    };
    const now = [fact('closed-cases', 'a', 20)];
    expect(decided(now, { ...closed, earlier: [released('closed-cases', [18, 0])] })).toEqual([
      ['whole', 20, 'difference'],
    ]);
    expect(decided(now, { ...closed, earlier: [released('closed-cases', [20, 0])] })).toEqual([
      ['whole', 20, null],
    ]);
  });

  it('says nothing of what is not measured', () => {
    expect(decided([])).toEqual([]);
    expect(decided([], only)).toEqual([['whole', 0, 'nothing']]);
  });
});
