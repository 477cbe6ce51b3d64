import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../../platform/http/problem.js';

/** Wrong codes that one round is asked in a quarter of an hour; there are 2^50 codes. */
const WRONG = 200;

/** Slows guessing of codes, by the round that is asked: no address of a respondent is counted or kept. */
@Injectable()
export class KioskAttempts {
  private readonly byRound = new RateLimiterMemory({ points: WRONG, duration: 15 * 60 });

  /** @throws Problem 429 before the attempt is made, once a limit is reached */
  async limit<T>(roundId: string, attempt: () => Promise<T>): Promise<T> {
    try {
      await this.byRound.consume(roundId);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new Problem(429, 'too-many-attempts', 'Too many wrong codes. Try again in a quarter of an hour.');
    }
    const result = await attempt();
    await this.byRound.reward(roundId);
    return result;
  }
}
