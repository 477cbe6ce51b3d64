import { constants, privateDecrypt, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { createContext } from '../src/application.js';
import { Cipher } from '../src/platform/storage/cipher.js';
import { signBlindly } from '../src/surveys/rounds/blind-signature.js';
import { linkText } from '../src/surveys/rounds/domain/invitation-link.js';
import { openSecrets } from '../src/surveys/rounds/secrets.js';
import { TENANT_ID } from './employer/roster.js';
import { median, rounded } from './measuring.js';
import { postAll } from './post-all.js';
import type { Database } from './stage.js';
import { runtimeOn, StageClock } from './surroundings.js';
import type { Key } from './survey-stock.js';

const SIGNATURES = 500;
const RUNS = 5;

/** A message as long as the key and smaller than its modulus. */
const someBlinded = (): Buffer => Buffer.concat([Buffer.from([0]), randomBytes(255)]);

const aSecond = (count: number, work: () => void): number => {
  const began = performance.now();
  for (let done = 0; done < count; done += 1) work();
  return (count / (performance.now() - began)) * 1000;
};

/** Tokens a second as the server signs them, against nothing but the private operation, turn by turn. */
export const signing = ({ privateKey: key }: Key) => {
  const runs = Array.from({ length: RUNS + 1 }, () => ({
    bare: aSecond(
      SIGNATURES,
      () => void privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, someBlinded()),
    ),
    ours: aSecond(SIGNATURES, () => void signBlindly(key, someBlinded())),
  })).slice(1);
  const [found, limit] = [median(runs.map(({ ours }) => ours)), median(runs.map(({ bare }) => bare))];
  return {
    tokensPerSecond: Math.round(found),
    bareRsaPerSecond: Math.round(limit),
    tokensRatio: rounded(median(runs.map(({ ours, bare }) => ours / bare)), 2),
  };
};

export interface Invited {
  readonly database: Database;
  readonly folder: string;
  readonly roundId: string;
  readonly key: Key;
  readonly count: number;
}

/** Invites so many of the employer's people into the group of a key. @returns what each browser sends for its token */
export const inviteSome = async (
  client: pg.Client,
  { database, folder, roundId, key, count }: Invited,
): Promise<string[]> => {
  const context = await createContext(runtimeOn(database, folder), new StageClock());
  try {
    const cipher = context.get(Cipher);
    const seal = await cipher.sealer(TENANT_ID);
    await client.query(
      'update survey_keys set private_key_cipher = $3 where round_id = $1 and fingerprint = $2',
      [roundId, key.fingerprint, seal(key.pkcs8)],
    );
    const invited = await client.query<{ id: string }>(
      `insert into survey_invitations (tenant_id, round_id, group_id, person_id, channel)
       select tenant_id, round_id, group_id, people.id, 'letter' from people join survey_groups using (tenant_id)
       where round_id = $1 and fingerprint = $2 limit $3 returning invitation_id as id`,
      [roundId, key.fingerprint, count],
    );
    const secrets = await openSecrets(cipher, TENANT_ID);
    return invited.rows.map(({ id: invitationId }) => {
      const secret = secrets.ofLink(invitationId);
      const link = linkText({ tenantId: TENANT_ID, invitationId, secret, fingerprint: key.fingerprint });
      return JSON.stringify({ link, blinded: someBlinded().toString('base64') });
    });
  } finally {
    await context.close();
  }
};

/** Tokens a second over HTTP: the invitation found, the token noted, the key opened, the message signed. */
export const issuing = async (anyUrl: string, bodies: readonly string[]): Promise<number> =>
  Math.round(await postAll(new URL('/api/survey-invitations/tokens', anyUrl).href, bodies));
