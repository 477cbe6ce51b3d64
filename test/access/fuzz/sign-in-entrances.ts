import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { rows } from '../../../src/platform/database/rows.js';
import { PASSWORD } from '../people.js';
import { codeOf } from '../totp.js';
import { ask, at, enrolled, newSession, newUser, request, signIn, type Entrance } from './caller.js';
import type { World } from '../world/world.js';

const NEXT = 'en helt anden adgangskode';

/** A secret as a mail would hold it, and its hash as the database does. */
const mailed = () => {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: createHash('sha256').update(token).digest() };
};

const userIdOf = async (world: World, email: string): Promise<string> => {
  const [found] = await world.app.doors.system('test', (tx) =>
    rows<{ id: string }>(tx, 'select id::text as id from auth."user" where email = $1', [email]),
  );
  return found?.id ?? '';
};

const invited = async (world: World): Promise<string> => {
  const { token, hash } = mailed();
  await world.put(
    world.spots.own.tenantId,
    `insert into invitations (tenant_id, invited_by, email, name, role, language, invited_at, expires_at, token_hash)
     values ($1, uuidv7(), $2, 'Lis', 'employee', 'da', '2026-03-11', '2026-03-18', $3) returning id`,
    `${randomUUID()}@example.dk`,
    hash,
  );
  return token;
};

/** Of somebody's own way in, and of what is mailed to them. */
export const SIGN_IN_ENTRANCES: Readonly<Record<string, Entrance>> = {
  'POST /api/session': async (world) =>
    request('POST', '/api/session', {}, { email: await newUser(world), password: PASSWORD }),
  'POST /api/session/second-step': async (world) => {
    const { email, backupCode } = await enrolled(world);
    const first = request('POST', '/api/session', {}, { email, password: PASSWORD });
    const { cookie } = await ask(world, first, [401]);
    return request('POST', '/api/session/second-step', { cookie }, { kind: 'backup-code', code: backupCode });
  },
  'PUT /api/session/hat': async (world) => {
    const headers = await newSession(world);
    const { body } = await ask(world, request('GET', '/api/session', headers));
    return request('PUT', '/api/session/hat', headers, { hatId: at(body, 'hats', 0, 'id') });
  },
  'GET /api/sessions': async (world) => request('GET', '/api/sessions', await newSession(world)),
  'DELETE /api/sessions': async (world) => request('DELETE', '/api/sessions', await newSession(world)),
  'DELETE /api/sessions/{id}': async (world) => {
    const email = await newUser(world);
    const other = await signIn(world, email);
    const { body } = await ask(world, request('GET', '/api/sessions', other));
    return request('DELETE', `/api/sessions/${at(body, 0, 'id')}`, await signIn(world, email));
  },
  'PUT /api/password': async (world) =>
    request('PUT', '/api/password', await newSession(world), { current: PASSWORD, next: NEXT }),
  'POST /api/password/resets': async (world) => {
    const { token, hash } = mailed();
    const userId = await userIdOf(world, await newUser(world));
    await world.app.doors.system('test', (tx) =>
      rows(
        tx,
        `insert into password_resets (user_id, created_at, expires_at, token_hash)
         values ($1, '2026-03-11', '2026-03-18', $2)`,
        [userId, hash],
      ),
    );
    return request('POST', '/api/password/resets', {}, { token, password: NEXT });
  },
  'GET /api/second-factor': async (world) => request('GET', '/api/second-factor', await newSession(world)),
  'POST /api/second-factor/totp': async (world) =>
    request('POST', '/api/second-factor/totp', await newSession(world), { password: PASSWORD }),
  'PUT /api/second-factor/totp': async (world) => {
    const headers = await newSession(world);
    const begun = request('POST', '/api/second-factor/totp', headers, { password: PASSWORD });
    const code = await codeOf(at((await ask(world, begun)).body, 'totpURI'));
    return request('PUT', '/api/second-factor/totp', headers, { code });
  },
  'POST /api/second-factor/totp/removal': async (world) =>
    request('POST', '/api/second-factor/totp/removal', (await enrolled(world)).headers, {
      password: PASSWORD,
    }),
  'POST /api/second-factor/backup-codes': async (world) =>
    request('POST', '/api/second-factor/backup-codes', (await enrolled(world)).headers, {
      password: PASSWORD,
    }),
  'POST /api/second-factor/passkeys/options': async (world) =>
    request('POST', '/api/second-factor/passkeys/options', await newSession(world)),
  'POST /api/second-factor/passkeys': async (world) => {
    const headers = await newSession(world);
    await ask(world, request('POST', '/api/second-factor/passkeys/options', headers));
    return request('POST', '/api/second-factor/passkeys', headers, { name: 'Telefon', response: {} });
  },
  'DELETE /api/second-factor/passkeys/{id}': async (world) => {
    const email = await newUser(world);
    const [kept] = await world.app.doors.system('test', async (tx) =>
      rows<{ id: string }>(
        tx,
        `insert into auth.passkey (id, name, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp", "createdAt")
         select gen_random_uuid(), 'Telefon', '', id, gen_random_uuid()::text, 0, 'singleDevice', false, now()
         from auth."user" where email = $1 returning id::text as id`,
        [email],
      ),
    );
    const headers = await signIn(world, email);
    return request('DELETE', `/api/second-factor/passkeys/${kept?.id ?? ''}`, headers);
  },
  'POST /api/invitations/openings': async (world) =>
    request('POST', '/api/invitations/openings', {}, { token: await invited(world) }),
  'POST /api/invitations/acceptances': async (world) =>
    request('POST', '/api/invitations/acceptances', {}, { token: await invited(world), password: PASSWORD }),
};
