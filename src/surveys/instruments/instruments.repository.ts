import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { Instrument } from './domain/instrument.js';
import type { OwnRight } from './domain/licence.js';

/** What is kept of a version: identity, version and licence come from elsewhere. */
export type Definition = Pick<Instrument, 'name' | 'introduction' | 'items' | 'scales' | 'pages'>;

export interface StoredVersion {
  readonly version: number;
  readonly revision: number;
  readonly definition: Definition;
  readonly savedAt: Date;
  readonly publishedAt: Date | null;
}

export interface StoredInstrument {
  readonly id: string;
  readonly retiredAt: Date | null;
  readonly published: StoredVersion | null;
  readonly draft: StoredVersion | null;
}

export interface StoredRight extends OwnRight {
  readonly recordedAt: Date;
}

const VERSION = `version, revision, definition, saved_at as "savedAt", published_at as "publishedAt"`;

interface VersionRow extends StoredVersion {
  readonly id: string;
  readonly retiredAt: Date | null;
}

/** The newest published version and the draft, if any, of each instrument of an employer, or of one of them. */
export const listStored = async (tx: Tx, tenantId: string, id?: string): Promise<StoredInstrument[]> => {
  const found = await rows<VersionRow>(
    tx,
    `select distinct on (i.instrument_id, v.published_at is null) i.instrument_id as id, i.retired_at as "retiredAt", ${VERSION}
     from instruments i join instrument_versions v using (tenant_id, instrument_id)
     where tenant_id = $1 and ($2::text is null or instrument_id = $2)
     order by i.instrument_id, v.published_at is null, v.version desc`,
    [tenantId, id ?? null],
  );
  return [...new Set(found.map((each) => each.id))].map((each) => {
    const versions = found.filter((version) => version.id === each);
    return {
      id: each,
      retiredAt: versions[0]?.retiredAt ?? null,
      published: versions.find(({ publishedAt }) => publishedAt !== null) ?? null,
      draft: versions.find(({ publishedAt }) => publishedAt === null) ?? null,
    };
  });
};

export const findStored = async (tx: Tx, tenantId: string, id: string): Promise<StoredInstrument | null> =>
  (await listStored(tx, tenantId, id))[0] ?? null;

export const listVersions = (
  tx: Tx,
  tenantId: string,
  id: string,
): Promise<{ readonly version: number; readonly publishedAt: Date }[]> =>
  rows(
    tx,
    `select version, published_at as "publishedAt" from instrument_versions
     where tenant_id = $1 and instrument_id = $2 and published_at is not null order by version desc`,
    [tenantId, id],
  );

export const insertInstrument = (
  tx: Tx,
  tenantId: string,
  id: string,
  at: Date,
  hatId: string,
): Promise<number> =>
  change(
    tx,
    `insert into instruments (tenant_id, instrument_id, started_at, started_by_hat) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [tenantId, id, at, hatId],
  );

/** Begins a draft; 0 where there is one already. */
export const insertDraft = (
  tx: Tx,
  tenantId: string,
  id: string,
  { version, definition, at, hatId }: { version: number; definition: Definition; at: Date; hatId: string },
): Promise<number> =>
  change(
    tx,
    `insert into instrument_versions (tenant_id, instrument_id, version, definition, saved_at, saved_by_hat)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [tenantId, id, version, JSON.stringify(definition), at, hatId],
  );

/** 0 where there is no draft, or somebody saved it since. */
export const updateDraft = (
  tx: Tx,
  tenantId: string,
  id: string,
  { revision, definition, at, hatId }: { revision: number; definition: Definition; at: Date; hatId: string },
): Promise<number> =>
  change(
    tx,
    `update instrument_versions set definition = $4, revision = revision + 1, saved_at = $5, saved_by_hat = $6
     where tenant_id = $1 and instrument_id = $2 and revision = $3 and published_at is null`,
    [tenantId, id, revision, JSON.stringify(definition), at, hatId],
  );

export const publishDraft = (
  tx: Tx,
  tenantId: string,
  id: string,
  at: Date,
  hatId: string,
): Promise<number> =>
  change(
    tx,
    `update instrument_versions set published_at = $3, published_by_hat = $4
     where tenant_id = $1 and instrument_id = $2 and published_at is null`,
    [tenantId, id, at, hatId],
  );

/** Takes the draft away, and with it an instrument of which nothing was published. */
export const deleteDraft = async (tx: Tx, tenantId: string, id: string): Promise<number> => {
  const gone = await change(
    tx,
    'delete from instrument_versions where tenant_id = $1 and instrument_id = $2 and published_at is null',
    [tenantId, id],
  );
  await change(
    tx,
    `delete from instruments i where tenant_id = $1 and instrument_id = $2
       and not exists (select from instrument_versions v where v.tenant_id = i.tenant_id and v.instrument_id = i.instrument_id)`,
    [tenantId, id],
  );
  return gone;
};

export const setRetired = (tx: Tx, tenantId: string, id: string, at: Date | null): Promise<number> =>
  change(
    tx,
    `update instruments set retired_at = $3 where tenant_id = $1 and instrument_id = $2
       and (retired_at is null) = ($3::timestamptz is not null)`,
    [tenantId, id, at],
  );

const RIGHTS = `
  select instrument_id as id, granted_by as "grantedBy", basis, reference, granted_on as "grantedOn", recorded_at as "recordedAt"
  from instrument_rights where tenant_id = $1 and withdrawn_at is null`;

/** The rights that stand, by instrument. */
export const listRights = async (tx: Tx, tenantId: string): Promise<ReadonlyMap<string, StoredRight>> => {
  const found = await rows<StoredRight & { readonly id: string }>(tx, RIGHTS, [tenantId]);
  return new Map(found.map(({ id, ...right }) => [id, right]));
};

export const findRight = async (tx: Tx, tenantId: string, id: string): Promise<StoredRight | null> =>
  row<StoredRight>(tx, `${RIGHTS} and instrument_id = $2`, [tenantId, id]);

export const insertRight = (
  tx: Tx,
  tenantId: string,
  id: string,
  { right, at, hatId }: { right: OwnRight; at: Date; hatId: string },
): Promise<number> =>
  change(
    tx,
    `insert into instrument_rights (tenant_id, instrument_id, granted_by, basis, reference, granted_on, recorded_at,
       recorded_by_hat)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tenantId, id, right.grantedBy, right.basis, right.reference, right.grantedOn, at, hatId],
  );

export const withdrawRight = (
  tx: Tx,
  tenantId: string,
  id: string,
  at: Date,
  hatId: string,
): Promise<number> =>
  change(
    tx,
    `update instrument_rights set withdrawn_at = $3, withdrawn_by_hat = $4
     where tenant_id = $1 and instrument_id = $2 and withdrawn_at is null`,
    [tenantId, id, at, hatId],
  );
