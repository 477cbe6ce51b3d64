import { change, row, rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import { STRONG_METHODS, type SignInMethod } from './domain/sign-in-method.js';
import { HAT_COLUMNS, type HatRow } from './hat.js';
import type { HatView } from './session.dto.js';

export interface SessionKey {
  readonly userId: string;
  readonly sessionId: string;
  readonly today: LocalDate;
}

export interface Opening {
  readonly sessionId: string;
  readonly method: SignInMethod;
  readonly tenantId: string | null;
  readonly at: Date;
}

/** Why a session may not wear one of `hats`, or null: the hat's employer wants a second factor from a day on. */
const OBSTACLE = `
  case when settings.second_factor_required_from <= $3::date
    and coalesce(opening.method, 'password') <> all ($4::text[]) then 'second-factor' end`;

/** The hats that session $1 of user $2 may know of: one opened by an employer's SSO knows of that employer's only. */
const OWN_HATS = `
  from hats
  left join session_openings opening on opening.session_id = $1
  left join sign_in_settings settings on settings.tenant_id = hats.tenant_id
  left join tenants on tenants.id = hats.tenant_id
  left join providers on providers.id = hats.provider_id
  left join partnerships on partnerships.partnership_id = hats.partnership_id
  where hats.user_id = $2 and hats.ended_at is null
    and (opening.tenant_id is null or opening.tenant_id = hats.tenant_id)`;

const parametersOf = ({ sessionId, userId, today }: SessionKey) => [sessionId, userId, today, STRONG_METHODS];

export const recordOpening = async (tx: Tx, opening: Opening): Promise<void> => {
  await change(
    tx,
    `insert into session_openings (session_id, method, tenant_id, opened_at, last_used_at) values ($1, $2, $3, $4, $4)
     on conflict (session_id) do update set method = excluded.method, last_used_at = excluded.last_used_at`,
    [opening.sessionId, opening.method, opening.tenantId, opening.at],
  );
};

interface KnownSession {
  readonly method: SignInMethod | null;
  readonly boundTo: string | null;
  /** Whether its last use was written down long enough ago to be written again. */
  readonly isStale: boolean | null;
  readonly obstacle: string | null;
}

/** What is known of a session besides its user, and the hat it wears if it still may; one statement, for every request. */
export const readSession = (tx: Tx, key: SessionKey, now: Date) =>
  row<KnownSession & (HatRow | { readonly id: null })>(
    tx,
    `select opening.method, opening.tenant_id as "boundTo", ${OBSTACLE} as obstacle,
       opening.last_used_at < $5::timestamptz - interval '5 minutes' as "isStale",
       hats.id, hats.user_id, hats.role, hats.tenant_id, hats.provider_id, hats.partnership_id, hats.person_id, hats.language
     from (select $1::text as id) session
     left join session_openings opening on opening.session_id = session.id
     left join worn_hats worn on worn.session_id = session.id
     left join hats on hats.id = worn.hat_id and hats.user_id = $2 and hats.ended_at is null
       and (opening.tenant_id is null or opening.tenant_id = hats.tenant_id)
     left join sign_in_settings settings on settings.tenant_id = hats.tenant_id`,
    [...parametersOf(key), now],
  );

const findWearable = (tx: Tx, key: SessionKey, hatId: string): Promise<HatRow | null> =>
  row<HatRow>(
    tx,
    `select ${HAT_COLUMNS} from hats where id in (select hats.id ${OWN_HATS} and (${OBSTACLE}) is null) and id = $5`,
    [...parametersOf(key), hatId],
  );

/** Puts on a hat that the session may wear; null where it may not. */
export const putOn = async (tx: Tx, key: SessionKey, hatId: string, at: Date): Promise<HatRow | null> => {
  const hat = await findWearable(tx, key, hatId);
  if (!hat) return null;
  await change(
    tx,
    `insert into worn_hats (session_id, hat_id, put_on_at) values ($1, $2, $3)
     on conflict (session_id) do update set hat_id = excluded.hat_id, put_on_at = excluded.put_on_at`,
    [key.sessionId, hatId, at],
  );
  await change(tx, 'update hats set last_worn_at = $2 where id = $1', [hatId, at]);
  return hat;
};

export const listOwnHats = (tx: Tx, key: SessionKey): Promise<HatView[]> =>
  rows<HatView>(
    tx,
    `select hats.id, role, coalesce(tenants.name, providers.name, partnerships.name) as "partyName",
       hats.tenant_id as "tenantId", hats.partnership_id as "partnershipId", ${OBSTACLE} as obstacle
     ${OWN_HATS} order by 3, role`,
    parametersOf(key),
  );

export const markUsed = async (tx: Tx, sessionId: string, at: Date): Promise<void> => {
  await change(tx, 'update session_openings set last_used_at = $2 where session_id = $1', [sessionId, at]);
};
