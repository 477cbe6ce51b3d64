import type { PersonKey } from '../access/index.js';
import { change, count, row, rows, type Tx } from '../platform/database/rows.js';
import type { Cipher } from '../platform/storage/cipher.js';
import type { LocalDate } from '../shared/local-date.js';
import type { RequestKind, RequestOutcome, RequestState } from './domain/request.js';
import type { EmployeeRequestView } from './own-page.view.js';

interface Kept extends Omit<EmployeeRequestView, 'text' | 'decision'> {
  readonly textCipher: Buffer | null;
  readonly decisionCipher: Buffer | null;
  readonly total: number;
}

const STATE = `case when r.decided_at is not null then 'decided' when r.withdrawn_at is not null then 'withdrawn' else 'asked' end`;
const COLUMNS = `r.id, r.kind, ${STATE} as state,
  r.asked_on as "askedOn", r.text_cipher as "textCipher", r.decided_at as "decidedAt", r.outcome,
  r.decision_cipher as "decisionCipher", r.person_id as "personId", people.name as "personName"`;
const FROM = `employee_requests r join people on people.tenant_id = r.tenant_id and people.id = r.person_id`;

const opened = async (
  cipher: Cipher,
  tenantId: string,
  { textCipher, decisionCipher, total: _total, ...request }: Kept,
): Promise<EmployeeRequestView> => ({
  ...request,
  text: await cipher.openText(tenantId, textCipher),
  decision: await cipher.openText(tenantId, decisionCipher),
});

/** What one person has asked for, the newest first. */
export const listOwn = async (
  tx: Tx,
  cipher: Cipher,
  { tenantId, personId }: PersonKey,
): Promise<EmployeeRequestView[]> => {
  const found = await rows<Kept>(
    tx,
    `select ${COLUMNS} from ${FROM} where r.tenant_id = $1 and r.person_id = $2 order by r.asked_at desc, r.id desc`,
    [tenantId, personId],
  );
  return Promise.all(found.map((request) => opened(cipher, tenantId, request)));
};

/** A page of what an employer's people ask for: open ones first, the oldest on top. */
export const listAsked = async (
  tx: Tx,
  cipher: Cipher,
  tenantId: string,
  wanted: { readonly state?: RequestState | undefined; readonly limit: number; readonly offset: number },
): Promise<{ readonly items: EmployeeRequestView[]; readonly total: number }> => {
  const found = await rows<Kept>(
    tx,
    `select ${COLUMNS}, count(*) over ()::int as total from ${FROM}
     where r.tenant_id = $1 and ($2::text is null or ${STATE} = $2)
     order by coalesce(r.decided_at, r.withdrawn_at) desc nulls first, r.asked_at, r.id limit $3 offset $4`,
    [tenantId, wanted.state ?? null, wanted.limit, wanted.offset],
  );
  const items = await Promise.all(found.map((request) => opened(cipher, tenantId, request)));
  return { items, total: found[0]?.total ?? 0 };
};

/** The new request's id; null where one of the kind is not decided yet. */
export const insertRequest = async (
  tx: Tx,
  cipher: Cipher,
  { tenantId, personId }: PersonKey,
  asked: { readonly kind: RequestKind; readonly text: string; readonly on: LocalDate; readonly at: Date },
): Promise<string | null> => {
  const made = await row<{ id: string }>(
    tx,
    `insert into employee_requests (tenant_id, person_id, kind, text_cipher, asked_on, asked_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
    [tenantId, personId, asked.kind, await cipher.sealText(tenantId, asked.text), asked.on, asked.at],
  );
  return made?.id ?? null;
};

export interface RequestToDecide {
  readonly personId: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
}

export const findRequest = (tx: Tx, tenantId: string, id: string): Promise<RequestToDecide | null> =>
  row<RequestToDecide>(
    tx,
    `select person_id as "personId", kind, ${STATE} as state from employee_requests r
     where tenant_id = $1 and id = $2 for update`,
    [tenantId, id],
  );

export const decideRequest = async (
  tx: Tx,
  cipher: Cipher,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  decision: {
    readonly outcome: RequestOutcome;
    readonly text: string;
    readonly hatId: string;
    readonly at: Date;
  },
): Promise<void> => {
  await change(
    tx,
    `update employee_requests set outcome = $3, decision_cipher = $4, decided_by_hat = $5, decided_at = $6
     where tenant_id = $1 and id = $2`,
    [
      tenantId,
      id,
      decision.outcome,
      await cipher.sealText(tenantId, decision.text),
      decision.hatId,
      decision.at,
    ],
  );
};

export const withdrawRequest = async (tx: Tx, tenantId: string, id: string, at: Date): Promise<void> => {
  await change(tx, 'update employee_requests set withdrawn_at = $3 where tenant_id = $1 and id = $2', [
    tenantId,
    id,
    at,
  ]);
};

/** How many of an employer's requests wait for an answer. */
export const countAsked = (tx: Tx, tenantId: string): Promise<number> =>
  count(
    tx,
    'select from employee_requests where tenant_id = $1 and decided_at is null and withdrawn_at is null',
    [tenantId],
  );

/** Whom a request is of; null where it is gone. */
export const findAsker = async (tx: Tx, tenantId: string, id: string): Promise<string | null> =>
  (
    await row<{ personId: string }>(
      tx,
      'select person_id as "personId" from employee_requests where tenant_id = $1 and id = $2',
      [tenantId, id],
    )
  )?.personId ?? null;

/** When human resources last decided to tell a person the names behind the look-ups. */
export const namesGrantedAt = async (tx: Tx, { tenantId, personId }: PersonKey): Promise<Date | null> =>
  (
    await row<{ at: Date | null }>(
      tx,
      `select max(decided_at) as at from employee_requests
       where tenant_id = $1 and person_id = $2 and kind = 'look-up-names' and outcome = 'granted'`,
      [tenantId, personId],
    )
  )?.at ?? null;
