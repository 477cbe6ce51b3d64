import { addDays, localDate } from '../../shared/local-date.js';
import { isToldOf } from './certificate.js';

describe('a certificate that ends', () => {
  const lastDay = localDate('2027-03-01');

  it('is told of at first now and then, at last often, and no more once it has ended', () => {
    const days = Array.from({ length: 100 }, (_, index) => 70 - index);
    expect(days.filter((left) => isToldOf(lastDay, addDays(lastDay, -left)))).toEqual([
      60, 30, 14, 7, 3, 1, 0,
    ]);
  });
});
