import { POLICY_LIMITS } from '../../../disclosure/index.js';
import { localDate } from '../../../shared/local-date.js';
import type { SurveyedSum } from '../../../surveys/index.js';
import type { EffectCell } from '../../effect/domain/effect-plan.js';
import {
  completenessOf,
  countsOf,
  guardrailFiguresOf,
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
    expect(guardrailFiguresOf(treated, completeness, [])).toEqual({
      completeness: '0.99',
      relapse: '0.08',
      leavers: '0.09',
      'other-leave': '0.8',
    });
    expect(guardrailFiguresOf(counted({ atStart: 9, leavers: 1 }), completeness, [])).toMatchObject({
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
    const figures = guardrailFiguresOf(counted(), completeness, [{ surveyed, limits: POLICY_LIMITS }]);
    expect(figures).toMatchObject({ wellbeing: '65', presenteeism: '1.5', experience: null });
    expect(guardrailFiguresOf(counted(), completeness, [])).not.toHaveProperty('wellbeing');
  });

  it('tells no share of fewer than the strictest employer asks for', () => {
    const treated = counted({ atStart: 20, leavers: 1, endedSpells: 40, relapses: 4 });
    const toldAt = (shareBase: number) =>
      guardrailFiguresOf(treated, { share: '1', correctedSpells: 0, provisionalMonths: [] }, [
        { surveyed: [], limits: POLICY_LIMITS },
        { surveyed: [], limits: { ...POLICY_LIMITS, shareBase } },
      ]);
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
      ),
    ).toEqual({ stock: { expected: '200', observed: 79 }, cohort: { expected: '200', observed: 41 } });
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
    expect(toldFlow(flow)).toEqual({ ...flow, joined: null, left: null });
    expect(toldFlow({ ...flow, left: 5, atEnd: 107 })).toMatchObject({ joined: 12, left: 5 });
    expect(toldFlow({ ...flow, joined: 0, left: 0 })).toMatchObject({ joined: 0, left: 0 });
  });

  it.each([
    [0, 0],
    [1, null],
    [4, null],
    [5, 5],
  ])('does not tell that a few spells were corrected: of %s %s', (correctedSpells, told) => {
    const completeness = { share: '1', correctedSpells, provisionalMonths: [] };
    expect(toldCompleteness(completeness).correctedSpells).toBe(told);
  });
});
