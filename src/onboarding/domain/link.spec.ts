import { localDate } from '../../shared/local-date.js';
import { firstNameOf, linkExpiresOn } from './link.js';

describe('a link', () => {
  it('lasts until a fortnight after day 180', () => {
    expect(linkExpiresOn(localDate('2026-03-02'), localDate('2026-02-20'))).toBe('2026-09-12');
  });

  it('lasts a month where it is made late', () => {
    expect(linkExpiresOn(localDate('2026-03-02'), localDate('2026-09-10'))).toBe('2026-10-10');
  });

  it('tells the first name only', () => {
    expect(firstNameOf(' Anne-Marie Østergård Lund')).toBe('Anne-Marie');
    expect(firstNameOf('')).toBe('');
  });
});
