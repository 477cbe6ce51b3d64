import { readFileSync } from 'node:fs';
import { settle } from './domain/settlement.js';
import { readSettling } from './settling.dto.js';

const page = readFileSync('docs/settlement.md', 'utf8');
const example = (/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '').trim();

describe('a file that a period is settled from', () => {
  it('is read as the docs show it', () => {
    // 50,000.00 kr. for the days and four visits at 3,500.00 kr., of which the period pays 45,000.00 kr.
    const statement = settle(readSettling(JSON.parse(example)));
    expect([statement.earned, statement.net, statement.carryOut]).toEqual([6_400_000, 4_500_000, 1_900_000]);
  });

  it.each([
    ['"0.75"', '"three quarters"', 'agreed.terms.0.attribution'],
    ['"rate": 180000', '"rate": 1.5', 'agreed.terms.0.rate'],
    ['"delivered": 4', '"delivered": -4', 'figures.visits.delivered'],
    ['"kind": "delivery"', '"kind": "gift"', 'agreed.terms.1'],
    ['"completeness", "side"', '"luck", "side"', 'guardrails.0.name'],
    ['"carryIn": 0', '"carryIn": "0"', 'carryIn'],
    ['"carryIn": 0', '"carriedIn": 0', 'carriedIn'],
  ])('that has %s as %s is refused by the name of the field', (good, bad, field) => {
    expect(example).toContain(good);
    expect(() => readSettling(JSON.parse(example.replace(good, bad)))).toThrow(field);
  });

  it('that is no object is refused', () => {
    for (const plain of [null, [], 3, 'text']) expect(() => readSettling(plain)).toThrow('is an object');
  });
});
