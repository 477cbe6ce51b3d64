import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../platform/http/problem.js';
import { callerOf } from './audit/domain/origin.js';
import { Lockout } from './sign-in/lockout.js';

const tooMany = (wait: RateLimiterRes): Problem =>
  new Problem(
    429,
    'too-many-attempts',
    `Too many attempts. Try again in ${Math.ceil(wait.msBeforeNext / 60_000)} minutes.`,
  );

const consume = async (...uses: readonly (readonly [RateLimiterMemory, string])[]): Promise<void> => {
  try {
    await Promise.all(uses.map(([limiter, key]) => limiter.consume(key)));
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooMany(error) : error;
  }
};

/**
 * Slows guessing: 5 wrong passwords for one user from one address, 50 from one address, in 15 minutes; and locks the
 * user's address against guessing from many places. All of an IPv6 /64 is one address.
 */
@Injectable()
export class LoginAttempts {
  private readonly byUser = new RateLimiterMemory({ points: 5, duration: 15 * 60 });
  private readonly byAddress = new RateLimiterMemory({ points: 50, duration: 15 * 60 });
  private readonly mailsByUser = new RateLimiterMemory({ points: 3, duration: 60 * 60 });
  private readonly publicByAddress = new RateLimiterMemory({ points: 60, duration: 15 * 60 });

  constructor(private readonly lockout: Lockout) {}

  /** @throws Problem 429 before the attempt is made, once a limit is reached. */
  async limit<T>(ip: string, email: string, attempt: () => Promise<T>): Promise<T> {
    const caller = callerOf(ip);
    const user = `${caller} ${email.toLowerCase()}`;
    await consume([this.byUser, user], [this.byAddress, caller]);
    await this.lockout.count(email);
    const result = await attempt();
    await Promise.all([this.byUser.delete(user), this.byAddress.reward(caller), this.lockout.forget(email)]);
    return result;
  }

  /** Three mails an hour to one address, whether anybody has it or not. @throws Problem 429 */
  async limitMails(ip: string, email: string): Promise<void> {
    await consume([this.publicByAddress, callerOf(ip)], [this.mailsByUser, email.toLowerCase()]);
  }

  /** What anybody may ask for without being signed in, such as opening a link. @throws Problem 429 */
  async limitPublic(ip: string): Promise<void> {
    await consume([this.publicByAddress, callerOf(ip)]);
  }
}
