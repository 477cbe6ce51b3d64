import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../platform/http/problem.js';

const tooMany = (wait: RateLimiterRes): Problem =>
  new Problem(
    429,
    'too-many-attempts',
    `Too many attempts. Try again in ${Math.ceil(wait.msBeforeNext / 60_000)} minutes.`,
  );

/** Slows guessing: 5 wrong passwords for one user from one address, 50 from one address, in 15 minutes. */
@Injectable()
export class LoginAttempts {
  private readonly byUser = new RateLimiterMemory({ points: 5, duration: 15 * 60 });
  private readonly byAddress = new RateLimiterMemory({ points: 50, duration: 15 * 60 });

  /** @throws Problem 429 before the attempt is made, once the limit is reached. */
  async limit<T>(ip: string, email: string, attempt: () => Promise<T>): Promise<T> {
    const user = `${ip} ${email.toLowerCase()}`;
    await this.count(ip, user);
    const result = await attempt();
    await Promise.all([this.byUser.delete(user), this.byAddress.reward(ip)]);
    return result;
  }

  private async count(ip: string, user: string): Promise<void> {
    try {
      await Promise.all([this.byUser.consume(user), this.byAddress.consume(ip)]);
    } catch (error) {
      throw error instanceof RateLimiterRes ? tooMany(error) : error;
    }
  }
}
