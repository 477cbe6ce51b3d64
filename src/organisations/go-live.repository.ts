import { change, row, rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import { DEFAULT_NOTICE_DAYS, type GoLiveRecord } from './domain/go-live.js';

const NOTHING: GoLiveRecord = {
  dpiaApprovedBy: null,
  dpiaApprovedOn: null,
  worksCouncilOn: null,
  minutesReference: null,
  informedText: null,
  informedOn: null,
  noticeDays: DEFAULT_NOTICE_DAYS,
  recipients: null,
  retention: null,
  liveFrom: null,
};

export const loadGoLive = async (tx: Tx, tenantId: string): Promise<GoLiveRecord> =>
  (await row<GoLiveRecord>(
    tx,
    `select dpia_approved_by as "dpiaApprovedBy", dpia_approved_on as "dpiaApprovedOn", works_council_on as "worksCouncilOn",
            minutes_reference as "minutesReference", informed_text as "informedText", informed_on as "informedOn",
            notice_days as "noticeDays", recipients, retention, live_from as "liveFrom"
     from go_lives where tenant_id = $1`,
    [tenantId],
  )) ?? NOTHING;

/** When a record was kept, and by whom; null for the operator. */
export interface Recording {
  readonly hatId: string | null;
  readonly at: Date;
}

/** Records of an employer come one after another. */
export const lockGoLive = (tx: Tx, tenantId: string): Promise<unknown> =>
  row(tx, `select pg_advisory_xact_lock(hashtextextended('go_lives ' || $1::text, 0))`, [tenantId]);

/** Puts a record into force, and beside those kept before it; gives its number. */
export const saveGoLive = async (
  tx: Tx,
  tenantId: string,
  record: GoLiveRecord,
  { hatId, at }: Recording,
): Promise<number> => {
  await change(
    tx,
    `insert into go_lives (tenant_id, dpia_approved_by, dpia_approved_on, works_council_on, minutes_reference,
       informed_text, informed_on, notice_days, recipients, retention, live_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (tenant_id) do update set
       dpia_approved_by = excluded.dpia_approved_by, dpia_approved_on = excluded.dpia_approved_on,
       works_council_on = excluded.works_council_on, minutes_reference = excluded.minutes_reference,
       informed_text = excluded.informed_text, informed_on = excluded.informed_on, notice_days = excluded.notice_days,
       recipients = excluded.recipients, retention = excluded.retention, live_from = excluded.live_from`,
    [
      tenantId,
      record.dpiaApprovedBy,
      record.dpiaApprovedOn,
      record.worksCouncilOn,
      record.minutesReference,
      record.informedText,
      record.informedOn,
      record.noticeDays,
      record.recipients,
      record.retention,
      record.liveFrom,
    ],
  );
  const kept = await row<{ number: number }>(
    tx,
    `insert into go_live_records (tenant_id, number, record, recorded_by_hat, recorded_at)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4 from go_live_records where tenant_id = $1 returning number`,
    [tenantId, JSON.stringify(record), hatId, at],
  );
  if (!kept) throw new Error('the record was not kept');
  return kept.number;
};

/** Keeps the assessment that was approved beside the record that says so. */
export const keepAssessment = (
  tx: Tx,
  tenantId: string,
  number: number,
  { cipher, hash }: { readonly cipher: Buffer; readonly hash: Buffer },
): Promise<number> =>
  change(
    tx,
    'insert into impact_assessments (tenant_id, number, document_cipher, document_hash) values ($1, $2, $3, $4)',
    [tenantId, number, cipher, hash],
  );

/** As it was sealed. */
export const findAssessment = async (tx: Tx, tenantId: string, number: number): Promise<Buffer | null> =>
  (
    await row<{ document: Buffer }>(
      tx,
      'select document_cipher as document from impact_assessments where tenant_id = $1 and number = $2',
      [tenantId, number],
    )
  )?.document ?? null;

export interface KeptRecord extends GoLiveRecord {
  readonly number: number;
  readonly recordedAt: Date;
  readonly recordedByHat: string | null;
  /** SHA-256 of the assessment kept with this record, in hexadecimal; null where it approves none anew. */
  readonly assessmentHash: string | null;
}

/** Every record as it was kept, the newest first: a page of them, and how many there are. */
export const listGoLiveRecords = async (
  tx: Tx,
  tenantId: string,
  wanted: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: KeptRecord[]; readonly total: number }> => {
  const found = await rows<
    Omit<KeptRecord, keyof GoLiveRecord> & { readonly record: GoLiveRecord; readonly total: number }
  >(
    tx,
    `select r.number, r.record, r.recorded_by_hat as "recordedByHat", r.recorded_at as "recordedAt",
       encode(a.document_hash, 'hex') as "assessmentHash", count(*) over ()::int as total
     from go_live_records r left join impact_assessments a on a.tenant_id = r.tenant_id and a.number = r.number
     where r.tenant_id = $1 order by r.number desc limit $2 offset $3`,
    [tenantId, wanted.limit, wanted.offset],
  );
  const items = found.map(({ record, total: _, ...kept }) => ({ ...record, ...kept }));
  return { items, total: found[0]?.total ?? 0 };
};

/** The last record that had a first day of signals: what the employees have been told. */
export const findLastLive = async (tx: Tx, tenantId: string): Promise<GoLiveRecord | null> =>
  (
    await row<{ record: GoLiveRecord }>(
      tx,
      `select record from go_live_records where tenant_id = $1 and record ->> 'liveFrom' is not null
       order by number desc limit 1`,
      [tenantId],
    )
  )?.record ?? null;

/** Whether an employer's signals may be raised and people told on a day. */
export const isLive = async (tx: Tx, tenantId: string, on: LocalDate): Promise<boolean> =>
  (await row(tx, 'select 1 from go_lives where tenant_id = $1 and live_from <= $2::date', [tenantId, on])) !==
  null;

/** Calendar days from telling the employees of a new rule to the first signal; null while the employer is not live. */
export const findNoticeDays = async (tx: Tx, tenantId: string, on: LocalDate): Promise<number | null> => {
  const live = await row<{ days: number }>(
    tx,
    'select notice_days as days from go_lives where tenant_id = $1 and live_from <= $2::date',
    [tenantId, on],
  );
  return live?.days ?? null;
};
