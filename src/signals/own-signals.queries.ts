import type { PersonKey } from '../access/index.js';
import { rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { SignalFacts } from './domain/facts.js';

/** A signal as the person whom it is about reads it. */
export interface OwnSignal {
  readonly id: string;
  readonly rule: string;
  readonly raisedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly reasonFrom: LocalDate;
  readonly reasonTo: LocalDate;
  readonly facts: SignalFacts;
  readonly actedOn: LocalDate | null;
  readonly reasonEndedOn: LocalDate | null;
  readonly withdrawnOn: LocalDate | null;
}

/** Every signal about a person, the newest first. */
export const listOwnSignals = (tx: Tx, { tenantId, personId }: PersonKey): Promise<OwnSignal[]> =>
  rows<OwnSignal>(
    tx,
    `select id, rule, raised_on as "raisedOn", due_on as "dueOn", reason_from as "reasonFrom", reason_to as "reasonTo",
       facts, day_of(acted_at) as "actedOn", reason_ended_on as "reasonEndedOn", day_of(withdrawn_at) as "withdrawnOn"
     from signals where tenant_id = $1 and person_id = $2 order by raised_on desc, id desc`,
    [tenantId, personId],
  );
