import { change, row, type Tx } from '../../platform/database/rows.js';
import type { BaselineTotal } from '../domain/baseline.js';
import type { IndicatorCell } from '../domain/indicator-cell.js';

/** The months before the start of a version, as they were read when it was agreed. */
export interface FrozenBaseline {
  readonly version: number;
  readonly cells: readonly IndicatorCell[];
  readonly hash: string;
  readonly totals: readonly BaselineTotal[];
  readonly frozenAt: Date;
}

const COLUMNS = `version, cells, cells_hash as hash, totals, frozen_at as "frozenAt"`;

export const findBaseline = (
  tx: Tx,
  partnershipId: string,
  version: number,
): Promise<FrozenBaseline | null> =>
  row<FrozenBaseline>(
    tx,
    `select ${COLUMNS} from contract_baselines where partnership_id = $1 and version = $2`,
    [partnershipId, version],
  );

/** That of the version before one, as a later one keeps what was frozen for workplaces that stay. */
export const baselineBefore = (
  tx: Tx,
  partnershipId: string,
  version: number,
): Promise<FrozenBaseline | null> =>
  row<FrozenBaseline>(
    tx,
    `select ${COLUMNS} from contract_baselines where partnership_id = $1 and version < $2 order by version desc limit 1`,
    [partnershipId, version],
  );

export const insertBaseline = (
  tx: Tx,
  partnershipId: string,
  { version, cells, hash, totals, frozenAt }: FrozenBaseline,
): Promise<number> =>
  change(
    tx,
    `insert into contract_baselines (partnership_id, version, cells, cells_hash, totals, frozen_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (partnership_id, version) do nothing`,
    [partnershipId, version, JSON.stringify(cells), hash, JSON.stringify(totals), frozenAt],
  );
