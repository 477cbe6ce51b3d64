import { Injectable } from '@nestjs/common';
import { Problem } from '../../platform/http/problem.js';
import { SignInLibrary, webHeaders, type Caller } from './library.js';
import { sessionToken } from './session-cookie.js';

export interface Session {
  readonly userId: string;
  readonly sessionId: string;
}

export interface UserView {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** The cookies of an answer, and whether it opened a session or first wants the second step. */
export interface Opened {
  readonly cookies: string[];
  readonly wantsSecondFactor: boolean;
}

export const wrongCredentials = (): Problem =>
  new Problem(401, 'wrong-credentials', 'The e-mail address or the password is wrong.');

/** Signing in and out, and users' passwords; better-auth does it. */
@Injectable()
export class SignIn {
  constructor(private readonly library: SignInLibrary) {}

  /** @throws Problem 401 for a wrong address or password, alike. */
  async open(email: string, password: string, caller: Caller): Promise<Opened> {
    const response = await this.library.api.signInEmail({
      body: { email, password },
      headers: webHeaders(caller),
      asResponse: true,
    });
    if (!response.ok) throw wrongCredentials();
    const body: unknown = await response.json();
    const wantsSecondFactor = typeof body === 'object' && body !== null && 'twoFactorRedirect' in body;
    return { cookies: response.headers.getSetCookie(), wantsSecondFactor };
  }

  /** The cookies that end a session in the browser; the session itself is removed. */
  async close(caller: Caller): Promise<string[]> {
    const response = await this.library.api.signOut({ headers: webHeaders(caller), asResponse: true });
    return response.headers.getSetCookie();
  }

  /** The session as the library reads it, which also puts off its end where it has been used for an hour. */
  async session(caller: Caller): Promise<Session | null> {
    if (!caller.headers['cookie']) return null;
    const found = await this.library.api.getSession({ headers: webHeaders(caller) });
    return found ? { userId: found.user.id, sessionId: found.session.id } : null;
  }

  /** The token of a session as the caller's cookie tells it, whether or not the session still stands. */
  async tokenOf({ headers }: Caller): Promise<string | null> {
    const { cookie } = headers;
    if (typeof cookie !== 'string') return null;
    const { authCookies, secret } = await this.library.context();
    return sessionToken(cookie, { name: authCookies.sessionToken.name, secret });
  }

  async findUser(userId: string): Promise<UserView | null> {
    return (await this.library.context()).internalAdapter.findUserById(userId);
  }

  async findUserByEmail(email: string): Promise<UserView | null> {
    const found = await (await this.library.context()).internalAdapter.findUserByEmail(email);
    return found?.user ?? null;
  }

  async hasPassword(userId: string): Promise<boolean> {
    return (await this.passwordHash(userId)) !== null;
  }

  async isPassword(userId: string, password: string): Promise<boolean> {
    const hash = await this.passwordHash(userId);
    return hash !== null && (await this.library.context()).password.verify({ hash, password });
  }

  /** Gives a user a password, in place of the one they may have had. */
  async setPassword(userId: string, password: string): Promise<void> {
    const { password: passwords, internalAdapter } = await this.library.context();
    const hash = await passwords.hash(password);
    if (await this.hasPassword(userId)) return internalAdapter.updatePassword(userId, hash);
    await internalAdapter.linkAccount({
      userId,
      providerId: 'credential',
      accountId: userId,
      password: hash,
    });
  }

  /** The user with this address, made where the address is new. */
  async ensureUser(user: { readonly email: string; readonly name: string }): Promise<string> {
    const known = await this.findUserByEmail(user.email);
    if (known) return known.id;
    const { internalAdapter } = await this.library.context();
    const made = await internalAdapter.createUser(
      { email: user.email, name: user.name, emailVerified: true },
      { method: 'admin' },
    );
    return made.id;
  }

  /** Makes a user, or gives the one with this address a new password. Returns the user's id. */
  async setUser(user: {
    readonly email: string;
    readonly name: string;
    readonly password: string;
  }): Promise<string> {
    const userId = await this.ensureUser(user);
    await this.setPassword(userId, user.password);
    return userId;
  }

  /** The user whom a provider knows by this name of its own. */
  async findLinked(providerId: string, subject: string): Promise<string | null> {
    const account = await (
      await this.library.context()
    ).adapter.findOne<{ userId: string }>({
      model: 'account',
      where: [
        { field: 'providerId', value: providerId },
        { field: 'accountId', value: subject },
      ],
    });
    return account?.userId ?? null;
  }

  async link(userId: string, providerId: string, subject: string): Promise<void> {
    await (
      await this.library.context()
    ).internalAdapter.linkAccount({
      userId,
      providerId,
      accountId: subject,
    });
  }

  /** The cookies of a session for a user whom an employer's identity provider has vouched for. */
  async openFor(userId: string, caller: Caller): Promise<string[]> {
    const response = await this.library.api.openSession({
      body: { userId },
      headers: webHeaders(caller),
      asResponse: true,
    });
    return response.headers.getSetCookie();
  }

  private async passwordHash(userId: string): Promise<string | null> {
    const accounts = await (await this.library.context()).internalAdapter.findAccounts(userId);
    return accounts.find(({ providerId }) => providerId === 'credential')?.password ?? null;
  }
}
