import { preparedRowIn } from '../platform/database/prepared.js';
import { change, row, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { FiguresView, UnitFiguresView } from './overview.view.js';

export interface KeptOverview {
  readonly figures: FiguresView;
  /** Every unit at the top; `figures` has only the first. */
  readonly units: UnitFiguresView[];
}

interface Key {
  readonly tenantId: string;
  readonly months: number;
  readonly today: LocalDate;
}

const FIND_FIGURES = {
  name: 'find_figures',
  text: 'select figures from overviews where tenant_id = $1 and months = $2 and computed_on = $3',
};

/** An employer's figures as computed earlier today; null where anything under them has changed since. */
export const findFigures = async (tx: Tx, { tenantId, months, today }: Key): Promise<FiguresView | null> => {
  const kept = await preparedRowIn<{ figures: FiguresView }>(tx, FIND_FIGURES, [tenantId, months, today]);
  return kept?.figures ?? null;
};

export const findUnits = async (
  tx: Tx,
  { tenantId, months, today }: Key,
): Promise<UnitFiguresView[] | null> => {
  const kept = await row<{ units: UnitFiguresView[] }>(
    tx,
    'select units from overviews where tenant_id = $1 and months = $2 and computed_on = $3',
    [tenantId, months, today],
  );
  return kept?.units ?? null;
};

export const keepOverview = async (tx: Tx, key: Key, { figures, units }: KeptOverview): Promise<void> => {
  await change(
    tx,
    `insert into overviews (tenant_id, months, computed_on, figures, units) values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, months) do update
       set computed_on = excluded.computed_on, figures = excluded.figures, units = excluded.units`,
    [key.tenantId, key.months, key.today, JSON.stringify(figures), JSON.stringify(units)],
  );
};

/** The first month of an employer's facts; null where it has none. */
export const recordedFrom = async (tx: Tx, tenantId: string): Promise<LocalDate | null> => {
  const window = await row<{ firstMonth: LocalDate }>(
    tx,
    'select first_month as "firstMonth" from fact_windows where tenant_id = $1',
    [tenantId],
  );
  return window?.firstMonth ?? null;
};
