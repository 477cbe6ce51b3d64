import { Injectable } from '@nestjs/common';
import { parseCookies } from 'better-auth/cookies';
import { Clock } from '../../platform/clock.js';
import { change, rows } from '../../platform/database/rows.js';
import { invalidField, notFound, Problem } from '../../platform/http/problem.js';
import { isRecord } from '../../shared/record.js';
import { Doors } from '../doors.js';
import { SignInLibrary, webHeaders, type Caller } from './library.js';
import type { PasskeyView, SecondFactorView, TotpBegunView } from './second-factor.dto.js';
import { SignIn } from './sign-in.js';
import { SignInEvents } from './sign-in-events.service.js';
import { takeCode } from './used-codes.queries.js';

export const secondFactorWanted = (): Problem =>
  new Problem(401, 'second-factor-wanted', 'Give the code of your second factor.');

const wrongCode = (): Problem => invalidField('code', 'wrong-code', 'The code is not the one expected now.');

/** A user's authenticator app, backup codes and passkeys; better-auth keeps them. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly doors: Doors,
    private readonly library: SignInLibrary,
    private readonly signIn: SignIn,
    private readonly events: SignInEvents,
    private readonly clock: Clock,
  ) {}

  async describe(userId: string): Promise<SecondFactorView> {
    return this.doors.system('read a user’s second factors', async (tx) => {
      const [totp] = await rows(tx, 'select from auth."twoFactor" where "userId"::text = $1 and verified', [
        userId,
      ]);
      const passkeys = await rows<PasskeyView>(
        tx,
        'select id::text, coalesce(name, \'\') as name, "createdAt" from auth.passkey where "userId"::text = $1 order by "createdAt"',
        [userId],
      );
      return { totp: totp !== undefined, passkeys };
    });
  }

  /** A secret for an authenticator app, not in force before its first code is given. @throws Problem 400 */
  async begin(userId: string, password: string, caller: Caller): Promise<TotpBegunView> {
    await this.checkPassword(userId, password);
    const response = await this.library.api.enableTwoFactor({
      body: { password, method: 'totp' },
      headers: webHeaders(caller),
      asResponse: true,
    });
    if (!response.ok)
      throw new Problem(
        409,
        'second-factor-there',
        'There is an authenticator app already; remove it first.',
      );
    return (await response.json()) as TotpBegunView;
  }

  /** Puts the begun secret in force by its first code; the session is another from here on. @throws Problem 400 */
  async confirm(userId: string, code: string, caller: Caller): Promise<string[]> {
    const response = await this.library.api.verifyTOTP({
      body: { code },
      headers: webHeaders(caller),
      asResponse: true,
    });
    if (!response.ok) throw wrongCode();
    await this.doors.system('take a code', (tx) => takeCode(tx, { userId, code, at: this.clock.now() }));
    await this.events.add(userId, 'second-factor.added');
    return response.headers.getSetCookie();
  }

  /** New backup codes in place of the old ones. @throws Problem 400 */
  async renewBackupCodes(userId: string, password: string, caller: Caller): Promise<string[]> {
    await this.checkPassword(userId, password);
    const response = await this.library.api.generateBackupCodes({
      body: { password },
      headers: webHeaders(caller),
      asResponse: true,
    });
    if (!response.ok) throw notFound();
    return ((await response.json()) as { backupCodes: string[] }).backupCodes;
  }

  /** @throws Problem 400 for a wrong password */
  async remove(userId: string, password: string, caller: Caller): Promise<string[]> {
    await this.checkPassword(userId, password);
    const response = await this.library.api.disableTwoFactor({
      body: { password },
      headers: webHeaders(caller),
      asResponse: true,
    });
    if (!response.ok) throw notFound();
    await this.events.add(userId, 'second-factor.removed');
    return response.headers.getSetCookie();
  }

  /** The second step of signing in, by the cookie of the first. @throws Problem 401 */
  async complete(kind: 'totp' | 'backup-code', code: string, caller: Caller): Promise<string[]> {
    const request = { body: { code }, headers: webHeaders(caller), asResponse: true } as const;
    const userId = await this.whoseStep(caller);
    const response =
      kind === 'totp'
        ? await this.library.api.verifyTOTP(request)
        : await this.library.api.verifyBackupCode(request);
    if (response.ok && (kind === 'backup-code' || (await this.takeOnce(code, response))))
      return response.headers.getSetCookie();
    await this.events.add(userId, 'sign-in.failed');
    throw response.status === 429
      ? new Problem(429, 'too-many-attempts', 'Too many wrong codes. Try again later.')
      : new Problem(401, 'wrong-code', 'The code is not the one expected now.');
  }

  /** Who gave the password of the first step, by its cookie: a wrong code is told of as a wrong password is. */
  private async whoseStep(caller: Caller): Promise<string | null> {
    const { createAuthCookie, internalAdapter } = await this.library.context();
    const cookies = parseCookies(webHeaders(caller).get('cookie') ?? '');
    // A value that nobody can guess, then its signature; whatever else somebody sends is of nobody.
    const [identifier] = /^[\w-]+(?=\.)/.exec(cookies.get(createAuthCookie('two_factor').name) ?? '') ?? [];
    const step = identifier === undefined ? null : await internalAdapter.findVerificationValue(identifier);
    return step?.value ?? null;
  }

  /** Takes the code that opened a session. Where it was used before, it ends the session and says false. */
  private async takeOnce(code: string, opened: Response): Promise<boolean> {
    const session: unknown = await opened.json();
    const user = isRecord(session) ? session['user'] : null;
    if (!isRecord(session) || !isRecord(user)) throw new Error('an opened session is of nobody');
    return this.doors.system('take a code', async (tx) => {
      if (await takeCode(tx, { userId: String(user['id']), code, at: this.clock.now() })) return true;
      await change(tx, 'delete from auth.session where token = $1', [session['token']]);
      return false;
    });
  }

  private async checkPassword(userId: string, password: string): Promise<void> {
    if (!(await this.signIn.isPassword(userId, password)))
      throw invalidField('password', 'wrong-password', 'That is not your password.');
  }
}
