import { randomUUID } from 'node:crypto';
import { change, type Tx } from '../platform/database/rows.js';
import { addJob } from '../platform/jobs/outbox.js';
import type { LocalDate } from '../shared/local-date.js';
import { placed, type PlacedVersion } from './domain/unit-history.js';
import { unitsOfPaths, type WantedUnit } from './domain/units-of-paths.js';
import { unitTreeChanged } from './organisations.jobs.js';
import { loadVersions, lockTree, replaceVersions } from './unit-versions.repository.js';

/** The units of a roster, found or yet to be made. */
export interface RosterUnits {
  /** In the order wanted. */
  readonly unitIds: readonly string[];
  /** Makes what is missing. */
  write(): Promise<void>;
}

const historyOf = (versions: readonly PlacedVersion[]): ReadonlyMap<string, string> => {
  const histories = new Map<string, string>();
  for (const { unitId, from, to, path } of versions) {
    histories.set(unitId, `${histories.get(unitId) ?? ''} ${from} ${to ?? ''} ${path.join()}`);
  }
  return histories;
};

/** Finds the units of a roster as they stood on the day of its data, and holds the tree still until the transaction ends. */
export const findRosterUnits = async (
  tx: Tx,
  tenantId: string,
  wanted: readonly WantedUnit[],
  asOf: LocalDate,
): Promise<RosterUnits> => {
  await lockTree(tx, tenantId);
  const earlier = await loadVersions(tx, tenantId);
  const found = unitsOfPaths(earlier, wanted, asOf, randomUUID);
  const outcome = placed(found.versions);
  if ('fault' in outcome) throw new Error(`the units of a roster make no tree: ${outcome.fault}`);
  const before = historyOf(earlier);
  const after = historyOf(outcome.ok);
  const changed = new Set([...after.keys()].filter((unitId) => before.get(unitId) !== after.get(unitId)));
  const write = async (): Promise<void> => {
    if (changed.size === 0) return;
    await change(tx, 'insert into units (tenant_id, id) select $1, unnest($2::uuid[])', [
      tenantId,
      found.made,
    ]);
    const versions = outcome.ok.filter((version) => changed.has(version.unitId));
    await replaceVersions(tx, tenantId, [...changed], versions);
    await addJob(tx, unitTreeChanged, { tenantId });
  };
  return { unitIds: found.unitIds, write };
};
