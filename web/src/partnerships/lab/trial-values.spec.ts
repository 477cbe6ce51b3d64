import { blankTrial, questionOf, valuesOf } from './trial-values';
import type { LabUnit } from './views';

const UNITS: LabUnit[] = [
  { id: 'a', name: 'Plejecenter', employer: 'Fjordby', arm: 'in' },
  { id: 'b', name: 'Skolen', employer: 'Fjordby', arm: 'comparison' },
];

describe('a trial', () => {
  it('begins with the recommended rule on the workplaces as they stand', () => {
    expect(questionOf(blankTrial(UNITS))).toMatchObject({
      basis: 'own',
      treated: ['a'],
      compared: ['b'],
      size: null,
      rule: 'lower-bound',
      threshold: 0,
      level: 0.05,
      count: null,
      money: { rate: 200_000, share: '0.5', attribution: '1', periodCap: null },
    });
  });

  it('works on published figures of a supposed size where there are none', () => {
    expect(questionOf(blankTrial([]))).toMatchObject({
      basis: 'published',
      treated: [],
      size: { treatedUnits: 20, comparedUnits: 20, personsPerUnit: 50 },
    });
  });

  it('has shares without the noise of binary fractions', () => {
    expect(questionOf({ ...blankTrial(UNITS), threshold: 7.1, share: 0.07 })).toMatchObject({
      threshold: 0.071,
      money: { share: '0.0007' },
    });
  });

  it('is the same after it was kept', () => {
    const values = {
      ...blankTrial(UNITS),
      rule: 'count',
      threshold: 7.5,
      drift: 12.5,
      cap: 500_000,
      costs: 12.34,
    } as const;
    expect(valuesOf(questionOf(values), UNITS)).toEqual(values);
    const published = { ...blankTrial([]), treatedUnits: 7 };
    expect(valuesOf(questionOf(published), [])).toEqual(published);
    const supposed = { ...blankTrial(UNITS), supposed: true, personsPerUnit: 80 };
    expect(valuesOf(questionOf(supposed), UNITS)).toEqual(supposed);
  });
});
