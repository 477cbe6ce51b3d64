import { Injectable } from '@nestjs/common';
import { LoginAttempts } from '../login-attempts.js';
import type { Caller } from './library.js';
import { SignIn, type Opened } from './sign-in.js';
import { SignInEvents } from './sign-in-events.service.js';

/** Lets people in by password, no faster than guessing is allowed to be. */
@Injectable()
export class Entry {
  constructor(
    private readonly signIn: SignIn,
    private readonly attempts: LoginAttempts,
    private readonly events: SignInEvents,
  ) {}

  /** @throws Problem 401 for a wrong address or password, 429 after too many. */
  async byPassword(
    email: string,
    password: string,
    caller: Caller & { readonly ip: string },
  ): Promise<Opened> {
    return this.attempts.limit(caller.ip, email, async () => {
      try {
        return await this.signIn.open(email, password, caller);
      } catch (refusal) {
        // For an unknown address too, so that the time it takes tells nothing.
        const user = await this.signIn.findUserByEmail(email);
        await this.events.add(user?.id ?? null, 'sign-in.failed');
        throw refusal;
      }
    });
  }
}
