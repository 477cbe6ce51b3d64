import { REJECTION_CODES, remarkMessage, WARNING_CODES } from './remarks.js';

describe('remarks on rows', () => {
  it('speak Danish and English for every code', () => {
    for (const code of [...REJECTION_CODES, ...WARNING_CODES]) {
      const messages = [remarkMessage(code, 'da'), remarkMessage(code, 'en')];
      expect(messages.every((message) => message.endsWith('.') || message.endsWith('?'))).toBe(true);
      expect(new Set([...messages, code]).size).toBe(3);
    }
  });

  it('let an unknown code stand for itself', () => {
    expect(remarkMessage('constructor', 'da')).toBe('constructor');
  });
});
