import { contractContent, effectPlan } from '../../../../test/factories/settlement.js';
import type { DecidedFigure } from '../../../partnerships/index.js';
import { sumsOf } from '../../effect/domain/arm-figures.js';
import { toldPlans } from './told-plans.js';

const contract = contractContent();
const paidBy = effectPlan(contract);
const reported = { ...paidBy, indicator: 'long-spells', measure: 'long-spells' } as const;
const plans = [paidBy, reported].map((plan) => ({
  plan,
  hash: plan.indicator,
  savedAt: '2025-12-01T09:00:00.000Z',
  preregistered: true,
}));

/** Everything leaves but the sum of this key. */
const decidedBut = (hidden: string | null, reason: DecidedFigure['reason'] = 'too-few-absent') =>
  plans.flatMap(({ plan }) =>
    sumsOf(plan).map((sum) => ({ ...sum, reason: sum.key === hidden ? reason : null })),
  );

const toldOf = (decided: readonly DecidedFigure[]) => {
  const told = toldPlans(plans, decided, contract);
  return told && { plans: told.plans.map(({ plan }) => plan.indicator), figures: told.figures.length };
};

describe('what a settlement tells', () => {
  it('is every indicator where nothing is hidden, or nothing is to be counted', () => {
    const all = { plans: ['spells', 'long-spells'], figures: 8 };
    expect(toldOf(decidedBut(null))).toEqual(all);
    expect(toldOf(decidedBut('long-spells in before', 'nothing'))).toEqual(all);
  });

  it('is not an indicator that is only reported and hidden, nor any sum of it', () => {
    const told = toldPlans(plans, decidedBut('long-spells comparison before'), contract);
    expect(told?.plans.map(({ plan }) => plan.indicator)).toEqual(['spells']);
    expect(told?.figures.filter(({ reason }) => reason === null).map(({ key }) => key)).toEqual(
      sumsOf(paidBy).map(({ key }) => key),
    );
    expect(told?.figures.filter(({ reason }) => reason !== null)).toHaveLength(1);
  });

  it('is nothing where one that is paid by is hidden, or all are', () => {
    expect(toldOf(decidedBut('spells in after'))).toBeNull();
    const unpaid = contractContent({ payment: { ...contract.payment, terms: [] } });
    const none = decidedBut(null).map((figure) => ({ ...figure, reason: 'too-few-persons' as const }));
    expect(toldPlans(plans, none, unpaid)).toBeNull();
    expect(toldPlans(plans, decidedBut('spells in after'), unpaid)?.plans).toHaveLength(1);
  });
});
