import { change, row, rows, type Tx } from '../../../platform/database/rows.js';
import type { LocalDate } from '../../../shared/local-date.js';
import type { Period } from '../../../shared/period.js';
import type { CellContent } from './cell-content.js';

export const CELLS_STATES = ['building', 'ready', 'failed'] as const;
export type CellsState = (typeof CELLS_STATES)[number];

export interface CellsKey {
  readonly partnershipId: string;
  readonly cellsId: string;
}

export interface StoredCells extends Period {
  readonly id: string;
  readonly state: CellsState;
  readonly orderedAt: Date;
  readonly finishedAt: Date | null;
  readonly content: CellContent | null;
}

const COLUMNS = `id, state, lower(period) as "from", upper(period) - 1 as "to", ordered_at as "orderedAt",
  finished_at as "finishedAt", content`;

/** Null while others are being made: one after the other, for each is compared with all before it. */
export const insertCells = (
  tx: Tx,
  partnershipId: string,
  order: { readonly period: Period; readonly hatId: string; readonly at: Date },
): Promise<StoredCells | null> =>
  row<StoredCells>(
    tx,
    `insert into evaluator_cells (partnership_id, period, state, ordered_by_hat, ordered_at)
     values ($1, daterange($2, $3, '[]'), 'building', $4, $5)
     on conflict (partnership_id) where state = 'building' do nothing returning ${COLUMNS}`,
    [partnershipId, order.period.from, order.period.to, order.hatId, order.at],
  );

export const findCells = (tx: Tx, { partnershipId, cellsId }: CellsKey): Promise<StoredCells | null> =>
  row<StoredCells>(tx, `select ${COLUMNS} from evaluator_cells where partnership_id = $1 and id = $2`, [
    partnershipId,
    cellsId,
  ]);

/** What a list tells of cells: not their rows. */
export interface CellsSummary extends Omit<StoredCells, 'content'> {
  readonly units: number;
  readonly hiddenUnits: number;
  readonly knownUntil: LocalDate | null;
  readonly provisionalMonths: readonly LocalDate[];
}

/** The latest hundred, the newest first. */
export const listCells = (tx: Tx, partnershipId: string): Promise<CellsSummary[]> =>
  rows<CellsSummary>(
    tx,
    `select id, state, lower(period) as "from", upper(period) - 1 as "to", ordered_at as "orderedAt",
       finished_at as "finishedAt", coalesce(jsonb_array_length(content -> 'units'), 0) as units,
       (select count(*)::int from jsonb_array_elements(content -> 'units') unit
        where unit -> 'hidden' ->> 'absence-days' is not null) as "hiddenUnits",
       content ->> 'knownUntil' as "knownUntil", coalesce(content -> 'provisionalMonths', '[]') as "provisionalMonths"
     from evaluator_cells where partnership_id = $1 order by ordered_at desc, id desc limit 100`,
    [partnershipId],
  );

/** Freezes what leaves the house. False when another run was first. */
export const finishCells = async (
  tx: Tx,
  { partnershipId, cellsId }: CellsKey,
  content: CellContent,
  at: Date,
): Promise<boolean> =>
  (await change(
    tx,
    `update evaluator_cells set state = 'ready', content = $3, finished_at = $4
     where partnership_id = $1 and id = $2 and state <> 'ready'`,
    [partnershipId, cellsId, JSON.stringify(content), at],
  )) > 0;

export const failCells = (tx: Tx, { partnershipId, cellsId }: CellsKey, at: Date) =>
  change(
    tx,
    `update evaluator_cells set state = 'failed', finished_at = $3
     where partnership_id = $1 and id = $2 and state = 'building'`,
    [partnershipId, cellsId, at],
  );
