import { baselineBefore, newTerm, ofPurse } from './draft-values';

describe('a draft', () => {
  it.each([
    ['2026-01-01', '2024-01-01', '2025-12-31'],
    ['2024-03-01', '2022-03-01', '2024-02-29'],
  ])('from %s has its baseline from %s to %s', (first, from, to) => {
    expect(baselineBefore(first)).toEqual({ months: 24, from, to });
  });

  it('begins payment by effect with the lower bound (definitions 9.5)', () => {
    expect(newTerm('effect', 'days')).toMatchObject({ kind: 'effect', id: 'days', evidence: 'lower-bound' });
    expect(newTerm('delivery', 'visits')).toEqual({ kind: 'delivery', id: 'visits', price: 350_000 });
  });

  it('says of a saving of the benefit municipality from which benefit it comes, and of no other', () => {
    const count = newTerm('count', 'cases');
    if (count.kind === 'delivery') throw new Error('no term by count');
    const municipal = ofPurse(count, 'benefit-municipality');
    expect(municipal).toMatchObject({ purse: 'benefit-municipality', refund: { fromWeek: 53 } });
    expect(ofPurse(municipal, 'employer')).toEqual(count);
  });
});
