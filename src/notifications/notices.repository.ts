import { inReach } from '../access/index.js';
import { change, rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import { notPaused } from '../signals/index.js';
import type { NoticeKind } from './domain/notice-mail.js';
import { STANDING, stepStands } from './telling.queries.js';

export interface NewNotice {
  readonly hatId: string;
  readonly event: string;
  /** A signal, or the introduction of a step. */
  readonly subjectId: string;
  readonly urgent: boolean;
}

/** As many as one statement takes; a go-live may raise thousands of signals. */
const BATCH = 20_000;

/** Writes down who is told of what, nobody twice of one thing. */
export const addNotices = async (tx: Tx, tenantId: string, notices: readonly NewNotice[]): Promise<void> => {
  for (let from = 0; from < notices.length; from += BATCH) {
    const batch = notices.slice(from, from + BATCH);
    await change(
      tx,
      `insert into notices (tenant_id, hat_id, event, subject_id, urgent)
       select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::boolean[])
       on conflict do nothing`,
      [
        tenantId,
        batch.map((notice) => notice.hatId),
        batch.map((notice) => notice.event),
        batch.map((notice) => notice.subjectId),
        batch.map((notice) => notice.urgent),
      ],
    );
  }
};

export interface WaitingNotice {
  readonly id: string;
  readonly kind: NoticeKind;
}

/** The hats of an employer's notices that are in no mail yet. */
export const listWaitingHats = async (tx: Tx, tenantId: string): Promise<string[]> => {
  const found = await rows<{ hat_id: string }>(
    tx,
    'select distinct hat_id from notices where tenant_id = $1 and mail_id is null',
    [tenantId],
  );
  return found.map((waiting) => waiting.hat_id);
};

/** Drops what need not be told any more: the reason is gone, or the hat is, or its mandate. */
export const dropStale = async (
  tx: Tx,
  tenantId: string,
  { hatIds, on }: { readonly hatIds: readonly string[]; readonly on: LocalDate },
): Promise<number> =>
  change(
    tx,
    `delete from notices where tenant_id = $1 and mail_id is null and (hat_id <> all ($2::uuid[])
       or not exists (select from signals where signals.tenant_id = $1 and signals.id = notices.subject_id and ${STANDING})
         and not ${stepStands('$3')})`,
    [tenantId, hatIds, on],
  );

/** The notices of some hats that are in no mail yet, kept from other transactions until this one ends. */
export const takeWaiting = async (
  tx: Tx,
  hatIds: readonly string[],
  {
    urgent,
    ofProviders,
    on,
  }: { readonly urgent: boolean; readonly ofProviders: readonly string[]; readonly on: LocalDate },
): Promise<WaitingNotice[]> =>
  rows<WaitingNotice>(
    tx,
    `select notices.id, case when event like 'deadline-%' then 'deadline' when event like 'step-%' then 'step' else event end as kind
     from notices
     left join signals on signals.tenant_id = notices.tenant_id and signals.id = notices.subject_id
     where ${inReach('notices.tenant_id')} and notices.hat_id = any ($1::uuid[]) and notices.mail_id is null and (notices.urgent or not $2)
       and (signals.id is not null and ${STANDING} and (notices.hat_id <> all ($3::uuid[]) or ${notPaused('signals')}) or ${stepStands('$4')})
     for update of notices`,
    [hatIds, urgent, ofProviders, on],
  );

export const putInMail = async (tx: Tx, noticeIds: readonly string[], mailId: string): Promise<void> => {
  await change(
    tx,
    `update notices set mail_id = $2 where ${inReach('tenant_id')} and id = any ($1::uuid[])`,
    [noticeIds, mailId],
  );
};
