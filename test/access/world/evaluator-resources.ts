import { systemActor } from '../../../src/access/index.js';
import { row, rows, type Tx } from '../../../src/platform/database/rows.js';
import { FileStore } from '../../../src/platform/storage/file-store.js';
import type { Maker } from './resources.js';
import type { Found, Position, World } from './world.js';

const TEST = systemActor('operator command');

/** A public key whose other half nobody has kept. */
export const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

const evaluatorOf = async (tx: Tx, id: string): Promise<string> =>
  (
    await row<{ id: string }>(
      tx,
      `select id from partnership_parties where partnership_id = $1 and role = 'evaluator'`,
      [id],
    )
  )?.id ?? '';

/** The evaluating party of a place's partnership. */
export const evaluatorAt = (world: World, position: Position): Promise<string> => {
  const id = world.partnerships[position];
  return world.app.doors.partnership(TEST, id, (tx) => evaluatorOf(tx, id));
};

const basisAt = async (world: World, position: Position, confirmed: boolean): Promise<string> => {
  const { tenantId } = world.spots[position];
  const partnershipId = world.partnerships[position];
  return world.put(
    tenantId,
    `insert into panel_bases (tenant_id, kind, partnership_id, party_id, party_name, ground, reference, purpose, fields,
       period, delete_on, recipient, allows_cpr_link, recorded_by_hat, recorded_at, confirmed_by_hat, confirmed_at)
     values ($1, 'panel', $2, $3, 'Havørn', 'research', 'Sag 1', 'Evaluering', '{absence-days}', '[2026-01-01,2026-02-01)',
       '2027-01-01', $4, true, $5, now(), case when $6 then gen_random_uuid() end, case when $6 then now() end)
     returning id`,
    partnershipId,
    await evaluatorAt(world, position),
    RECIPIENT,
    world.hats['line-manager'].hatId,
    confirmed,
  );
};

const deliveryAt = async (world: World, position: Position): Promise<string> => {
  const { tenantId } = world.spots[position];
  const file = await world.app.nest.get(FileStore).write(tenantId, piece());
  return world.put(
    tenantId,
    `insert into panel_deliveries (tenant_id, basis_id, state, file_id, bytes, rows, people, ordered_by_hat, ordered_at, finished_at)
     values ($1, $2, 'ready', $3, $4, 1, 1, $5, now(), '2026-03-10') returning id`,
    await basisAt(world, position, true),
    file.id,
    file.bytes,
    world.hats['hr-manager'].hatId,
  );
};

async function* piece(): AsyncGenerator<string> {
  yield await Promise.resolve('encrypted');
}

/** A basis of an employer's, waiting where it is to be confirmed and in force where something is to be done on it. */
export const panelBasisAt: Maker = async (world, position, { path }) => ({
  id: await basisAt(world, position, path.endsWith('deliveries')),
});

export const panelDeliveryAt: Maker = async (world, position) => ({ id: await deliveryAt(world, position) });

const sharedAt = async (world: World, position: Position): Promise<string> => {
  const [id, deliveryId] = [world.partnerships[position], await deliveryAt(world, position)];
  const { tenantId } = world.spots[position];
  await world.app.doors.partnership(TEST, id, async (tx) =>
    tx.query(
      `insert into evaluator_deliveries (partnership_id, id, tenant_id, employer_name, party_id, kind, purpose, fields, period,
         delete_on, state, bytes, rows, people, delivered_at)
       values ($1, $2, $3, 'Fjordby', $4, 'panel', 'Evaluering', '{absence-days}', '[2026-01-01,2026-02-01)', '2027-01-01',
         'ready', 9, 1, 1, '2026-03-10')`,
      [id, deliveryId, tenantId, await evaluatorOf(tx, id)],
    ),
  );
  return deliveryId;
};

const cellsAt = async (world: World, id: string): Promise<string> => {
  const [made] = await world.app.doors.partnership(TEST, id, (tx) =>
    rows<{ id: string }>(
      tx,
      `insert into evaluator_cells (partnership_id, period, state, content, ordered_at, finished_at)
       values ($1, '[2025-10-01,2026-01-01)', 'ready',
         '{"partnership": "x", "units": [], "rows": [], "knownUntil": null, "provisionalMonths": []}', now(), now())
       returning id`,
      [id],
    ),
  );
  return made?.id ?? '';
};

/** What the evaluator of a partnership gets. */
export const evaluatorResourceAt: Maker = async (world, position, { path }): Promise<Found> => {
  const id = world.partnerships[position];
  if (path.includes('{cellsId}')) return { id, cellsId: await cellsAt(world, id) };
  if (path.includes('{deliveryId}')) return { id, deliveryId: await sharedAt(world, position) };
  return { id };
};
