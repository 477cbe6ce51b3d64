import { atomsOf } from '../../../disclosure/index.js';
import { change, row, rows, type Tx } from '../../../platform/database/rows.js';
import type { LocalDate } from '../../../shared/local-date.js';
import { monthsOf, type Period } from '../../../shared/period.js';
import type { DecidedCell, EarlierTrackCell } from '../domain/decide-tracks.js';
import type { TrackMeasure } from '../domain/track-measures.js';
import type { TrackContent } from './track-content.js';

export interface Authority {
  readonly id: string;
  readonly name: string;
}

export const authoritiesOf = (tx: Tx, partnershipId: string, period: Period): Promise<Authority[]> =>
  rows<Authority>(
    tx,
    `select distinct tenant_id as id, name from partnership_authorities
     where partnership_id = $1 and valid && daterange($2, $3, '[]') order by name, id`,
    [partnershipId, period.from, period.to],
  );

export const addAuthority = (
  tx: Tx,
  partnershipId: string,
  authority: Authority,
  valid: Period,
): Promise<number> =>
  change(
    tx,
    `insert into partnership_authorities (partnership_id, tenant_id, name, valid)
     values ($1, $2, $3, daterange($4, $5, '[]'))`,
    [partnershipId, authority.id, authority.name, valid.from, valid.to],
  );

export interface TrackRelease {
  readonly id: string;
  readonly content: TrackContent;
  readonly knownUntil: LocalDate | null;
  readonly releasedAt: Date;
}

/** The latest release of a period. */
export const findTrackRelease = (
  tx: Tx,
  partnershipId: string,
  period: Period,
): Promise<TrackRelease | null> =>
  row<TrackRelease>(
    tx,
    `select id, content, known_until as "knownUntil", released_at as "releasedAt" from track_releases
     where partnership_id = $1 and period = daterange($2, $3, '[]') order by released_at desc, id desc limit 1`,
    [partnershipId, period.from, period.to],
  );

/** Only one release of a partnership is made at a time: each is compared with all before it. */
export const lockTrackReleases = (tx: Tx, partnershipId: string): Promise<unknown> =>
  row(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`tracks of ${partnershipId}`]);

interface LedgerRow {
  readonly measure: TrackMeasure;
  readonly units: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly amounts: readonly number[];
  readonly readAt: string;
}

/** All that has left the house of the tracks before. */
export const releasedTrackCells = async (tx: Tx, partnershipId: string): Promise<EarlierTrackCell[]> => {
  const found = await rows<LedgerRow>(
    tx,
    `select measure, units, lower(period) as "from", upper(period) - 1 as "to", amounts, to_jsonb(read_at) #>> '{}' as "readAt"
     from track_released_cells where partnership_id = $1 and reason is null order by read_at, measure, cell`,
    [partnershipId],
  );
  return found.map(({ from, to, ...cell }) => ({
    ...cell,
    atoms: atomsOf(cell.units, monthsOf({ from, to })),
  }));
};

/** Ids are in the order of time: of two releases at one instant the later is known by it. */
export const nextReleaseId = async (tx: Tx): Promise<string> => {
  const next = await row<{ id: string }>(tx, 'select uuidv7() as id');
  if (!next) throw new Error('no id was made');
  return next.id;
};

export interface NewTrackRelease {
  readonly id: string;
  readonly period: Period;
  readonly content: TrackContent;
  readonly knownUntil: LocalDate | null;
  readonly cells: readonly (DecidedCell & { readonly span: Period })[];
  readonly hatId: string | null;
  readonly at: Date;
}

/** Writes down what leaves the house, with its ledger. */
export const insertTrackRelease = async (
  tx: Tx,
  partnershipId: string,
  release: NewTrackRelease,
): Promise<void> => {
  await change(
    tx,
    `insert into track_releases (partnership_id, period, content, known_until, released_by_hat, released_at, id)
     values ($1, daterange($2, $3, '[]'), $4, $5, $6, $7, $8)`,
    [
      partnershipId,
      release.period.from,
      release.period.to,
      JSON.stringify(release.content),
      release.knownUntil,
      release.hatId,
      release.at,
      release.id,
    ],
  );
  const lines = release.cells.map(({ measure, unit, units, above, below, reason, span }) => ({
    measure,
    cell: unit?.id ?? 'whole',
    units,
    reason,
    amounts: reason === null ? [above, below] : null,
    from: span.from,
    to: span.to,
  }));
  await change(
    tx,
    `insert into track_released_cells (partnership_id, release_id, measure, cell, period, units, reason, amounts, read_at)
     select $1, $2, measure, cell, daterange("from", "to", '[]'), units, reason, amounts, $4
     from jsonb_to_recordset($3) as given (measure text, cell text, "from" date, "to" date, units uuid[], reason text,
       amounts double precision[])`,
    [partnershipId, release.id, JSON.stringify(lines), release.at],
  );
};
