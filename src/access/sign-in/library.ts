import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import pg from 'pg';
import { connectionOf } from '../../platform/database/connection.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { openSession } from './open-session.plugin.js';
import { signInSecret } from './secret.js';

/** Under this header, which no caller can set, the library finds the caller's address as the HTTP server knows it. */
const ADDRESS = 'x-naervaer-address';

/** A caller as the library wants to know them. */
export interface Caller {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly ip?: string;
}

export const webHeaders = ({ headers, ip }: Caller): Headers => {
  const plain = new Headers();
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') plain.set(name, value);
  plain.delete(ADDRESS);
  if (ip !== undefined) plain.set(ADDRESS, ip);
  return plain;
};

/** The library itself is content with a key that anybody may touch; two factors it is only with its owner's word. */
const refuseUnverified = (isVerified: boolean): void => {
  if (!isVerified) throw new APIError('UNAUTHORIZED', { message: 'the key did not verify its owner' });
};

/** The settings of the library that signs people in; its tables live in a schema of their own. */
export const authentication = (runtime: Pick<Runtime, 'environment' | 'databaseUrl'>) => {
  const { publicUrl, keyDir } = runtime.environment;
  const { hostname, origin } = new URL(publicUrl);
  const pool = new pg.Pool({ ...connectionOf(runtime.databaseUrl), options: '-c search_path=auth', max: 5 });
  pool.on('error', () => undefined);
  const settings = {
    appName: 'Nærvær',
    database: pool,
    secret: signInSecret(keyDir),
    baseURL: publicUrl,
    basePath: '/api/auth',
    trustedOrigins: [origin],
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    // A passkey is added only within a quarter of an hour of signing in.
    session: { expiresIn: 12 * 60 * 60, updateAge: 60 * 60, freshAge: 15 * 60 },
    advanced: {
      cookiePrefix: 'naervaer',
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [ADDRESS] },
    },
    plugins: [
      twoFactor({ issuer: 'Nærvær' }),
      passkey({
        rpID: hostname,
        rpName: 'Nærvær',
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) =>
            refuseUnverified(verification.registrationInfo?.userVerified === true),
        },
        authentication: {
          afterVerification: ({ verification }) =>
            refuseUnverified(verification.authenticationInfo.userVerified),
        },
      }),
      openSession(),
    ],
    // Attempts are limited by the controllers in front of it.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies BetterAuthOptions;
  return { pool, settings, library: betterAuth(settings) };
};

/** better-auth, as one for the whole process. */
@Injectable()
export class SignInLibrary implements OnApplicationShutdown {
  private readonly made: ReturnType<typeof authentication>;

  constructor(@Inject(RUNTIME) runtime: Runtime) {
    this.made = authentication(runtime);
  }

  get api() {
    return this.made.library.api;
  }

  context() {
    return this.made.library.$context;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.made.pool.end();
  }
}
