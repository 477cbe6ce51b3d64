import { inErasingOrder, personTables } from './person-tables.js';

const references = [
  { from: 'employments', to: 'people' },
  { from: 'signals', to: 'employments' },
  { from: 'contacts', to: 'signals' },
  { from: 'contacts', to: 'cases' },
  { from: 'unit_versions', to: 'units' },
];

describe('personTables', () => {
  it('follows foreign keys to whatever hangs on a person', () => {
    expect([...personTables(['people', 'cases'], references)].sort()).toEqual([
      'cases',
      'contacts',
      'employments',
      'people',
      'signals',
    ]);
  });
});

describe('inErasingOrder', () => {
  const people = { domain: 'people', tables: ['people', 'employments'] };
  const signals = { domain: 'signals', tables: ['signals'] };
  const cases = { domain: 'cases', tables: ['cases', 'contacts'] };

  it('puts what points at a row before it', () => {
    expect(inErasingOrder([people, signals, cases], references)).toEqual([cases, signals, people]);
  });

  it('refuses a circle', () => {
    const circle = [...references, { from: 'people', to: 'cases' }];
    expect(() => inErasingOrder([people, signals, cases], circle)).toThrow(RangeError);
  });
});
