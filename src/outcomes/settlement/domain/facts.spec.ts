import { POLICY_LIMITS, strictestOf } from '../../../disclosure/index.js';
import { localDate } from '../../../shared/local-date.js';
import type { SurveyedSum } from '../../../surveys/index.js';
import type { EffectCell } from '../../effect/domain/effect-plan.js';
import {
  completenessOf,
  countsOf,
  guardrailFiguresOf,
  guardrailsOfFew,
  sameMonthsBefore,
  together,
  type Counted,
} from './facts.js';
import { toldCompleteness, toldFlow } from './snapshot.js';

const counted = (over: Partial<Counted> = {}): Counted => ({ ...together([]), ...over });

describe('what a settlement counts', () => {
  it('adds up over employers', () => {
    expect(together([counted({ atStart: 3, relapses: 1 }), counted({ atStart: 4 })])).toMatchObject({
      atStart: 7,
      relapses: 1,
    });
  });

  it('is held against the same months in the last year of the baseline', () => {
    const baseline = { from: localDate('2023-01-01'), to: localDate('2024-12-31') };
    const half = { from: localDate('2026-01-01'), to: localDate('2026-06-30') };
    expect(sameMonthsBefore(half, baseline)).toEqual({ from: '2024-01-01', to: '2024-06-30' });
    const february = { from: localDate('2025-02-01'), to: localDate('2025-02-28') };
    expect(sameMonthsBefore(february, baseline)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  });

  it('gives the guardrails that there are data of, and no figure of the others', () => {
    const completeness = { share: '0.99', correctedSpells: 0, provisionalMonths: [] };
    const treated = counted({
      atStart: 200,
      leavers: 18,
      endedSpells: 50,
      relapses: 4,
      otherLeaveDays: 60,
      employedDays: 3000,
      otherLeaveDaysBefore: 50,
      employedDaysBefore: 2000,
    });
    // 0.02 days a day employed against 0.025 before.
    expect(guardrailFiguresOf(treated, completeness, [], POLICY_LIMITS)).toEqual({
      completeness: '0.99',
      relapse: '0.08',
      leavers: '0.09',
      'other-leave': '0.8',
    });
    expect(
      guardrailFiguresOf(counted({ atStart: 9, leavers: 1 }), completeness, [], POLICY_LIMITS),
    ).toMatchObject({
      leavers: null,
      relapse: null,
      'other-leave': null,
    });
  });

  it('holds guardrails against what surveys told, employers together by their answers', () => {
    const completeness = { share: '1', correctedSpells: 0, provisionalMonths: [] };
    const surveyed: SurveyedSum[] = [
      // 20 answers of 70 on average and 10 of 55: 1,950 over 30.
      { name: 'wellbeing', total: 1400, answers: 20 },
      { name: 'wellbeing', total: 550, answers: 10 },
      { name: 'presenteeism', total: 12, answers: 8 },
      // Nine say how the help was; from ten on it is told.
      { name: 'experience', total: 36, answers: 9 },
    ];
    const figures = guardrailFiguresOf(counted(), completeness, surveyed, POLICY_LIMITS);
    expect(figures).toMatchObject({ wellbeing: '65', presenteeism: '1.5', experience: null });
    expect(guardrailFiguresOf(counted(), completeness, [], POLICY_LIMITS)).not.toHaveProperty('wellbeing');
  });

  it('tells no share of fewer than the strictest employer asks for', () => {
    const treated = counted({ atStart: 20, leavers: 1, endedSpells: 40, relapses: 4 });
    const toldAt = (shareBase: number) =>
      guardrailFiguresOf(
        treated,
        { share: '1', correctedSpells: 0, provisionalMonths: [] },
        [],
        strictestOf([POLICY_LIMITS, { ...POLICY_LIMITS, shareBase }]),
      );
    // 1 of 20 and 4 of 40.
    expect(toldAt(20)).toMatchObject({ leavers: '0.05', relapse: '0.1' });
    expect(toldAt(25)).toMatchObject({ leavers: null, relapse: '0.1' });
  });

  it('counts a stock on the day, and a cohort by who is left of it', () => {
    const treated = counted({ longRunning: 79, longRunningBefore: 200, cohortRunning: 41 });
    const saving = { purse: 'employer', attribution: '1', rate: 1, costs: 0, share: '1', below: 80 } as const;
    expect(
      countsOf(
        [
          { kind: 'count', id: 'stock', counted: 'stock', ...saving },
          { kind: 'count', id: 'cohort', counted: 'cohort', ...saving },
          { kind: 'delivery', id: 'visits', price: 1 },
        ],
        treated,
        POLICY_LIMITS,
      ),
    ).toEqual({ stock: { expected: '200', observed: 79 }, cohort: { expected: '200', observed: 41 } });
  });

  it('settles a count of few as the most that is few, by the strictest employer', () => {
    const saving = { purse: 'employer', attribution: '1', rate: 1, costs: 0, share: '1', below: 80 } as const;
    const term = { kind: 'count', id: 'cohort', counted: 'cohort', ...saving } as const;
    const settledBy = (cohortRunning: number, count: number) =>
      countsOf([term], counted({ longRunningBefore: 90, cohortRunning }), { count })['cohort']?.observed;
    // Of 90 long cases 2 are left: told and paid as 4 by the policy's own minimum, as 9 by an employer's 10.
    expect([settledBy(2, 5), settledBy(2, 10), settledBy(7, 10)]).toEqual([4, 9, 9]);
    expect([settledBy(0, 10), settledBy(5, 5)]).toEqual([0, 5]);
  });

  it('names the guardrails that few stand behind', () => {
    const treated = counted({
      atStart: 40,
      leavers: 6,
      endedSpells: 50,
      relapses: 4,
      otherLeaveDays: 20,
      otherLeaveHolders: 6,
      otherLeaveLargest: 5,
    });
    // 4 of 50 spells; 6 of 40 persons are enough until an employer asks for 8.
    expect(guardrailsOfFew(treated, POLICY_LIMITS)).toEqual(['relapse']);
    expect(guardrailsOfFew(treated, { ...POLICY_LIMITS, count: 8 })).toEqual(['relapse', 'leavers']);
    // One person has 11 of 20 days.
    const one = { ...treated, relapses: 9, otherLeaveLargest: 11 };
    expect(guardrailsOfFew(one, POLICY_LIMITS)).toEqual(['other-leave']);
    // 48 of 50 ended in a relapse: the two that did not are few as well.
    expect(guardrailsOfFew({ ...treated, relapses: 48 }, POLICY_LIMITS)).toEqual(['relapse']);
  });

  it('is as complete as the months that have come', () => {
    const cell = (month: string, provisional = false): EffectCell => ({
      unitId: 'a',
      month,
      amount: '0',
      exposure: '1',
      provisional,
    });
    const plan = {
      period: { from: '2026-01', to: '2026-04' },
      units: [
        { unitId: 'a', tenantId: 't', arm: 'in', from: '2026-01' },
        { unitId: 'b', tenantId: 't', arm: 'in', from: '2026-04' },
      ],
    } as const;
    const cells = [cell('2025-12'), cell('2026-01'), cell('2026-02'), cell('2026-03'), cell('2026-04', true)];
    expect(completenessOf(plan, cells, 2)).toEqual({
      share: '0.8',
      correctedSpells: 2,
      provisionalMonths: ['2026-04'],
    });
  });

  it('does not tell that a few came or went', () => {
    const flow = { atStart: 100, joined: 12, left: 3, atEnd: 109, exposure: '600' };
    const told = (over: object, count = 5) => toldFlow({ ...flow, ...over }, { count });
    expect(told({})).toEqual({ ...flow, joined: null, left: null });
    expect(told({ left: 5, atEnd: 107 })).toMatchObject({ joined: 12, left: 5 });
    expect(told({ joined: 0, left: 0 })).toMatchObject({ joined: 0, left: 0 });
    // An employer whose counts are told from ten on: 100 and 12 came, 5 of them left.
    expect(told({ left: 5, atEnd: 107 }, 10)).toMatchObject({ atStart: 100, joined: null, left: null });
    expect(told({ left: 11, atEnd: 101 }, 10)).toMatchObject({ joined: 12, left: 11 });
    // Of a workplace that began with 3 and ended with 15 nothing is told: 3 = 15 + 0 - 12.
    const begun = { atStart: 3, joined: 12, left: 0, atEnd: 15 };
    expect(told(begun)).toEqual({ atStart: null, joined: null, left: null, atEnd: null, exposure: '600' });
  });

  it.each([
    [0, 5, 0],
    [1, 5, null],
    [4, 5, null],
    [5, 5, 5],
    [5, 10, null],
    [9, 10, null],
    [10, 10, 10],
  ])('does not tell that a few spells were corrected: of %s at a minimum of %s %s', (few, count, told) => {
    const completeness = { share: '1', correctedSpells: few, provisionalMonths: [] };
    expect(toldCompleteness(completeness, { count }).correctedSpells).toBe(told);
  });
});
