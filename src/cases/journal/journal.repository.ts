import { change, row, type Tx } from '../../platform/database/rows.js';

export interface CaseKey {
  readonly tenantId: string;
  readonly id: string;
}

export interface JournalState {
  readonly employer: string;
  readonly required: boolean;
  readonly employeeNumbers: string[];
  readonly exportedAt: Date | null;
  readonly documentSha256: string | null;
  readonly journalNumber: string | null;
  readonly acknowledgedAt: Date | null;
}

export const findJournal = async (tx: Tx, { tenantId, id }: CaseKey): Promise<JournalState> => {
  const found = await row<JournalState>(
    tx,
    `select e.name as employer, e.sector <> 'private' as required, j.exported_at as "exportedAt",
       j.document_sha256 as "documentSha256", j.journal_number as "journalNumber", j.acknowledged_at as "acknowledgedAt",
       array(select employee_number from employments m where m.tenant_id = c.tenant_id and m.person_id = c.person_id
         order by 1) as "employeeNumbers"
     from cases c join employers e on e.tenant_id = c.tenant_id
     left join case_journals j on j.tenant_id = c.tenant_id and j.case_id = c.id
     where c.tenant_id = $1 and c.id = $2`,
    [tenantId, id],
  );
  if (!found) throw new Error('a case without an employer');
  return found;
};

/**
 * Writes down that the document was handed over; a newer one needs its own acknowledgement. Returns whether the case
 * still stood as the document tells it: closed then, and nothing noted about its signals since.
 */
export const recordExport = async (
  tx: Tx,
  { tenantId, id }: CaseKey,
  by: { readonly hatId: string; readonly at: Date; readonly sha256: string; readonly closedAt: Date },
): Promise<boolean> =>
  (await change(
    tx,
    `with same as (
       select from cases c where c.tenant_id = $1 and c.id = $2 and date_trunc('milliseconds', c.closed_at) = $6
         and not exists (select from case_signals s join contacts n on n.tenant_id = s.tenant_id and n.signal_id = s.signal_id
           where s.tenant_id = c.tenant_id and s.case_id = c.id and n.recorded_at > $3)
       for update of c)
     insert into case_journals (tenant_id, case_id, exported_at, exported_by_hat, document_sha256)
     select $1, $2, $3, $4, $5 from same
     on conflict (tenant_id, case_id) do update set exported_at = $3, exported_by_hat = $4, document_sha256 = $5,
       journal_number = null, acknowledged_at = null, acknowledged_by_hat = null`,
    [tenantId, id, by.at, by.hatId, by.sha256, by.closedAt],
  )) === 1;

/** How many exports were acknowledged: 1, or 0 where this document is not the newest. */
export const acknowledge = (
  tx: Tx,
  { tenantId, id }: CaseKey,
  by: {
    readonly hatId: string;
    readonly at: Date;
    readonly journalNumber: string;
    readonly documentSha256: string;
  },
): Promise<number> =>
  change(
    tx,
    `update case_journals set journal_number = $3, acknowledged_at = $4, acknowledged_by_hat = $5
     where tenant_id = $1 and case_id = $2 and document_sha256 = $6`,
    [tenantId, id, by.journalNumber, by.at, by.hatId, by.documentSha256],
  );

/** A contact on a signal stands in every case that took it up: a closed one's journal does not have it yet. */
export const forgetJournalsOf = async (tx: Tx, tenantId: string, signalId: string): Promise<void> => {
  await change(
    tx,
    `delete from case_journals where tenant_id = $1
       and case_id in (select case_id from case_signals where tenant_id = $1 and signal_id = $2)`,
    [tenantId, signalId],
  );
};

/** A case that is opened again has no journal yet. */
export const forgetJournal = async (tx: Tx, { tenantId, id }: CaseKey): Promise<void> => {
  await change(tx, 'delete from case_journals where tenant_id = $1 and case_id = $2', [tenantId, id]);
};
