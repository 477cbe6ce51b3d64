import { inReferenceOrder } from './reference-order.js';

describe('the order of tables', () => {
  it('puts each after those that it refers to, itself not counted', () => {
    const references = [
      { from: 'employments', to: 'people' },
      { from: 'people', to: 'employers' },
      { from: 'units', to: 'units' },
      { from: 'units', to: 'employers' },
      { from: 'audit', to: 'elsewhere' },
    ];
    expect(inReferenceOrder(['employments', 'people', 'units', 'employers', 'audit'], references)).toEqual([
      'audit',
      'employers',
      'people',
      'units',
      'employments',
    ]);
  });

  it('names tables that refer to each other in a ring', () => {
    const ring = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ];
    expect(() => inReferenceOrder(['c', 'a', 'b'], ring)).toThrow('in a ring: a, b');
  });
});
