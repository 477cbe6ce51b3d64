import { copyLine } from './copy.js';

describe('a line of COPY', () => {
  it('keeps every character apart from NUL, which PostgreSQL does not know', () => {
    expect(copyLine(['', 'a\tb', 'c\\d', 'e\r\nf', null, 37.5, 'g\0h', 'æøå'])).toBe(
      '\ta\\tb\tc\\\\d\te\\r\\nf\t\\N\t37.5\tgh\tæøå\n',
    );
  });

  it('does not mistake the text \\N for nothing', () => {
    expect(copyLine(['\\N', null])).toBe('\\\\N\t\\N\n');
  });
});
