import { effectOf, isOverdue } from './effect.js';

const RULE = { higherIsBetter: true, minimumDifference: 8 };

describe('the effect of a plan', () => {
  it('is the change of its scale to the next round', () => {
    const effect = effectOf(
      { answers: 25, mean: 58, spread: 15 },
      { answers: 25, mean: 70, spread: 20 },
      RULE,
    );
    expect(effect).toMatchObject({ from: 58, to: 70, difference: 12, direction: 'better' });
    expect(effect?.low).toBeCloseTo(1.9264, 3);
  });

  it('is not told where either round hides its figure', () => {
    const hidden = { answers: null, mean: null, spread: null };
    expect(effectOf(hidden, { answers: 9, mean: 70, spread: 5 }, RULE)).toBeNull();
    expect(effectOf({ answers: 9, mean: 70, spread: 5 }, null, RULE)).toBeNull();
  });
});

describe('a plan is overdue', () => {
  it.each([
    ['planned', '2026-03-10', true],
    ['under-way', '2026-03-10', true],
    ['under-way', '2026-03-11', false],
    ['done', '2026-03-10', false],
    ['dropped', '2026-03-10', false],
  ] as const)('%s, due %s: %s', (status, dueOn, overdue) => {
    expect(isOverdue({ status, dueOn }, '2026-03-11')).toBe(overdue);
  });
});
