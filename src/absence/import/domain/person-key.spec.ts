import { pseudonymousKey } from './person-key.js';

describe('the key of a person', () => {
  const pseudonym = (text: string): string => `<${text.length}>`;

  it('never is a CPR number', () => {
    expect(pseudonymousKey('010180-1234', pseudonym)).toBe('<10>');
    expect(pseudonymousKey('0101801234', pseudonym)).toBe('<10>');
  });

  it('is otherwise what the file says', () => {
    expect(pseudonymousKey('P-17', pseudonym)).toBe('P-17');
    expect(pseudonymousKey(null, pseudonym)).toBeNull();
  });
});
