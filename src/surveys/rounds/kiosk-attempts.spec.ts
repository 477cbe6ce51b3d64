import { conflict, notFound } from '../../platform/http/problem.js';
import { KioskAttempts } from './kiosk-attempts.js';

const WRONG = 200;
const times = async (count: number, attempt: () => Promise<unknown>): Promise<void> => {
  for (let tries = 0; tries < count; tries += 1) await attempt().catch(() => undefined);
};

describe('codes at a kiosk', () => {
  it('are not guessed for long, and no other round suffers', async () => {
    const attempts = new KioskAttempts();
    await times(WRONG, () => attempts.limit('a', () => Promise.reject(notFound())));
    await expect(attempts.limit('a', () => Promise.resolve('in'))).rejects.toMatchObject({ status: 429 });
    await expect(attempts.limit('b', () => Promise.resolve('in'))).resolves.toBe('in');
  });

  it('that are right shut nobody out, also where they come too late', async () => {
    const attempts = new KioskAttempts();
    await times(WRONG + 1, () => attempts.limit('a', () => Promise.reject(conflict('survey-closed', ''))));
    await times(WRONG + 1, () => attempts.limit('a', () => Promise.resolve('in')));
    await expect(attempts.limit('a', () => Promise.resolve('in'))).resolves.toBe('in');
  });
});
