import { FIDELITY, fidelityOf, type FidelityCount } from './fidelity.js';

const figure = (...counts: FidelityCount[]) =>
  fidelityOf(counts).filter(({ state }) => state !== 'not-yet-measured');

describe('how broadly the work was done (definitions 4.5-4.6)', () => {
  it('is a share over all employers, in whole per cent', () => {
    const counts: FidelityCount[] = [
      { kind: 'conversations-in-time', of: 20, done: 17 },
      { kind: 'conversations-in-time', of: 10, done: 3 },
    ];
    // 20 of 30.
    expect(figure(...counts)).toEqual([
      { kind: 'conversations-in-time', state: 'measured', percent: 67, days: null },
    ]);
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
    expect(figure({ kind: 'workplaces-visited', of: 3, done: 2 })).toEqual([
      { kind: 'workplaces-visited', state: 'measured', percent: 67, days: null },
    ]);
  });

  it('says of what nobody has recorded that it is not yet measured', () => {
    expect(fidelityOf([{ kind: 'workplaces-visited', of: 0, done: 0 }])).toEqual(
      FIDELITY.map((kind) => ({ kind, state: 'not-yet-measured', percent: null, days: null })),
    );
  });
});
