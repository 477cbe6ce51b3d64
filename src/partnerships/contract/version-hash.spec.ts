import { soundContract } from '../../../test/factories/contract.js';
import { localDate } from '../../shared/local-date.js';
import { hashOfVersion } from './version-hash.js';

const content = soundContract();
const version = { partnershipId: 'p', version: 1, validFrom: localDate('2025-07-01'), content };

describe('the hash of a version', () => {
  it('is that of equal content, whatever the order of its fields', () => {
    const turned: typeof content = JSON.parse(
      JSON.stringify(Object.fromEntries(Object.entries(content).reverse())),
    );
    expect(hashOfVersion({ ...version, content: turned })).toBe(hashOfVersion(version));
    expect(hashOfVersion(version)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    [
      'a øre',
      { ...version, content: { ...content, payment: { ...content.payment, periodCap: 50_000_001 } } },
    ],
    ['a day', { ...version, validFrom: localDate('2025-08-01') }],
    ['a number', { ...version, version: 2 }],
  ])('is another where %s is', (_, other) => {
    expect(hashOfVersion(other)).not.toBe(hashOfVersion(version));
  });
});
