import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { callerOf } from '../../access/index.js';
import { Problem } from '../../platform/http/problem.js';

/**
 * Slows the trying of secrets: 30 links that lead nowhere from one address in 15 minutes. A good link never counts, for
 * a whole workplace may stand behind one address.
 */
@Injectable()
export class LinkAttempts {
  private readonly failures = new RateLimiterMemory({ points: 30, duration: 15 * 60 });

  /** @throws Problem 429 once the limit is reached, else what the attempt throws */
  async limit<T>(ip: string, attempt: () => Promise<T | null>): Promise<T> {
    const caller = callerOf(ip);
    const known = await this.failures.get(caller);
    if (known !== null && known.remainingPoints <= 0) throw tooMany(known);
    const found = await attempt();
    if (found !== null) return found;
    await this.failures.consume(caller).catch((error: unknown) => {
      throw error instanceof RateLimiterRes ? tooMany(error) : error;
    });
    throw new Problem(400, 'link-not-usable', 'The link is too old or has been replaced. Ask for a new one.');
  }
}

const tooMany = (wait: RateLimiterRes): Problem =>
  new Problem(
    429,
    'too-many-attempts',
    `Too many attempts. Try again in ${Math.ceil(wait.msBeforeNext / 60_000)} minutes.`,
  );
