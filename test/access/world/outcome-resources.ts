import { randomUUID } from 'node:crypto';
import { systemActor } from '../../../src/access/index.js';
import { planFor } from '../../../src/outcomes/effect/domain/plan-for.js';
import { snapshotText } from '../../../src/outcomes/settlement/domain/snapshot.js';
import { hashOf, statementText } from '../../../src/outcomes/settlement/statement.js';
import { contentHash, hashOfVersion, type ContractParty } from '../../../src/partnerships/index.js';
import { rows, type Tx } from '../../../src/platform/database/rows.js';
import { addDays, localDate } from '../../../src/shared/local-date.js';
import { contractContent, signedBundle } from '../../factories/settlement.js';
import type { Maker } from './resources.js';
import type { World } from './world.js';

const TEST = systemActor('operator command');

/** The plan of the own partnership, for ordering an estimate by. */
export const PLAN_ID = '0190b9f0-0000-7000-8000-000000000001';

const { bundle } = signedBundle();
const statement = statementText(bundle.content.statement);
export const STATEMENT_HASH = hashOf(statement);

export const partiesOf = (tx: Tx, id: string): Promise<ContractParty[]> =>
  rows<ContractParty>(
    tx,
    `select id, role, name, '["figures", "effect", "money", "minutes"]'::jsonb as sees
     from partnership_parties where partnership_id = $1 order by role`,
    [id],
  );

export const agreed = async (tx: Tx, id: string, parties: readonly ContractParty[]): Promise<void> => {
  const content = contractContent({
    parties,
    period: { from: localDate('2025-01-01'), to: localDate('2027-12-31') },
    baseline: { months: 24, from: localDate('2023-01-01'), to: localDate('2024-12-31') },
  });
  const validFrom = content.period.from;
  const hash = hashOfVersion({ partnershipId: id, version: 1, validFrom, content });
  await tx.query(
    `insert into contract_versions (partnership_id, version, state, content, content_hash, valid_from, proposed_by_hat,
       proposed_by_party, proposed_at, agreed_by_hat, agreed_by_party, agreed_at)
     values ($1, 1, 'agreed', $2, $3, $4, gen_random_uuid(), $5, now(), gen_random_uuid(), $6, now())
     on conflict do nothing`,
    [id, JSON.stringify(content), hash, validFrom, parties[0]?.id, parties[1]?.id],
  );
  const [indicator] = content.indicators;
  const period = { from: localDate('2025-01-01'), to: localDate('2025-12-31') };
  const plan = indicator && planFor(content, indicator, period, hash);
  await tx.query(
    `insert into effect_plans (partnership_id, id, indicator, period, contract_version, plan, plan_hash, saved_at)
     values ($1, $2, 'spells', daterange($3, $4, '[]'), 1, $5, $6, now()) on conflict do nothing`,
    [id, PLAN_ID, period.from, period.to, JSON.stringify(plan), contentHash(plan)],
  );
};

const keptSnapshot = async (world: World, id: string): Promise<string> => {
  const snapshot = snapshotText({ ...bundle.content.snapshot, partnershipId: id });
  const hash = hashOf(snapshot);
  await world.app.doors.system('test', (tx) =>
    tx.query(
      `insert into settlement_snapshots (hash, partnership_id, snapshot, taken_at) values ($1, $2, $3, now())
       on conflict do nothing`,
      [hash, id, snapshot],
    ),
  );
  return hash;
};

const stateFor = (path: string): string => {
  if (path.endsWith('approve')) return 'commented';
  if (path.endsWith('sign')) return 'approved';
  return path.endsWith('send') || path.endsWith('bundle.json') ? 'signed' : 'draft';
};

let made = 0;

/** The effect and the settlements of the own partnership, which has agreed on a contract; each settlement a day of its own. */
export const outcomeAt: Maker = async (world, position, { path }) => {
  const id = world.partnerships[position];
  const settlementId = randomUUID();
  if (position !== 'own') return { id, settlementId };
  const snapshotHash = await keptSnapshot(world, id);
  await world.app.doors.partnership(TEST, id, async (tx) => {
    const parties = await partiesOf(tx, id);
    await agreed(tx, id, parties);
    if (!path.includes('{settlementId}')) return;
    const state = stateFor(path);
    const signed = state === 'signed';
    made += 1;
    const day = addDays(localDate('2000-01-01'), made);
    await tx.query(
      `insert into settlements (partnership_id, id, period, contract_version, state, statement, statement_hash,
         snapshot_hash, signature, public_key, signed_at, ordered_at)
       values ($1, $2, daterange($3, $3, '[]'), 1, $4, $5, $6, $7, $8, $9, $10, now())`,
      [
        id,
        settlementId,
        day,
        state,
        statement,
        STATEMENT_HASH,
        snapshotHash,
        signed ? bundle.signature : null,
        signed ? bundle.content.publicKey : null,
        signed ? new Date() : null,
      ],
    );
    if (state === 'approved')
      await tx.query(
        `insert into settlement_steps (partnership_id, settlement_id, step, hat_id, person, party_id, taken_at)
         values ($1, $2, 'approve', $3, repeat('0', 64), $4, now())`,
        [id, settlementId, world.hats.payer.hatId, parties.find(({ role }) => role === 'employer')?.id],
      );
  });
  return { id, settlementId };
};
