import { change, row, rows, type Tx } from '../platform/database/rows.js';
import type { Prepared } from '../platform/database/prepared.js';
import type { LocalDate } from '../shared/local-date.js';
import { STRONG_METHODS, type SignInMethod } from './domain/sign-in-method.js';
import type { Doors } from './doors.js';
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

export type KnownSession = {
  readonly sessionId: string;
  readonly userId: string;
  /** Whether it was last put off so long ago that its end may be put off again. */
  readonly mayProlong: boolean;
  /** Whether its last use was written down long enough ago to be written again. */
  readonly isStale: boolean | null;
  readonly method: SignInMethod | null;
  readonly boundTo: string | null;
  readonly obstacle: string | null;
} & (HatRow | { readonly id: null });

const FIND_SESSION: Prepared = { name: 'find_session', text: 'select * from find_session($1, $2, $3, $4)' };

/** A session that stands, by its token, and the hat it wears if it still may; read anew for every request. */
export const findSession = (
  doors: Doors,
  token: string,
  today: LocalDate,
  now: Date,
): Promise<KnownSession | null> => doors.ask<KnownSession>(FIND_SESSION, [token, today, now, STRONG_METHODS]);

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
