import { unwritableField } from './validation.js';

describe('what no text can hold', () => {
  it.each<[unknown, string | null]>([
    [{ reason: 'en\ntekst\tmed æ, € og 🙂\r\n' }, null],
    [{ reason: 'nul\0' }, 'reason'],
    [{ steps: [{ title: 'a' }, { title: 'b\x1b' }] }, 'steps.1.title'],
    [{ answers: { 'a\0': 'b' } }, 'answers'],
    ['half \ud800', ''],
    [7, null],
  ])('is found where it stands: %j', (given, field) => {
    expect(unwritableField(given)).toBe(field);
  });

  it('is not looked for without end', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(() => unwritableField(deep)).toThrow('nested too deep');
  });
});
