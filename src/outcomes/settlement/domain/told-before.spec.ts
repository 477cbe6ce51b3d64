import {
  contractContent,
  effectPlan,
  snapshotOf,
  spellCells,
} from '../../../../test/factories/settlement.js';
import { localDate } from '../../../shared/local-date.js';
import type { Snapshot } from './snapshot.js';
import { asToldBefore } from './told-before.js';

const contract = contractContent();
const cells = spellCells(effectPlan(contract));
const was: Snapshot = {
  ...snapshotOf(contract, cells),
  counts: { cohort: { expected: '90', observed: 40 } },
  guardrailFigures: { completeness: '0.97', relapse: '0.1', leavers: '0.09' },
};
const flow = was.population.treated;

/** A month later: one person more of 910 has left, one long case has ended, one spell more was corrected. */
const now: Snapshot = {
  ...was,
  knownOn: localDate('2027-04-01'),
  indicators: [
    { id: 'spells', cells: cells.map((cell, place) => (place === 30 ? { ...cell, amount: '99' } : cell)) },
  ],
  counts: { cohort: { expected: '90', observed: 39 } },
  delivered: { visits: 3 },
  guardrailFigures: { completeness: '0.99', relapse: '0.12', leavers: '0.1', wellbeing: '65' },
  population: { treated: { ...flow, left: 71, atEnd: 909 }, comparison: { ...flow, joined: 90, atEnd: 920 } },
  completeness: { ...was.completeness, correctedSpells: 4 },
};

describe('a period that is settled again', () => {
  it('stays as it was told in what has changed by few, and takes what is new', () => {
    expect(asToldBefore(was, now, true)).toEqual({
      ...now,
      knownOn: was.knownOn,
      indicators: was.indicators,
      counts: was.counts,
      // Nobody new stands behind how complete it is, or what a survey told.
      guardrailFigures: { completeness: '0.99', relapse: '0.1', leavers: '0.09', wellbeing: '65' },
      // 71 and 909 beside 70 and 910 would tell of one who left; ten more who came are enough.
      population: { treated: flow, comparison: now.population.comparison },
      completeness: was.completeness,
    });
  });

  it('takes absence as it is where that of enough has come in, and still no count that changed by few', () => {
    const told = asToldBefore(was, now, false);
    expect(told).toMatchObject({ knownOn: '2027-04-01', indicators: now.indicators, counts: was.counts });
    expect(told.guardrailFigures).toMatchObject({ relapse: '0.12', leavers: '0.09' });
    const more = { ...now, counts: { cohort: { expected: '90', observed: 35 } } };
    expect(asToldBefore(was, more, false).counts).toEqual(more.counts);
  });

  it('keeps to the strictest employer', () => {
    const raised = asToldBefore(was, { ...now, limits: { count: 11 } }, false);
    expect(raised.population.comparison).toEqual(flow);
  });

  it('is the same where nothing has changed', () => {
    expect(asToldBefore(was, was, false)).toEqual(was);
  });
});
