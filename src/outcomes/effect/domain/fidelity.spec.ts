import { POLICY_LIMITS } from '../../../disclosure/index.js';
import { FIDELITY, fidelityOf, type FidelityCount } from './fidelity.js';

const figure = (...counts: FidelityCount[]) =>
  fidelityOf([{ counts, limits: POLICY_LIMITS }]).filter(({ state }) => state !== 'not-yet-measured');

describe('how broadly the work was done (definitions 4.5-4.6)', () => {
  const of20: FidelityCount[] = [{ kind: 'conversations-in-time', of: 20, done: 17 }];
  const of10: FidelityCount[] = [{ kind: 'conversations-in-time', of: 10, done: 3 }];

  it('is a share over all employers, in whole per cent', () => {
    // 20 of 30.
    expect(figure(...of20, ...of10)).toEqual([
      { kind: 'conversations-in-time', state: 'measured', percent: 67, days: null },
    ]);
  });

  it.each([
    [30, 'measured', 67],
    [31, 'too-few', null],
  ])('keeps to the strictest of the employers, which asks for %i', (shareBase, state, percent) => {
    const figures = fidelityOf([
      { counts: of20, limits: POLICY_LIMITS },
      { counts: of10, limits: { ...POLICY_LIMITS, shareBase } },
    ]);
    expect(figures[0]).toEqual({ kind: 'conversations-in-time', state, percent, days: null });
  });

  it('tells of waiting in whole days a referral', () => {
    // 12 referrals waited 214 days together: 17.8 each.
    expect(figure({ kind: 'waiting-days', of: 12, done: 214 })).toEqual([
      { kind: 'waiting-days', state: 'measured', percent: null, days: 18 },
    ]);
  });

  it.each(['conversations-in-time', 'referrals-held', 'waiting-days'] as const)(
    'shows no %s of fewer than ten',
    (kind) => {
      expect(figure({ kind, of: 9, done: 9 })).toEqual([
        { kind, state: 'too-few', percent: null, days: null },
      ]);
    },
  );

  it('counts workplaces, which are no persons, however few', () => {
    expect(figure({ kind: 'workplaces-visited', of: 3, done: 2, visits: 5 })).toEqual([
      { kind: 'workplaces-visited', state: 'measured', percent: 67, days: null },
    ]);
  });

  it.each([
    [0, 'measured', 0],
    [1, 'too-few', null],
    [4, 'too-few', null],
    [5, 'measured', 33],
  ])('of %i visits tells by the rule for counts', (visits, state, percent) => {
    expect(figure({ kind: 'workplaces-visited', of: 3, done: visits > 0 ? 1 : 0, visits })).toEqual([
      { kind: 'workplaces-visited', state, percent, days: null },
    ]);
  });

  it('says of what nobody has recorded that it is not yet measured', () => {
    const counts: FidelityCount[] = [{ kind: 'workplaces-visited', of: 0, done: 0, visits: 0 }];
    expect(fidelityOf([{ counts, limits: POLICY_LIMITS }])).toEqual(
      FIDELITY.map((kind) => ({ kind, state: 'not-yet-measured', percent: null, days: null })),
    );
  });
});
