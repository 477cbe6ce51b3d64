import { randomUUID } from 'node:crypto';
import { systemActor } from '../../../src/access/index.js';
import { row, type Tx } from '../../../src/platform/database/rows.js';
import type { Operation } from './operations.js';
import { agreed, partiesOf } from './outcome-resources.js';
import type { Found, Position, World } from './world.js';

const put = async (tx: Tx, sql: string, values: readonly unknown[]): Promise<string> =>
  (await row<{ id: string }>(tx, sql, values))?.id ?? '';

const within = async (tx: Tx, id: string, { path }: Operation): Promise<Found> => {
  const parties = await partiesOf(tx, id);
  await agreed(tx, id, parties);
  await tx.query(
    `insert into contract_baselines (partnership_id, version, cells, cells_hash, totals)
     values ($1, 1, '[]', repeat('0', 64), '[]') on conflict do nothing`,
    [id],
  );
  const partyId = parties[0]?.id ?? '';
  const found = { id, partyId, version: '1' };
  if (path.includes('{entryId}')) {
    const entryId = await put(
      tx,
      `insert into capital_entries (partnership_id, kind, party_id, amount, on_day, note)
       values ($1, 'paid-in', $2, 100, '2026-03-01', 'x') returning id`,
      [id, partyId],
    );
    return { ...found, entryId };
  }
  if (path.includes('{barrierId}')) {
    const barrierId = await put(
      tx,
      `insert into implementation_barriers (partnership_id, kind, seen_on, what) values ($1, 'time', '2026-03-01', 'x') returning id`,
      [id],
    );
    return { ...found, barrierId };
  }
  return found;
};

/** What the agreed contract of the own partnership brings: its version and baseline, entries of the ledger, barriers. */
export const contractAt = (world: World, position: Position, operation: Operation): Promise<Found> => {
  const id = world.partnerships[position];
  if (position !== 'own') {
    const [entryId, barrierId] = [randomUUID(), randomUUID()];
    return Promise.resolve({ id, version: '1', partyId: randomUUID(), entryId, barrierId });
  }
  return world.app.doors.partnership(systemActor('operator command'), id, (tx) => within(tx, id, operation));
};
