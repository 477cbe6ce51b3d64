import { Injectable } from '@nestjs/common';
import { change } from '../../platform/database/rows.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { Doors } from '../doors.js';
import { SignInLibrary, webHeaders, type Caller } from './library.js';
import { SignInEvents } from './sign-in-events.service.js';

interface Challenge {
  readonly cookies: string[];
  readonly options: Record<string, unknown>;
}

const challengeOf = async (response: Response): Promise<Challenge> => {
  if (!response.ok) throw new Problem(403, 'session-too-old', 'Sign in again before adding a passkey.');
  const options = (await response.json()) as Record<string, unknown>;
  return { cookies: response.headers.getSetCookie(), options };
};

const unusable = (status: 400 | 401): Problem =>
  new Problem(status, 'passkey-refused', 'The passkey was not accepted.');

/** Passkeys: keys in a device that sign in after it has verified its owner (WebAuthn). */
@Injectable()
export class Passkeys {
  constructor(
    private readonly doors: Doors,
    private readonly library: SignInLibrary,
    private readonly events: SignInEvents,
  ) {}

  async beginAdding(caller: Caller): Promise<Challenge> {
    return challengeOf(
      await this.library.api.generatePasskeyRegistrationOptions({
        headers: webHeaders(caller),
        asResponse: true,
      }),
    );
  }

  /** @throws Problem 400 for an answer that does not fit the challenge, or a key that did not verify its owner. */
  async add(userId: string, name: string, answer: Record<string, unknown>, caller: Caller): Promise<void> {
    const response = await this.library.api.verifyPasskeyRegistration({
      body: { response: answer, name },
      headers: webHeaders(caller),
      asResponse: true,
    });
    if (!response.ok) throw unusable(400);
    await this.events.add(userId, 'passkey.added');
  }

  /** @throws Problem 404 for another user's. */
  async remove(userId: string, id: string): Promise<void> {
    const removed = await this.doors.system('remove a passkey', (tx) =>
      change(tx, 'delete from auth.passkey where id::text = $1 and "userId"::text = $2', [id, userId]),
    );
    if (removed === 0) throw notFound();
    await this.events.add(userId, 'passkey.removed');
  }

  async beginSignIn(caller: Caller): Promise<Challenge> {
    const { cookies, options } = await challengeOf(
      await this.library.api.generatePasskeyAuthenticationOptions({
        headers: webHeaders(caller),
        asResponse: true,
      }),
    );
    return { cookies, options: { ...options, userVerification: 'required' } };
  }

  /** The cookies that open a session. @throws Problem 401 */
  async signIn(answer: Record<string, unknown>, caller: Caller): Promise<string[]> {
    const response = await this.library.api.verifyPasskeyAuthentication({
      // What it holds is for the library to judge.
      body: { response: answer as never },
      headers: webHeaders(caller),
      asResponse: true,
    });
    if (!response.ok) throw unusable(401);
    return response.headers.getSetCookie();
  }
}
