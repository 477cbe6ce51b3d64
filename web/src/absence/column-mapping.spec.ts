import { mapped, unmapped } from './column-mapping';

const targets = [
  { field: 'employeeNumber', required: true, insteadOf: [] },
  { field: 'to', required: false, insteadOf: ['to', 'days'] },
  { field: 'days', required: false, insteadOf: ['to', 'days'] },
  { field: 'hours', required: false, insteadOf: [] },
];

describe('unmapped', () => {
  it('names what must have a column', () => {
    expect(unmapped(targets, {})).toEqual(['employeeNumber', 'to', 'days']);
  });
  it('is content with one of several that will do', () => {
    expect(unmapped(targets, { employeeNumber: 'Nr', days: 'Dage' })).toEqual([]);
  });
});

describe('mapped', () => {
  it('sets and takes away without touching the given mapping', () => {
    const before = { a: 'A' };
    expect(mapped(before, 'b', 'B')).toEqual({ a: 'A', b: 'B' });
    expect(mapped(before, 'a', undefined)).toEqual({});
    expect(before).toEqual({ a: 'A' });
  });
});
