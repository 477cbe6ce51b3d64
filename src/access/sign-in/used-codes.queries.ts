import { change, type Tx } from '../../platform/database/rows.js';

/** Longer than an app's code is taken: half a minute before and after its own. */
const MINUTES = 5;

/**
 * Takes a code of a user's authenticator app, which is good once (RFC 6238, section 5.2): false where it was taken
 * before, also by somebody at the same moment.
 */
export const takeCode = async (
  tx: Tx,
  { userId, code, at }: { readonly userId: string; readonly code: string; readonly at: Date },
): Promise<boolean> => {
  const taken = await change(
    tx,
    `insert into used_codes as known (user_id, code, used_at) values ($1, $2, $3)
     on conflict (user_id, code) do update set used_at = excluded.used_at
       where known.used_at < excluded.used_at - make_interval(mins => ${MINUTES})`,
    [userId, code, at],
  );
  return taken > 0;
};
