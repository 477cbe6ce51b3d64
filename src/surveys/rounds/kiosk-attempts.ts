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
    try {
      const result = await attempt();
      await this.byRound.reward(roundId);
      return result;
    } catch (fault) {
      // A right code that comes too late, or again in another browser, is no guess: it takes nothing from the others.
      if (!isWrong(fault)) await this.byRound.reward(roundId);
      throw fault;
    }
  }
}

const isWrong = (fault: unknown): boolean => fault instanceof Problem && fault.status === 404;
