import { readSpent } from './spent-answer.js';

const SPENT = {
  tenantId: '0196b6a0-0000-7000-8000-000000000001',
  fingerprint: 'ab'.repeat(16),
  token: Buffer.alloc(64, 7).toString('base64'),
  signature: Buffer.alloc(256, 9).toString('base64'),
  answers: { 'workload-fit': 3, words: 'Godt, men travlt 👍' },
};

const faultsOf = (body: unknown): string[] => {
  try {
    readSpent(body);
    return [];
  } catch (fault) {
    return (fault as { fields: { field: string }[] }).fields.map(({ field }) => field);
  }
};

describe('readSpent', () => {
  it('takes an answer as it is', () => expect(readSpent(SPENT)).toEqual(SPENT));

  it.each<[string[], unknown]>([
    [['tenantId'], { ...SPENT, tenantId: 'me' }],
    [['fingerprint'], { ...SPENT, fingerprint: `${'ab'.repeat(15)}xy` }],
    [['token'], { ...SPENT, token: 'not base64' }],
    [['token'], { ...SPENT, token: 'A'.repeat(204) }],
    [['signature'], { ...SPENT, signature: '' }],
    [['answers'], { ...SPENT, answers: [3] }],
    [['answers'], { ...SPENT, answers: null }],
    [['person'], { ...SPENT, person: 'a name' }],
    [['toString'], { ...SPENT, toString: 'x' }],
    [['tenantId', 'fingerprint', 'token', 'signature', 'answers'], 'text'],
    [['tenantId', 'fingerprint', 'token', 'signature', 'answers'], null],
  ])('names %j', (fields, body) => expect(faultsOf(body)).toEqual(fields));

  it.each(['\0', '\ud800'])('refuses what is no character', (character) =>
    expect(() => readSpent({ ...SPENT, answers: { words: `a${character}b` } })).toThrow('invalid-input'),
  );
});
