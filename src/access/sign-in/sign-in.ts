import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import pg from 'pg';
import { connectionOf } from '../../platform/database/connection.js';
import { Problem } from '../../platform/http/problem.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { signInSecret } from './secret.js';

type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

export interface Session {
  readonly userId: string;
  readonly sessionId: string;
}

export interface UserView {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

const webHeaders = (headers: RequestHeaders): Headers => {
  const plain = new Headers();
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') plain.set(name, value);
  return plain;
};

/** The settings of the library that signs people in; its tables live in a schema of their own. */
export const authentication = (runtime: Pick<Runtime, 'environment' | 'databaseUrl'>) => {
  const { publicUrl, dataDir } = runtime.environment;
  const pool = new pg.Pool({ ...connectionOf(runtime.databaseUrl), options: '-c search_path=auth', max: 5 });
  pool.on('error', () => undefined);
  const settings = {
    database: pool,
    secret: signInSecret(dataDir),
    baseURL: publicUrl,
    basePath: '/api/auth',
    trustedOrigins: [publicUrl],
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: { expiresIn: 12 * 60 * 60, updateAge: 60 * 60 },
    advanced: { cookiePrefix: 'naervaer', useSecureCookies: publicUrl.startsWith('https:') },
    // Attempts are limited by the controller in front of it.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies BetterAuthOptions;
  return { pool, settings, library: betterAuth(settings) };
};

/** Signing in and out, and users' passwords; better-auth does it, this is its only caller. */
@Injectable()
export class SignIn implements OnApplicationShutdown {
  private readonly auth: ReturnType<typeof authentication>;

  constructor(@Inject(RUNTIME) runtime: Runtime) {
    this.auth = authentication(runtime);
  }

  /** The cookies that open a session. @throws Problem 401 for a wrong address or password, alike. */
  async open(email: string, password: string, headers: RequestHeaders): Promise<string[]> {
    const response = await this.auth.library.api.signInEmail({
      body: { email, password },
      headers: webHeaders(headers),
      asResponse: true,
    });
    if (!response.ok)
      throw new Problem(401, 'wrong-credentials', 'The e-mail address or the password is wrong.');
    return response.headers.getSetCookie();
  }

  /** The cookies that end a session in the browser; the session itself is removed. */
  async close(headers: RequestHeaders): Promise<string[]> {
    const response = await this.auth.library.api.signOut({ headers: webHeaders(headers), asResponse: true });
    return response.headers.getSetCookie();
  }

  async session(headers: RequestHeaders): Promise<Session | null> {
    if (!headers['cookie']) return null;
    const found = await this.auth.library.api.getSession({ headers: webHeaders(headers) });
    return found ? { userId: found.user.id, sessionId: found.session.id } : null;
  }

  async findUser(userId: string): Promise<UserView | null> {
    const context = await this.auth.library.$context;
    return context.internalAdapter.findUserById(userId);
  }

  /** Makes a user, or gives the one with this address a new password. Returns the user's id. */
  async setUser(user: {
    readonly email: string;
    readonly name: string;
    readonly password: string;
  }): Promise<string> {
    const context = await this.auth.library.$context;
    const hash = await context.password.hash(user.password);
    const known = await context.internalAdapter.findUserByEmail(user.email);
    if (known) {
      await context.internalAdapter.updatePassword(known.user.id, hash);
      return known.user.id;
    }
    const made = await context.internalAdapter.createUser(
      { email: user.email, name: user.name, emailVerified: true },
      { method: 'admin' },
    );
    await context.internalAdapter.linkAccount({
      userId: made.id,
      providerId: 'credential',
      accountId: made.id,
      password: hash,
    });
    return made.id;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.auth.pool.end();
  }
}
