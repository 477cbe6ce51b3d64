import { soundContract } from '../../../test/factories/contract.js';
import { sightOf } from './sight.js';

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
