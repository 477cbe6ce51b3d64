import { soundContract } from '../../../test/factories/contract.js';
import { localDate } from '../../shared/local-date.js';
import { sightOf } from './sight.js';
import { neverReported } from './baseline.js';

const content = soundContract();

describe('what a member may see', () => {
  const [, provider] = content.parties;
  it('is what the contract in force grants its party', () => {
    const seen = (partyId: string) => [...sightOf(content, { partyId, role: 'provider' })];
    expect(seen(provider?.id ?? '')).toEqual(['figures', 'effect', 'money']);
    expect(seen('a party that has left')).toEqual([]);
    expect([...sightOf(content, null)]).toEqual([]);
  });

  it('is what its role is granted before the first contract', () => {
    expect([...sightOf(null, { partyId: 'x', role: 'investor' })]).toContain('money');
    expect([...sightOf(null, { partyId: 'x', role: 'observer' })]).toEqual(['figures', 'minutes']);
    expect([...sightOf(null, { partyId: 'x', role: 'evaluator' })]).not.toContain('money');
  });
});

describe('months of a baseline that no report shows', () => {
  it.each([
    // The half-year from July 2025 is compared with July 2024; the year 2025 with January 2024.
    ['2025-07-01', '2023-07-01', '2023-12-31'],
    // The year 2025 with January 2024: one month is left.
    ['2025-12-01', '2023-12-01', '2023-12-31'],
    ['2025-01-01', '2023-01-01', '2023-12-31'],
  ])('of a contract from %s are %s to %s', (first, from, to) => {
    const period = { from: localDate(first), to: localDate('2029-12-31') };
    const baseline = { months: 24, from: localDate(from), to: localDate('2025-01-01') };
    expect(neverReported({ ...content, period, baseline })).toEqual({ from, to });
  });
});
