import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { change, row, type Tx } from '../database/rows.js';
import type { JobDefinition } from './job.js';

/**
 * Decodes and checks a payload against its definition.
 * @throws Error naming the job and the fields at fault, never their values.
 */
export const decodePayload = <Payload extends object>(
  job: JobDefinition<Payload>,
  payload: unknown,
): Payload => {
  const decoded = plainToInstance(job.payload, payload);
  const faults = validateSync(decoded, {
    whitelist: true,
    forbidNonWhitelisted: true,
    // A payload without any field is a payload too.
    forbidUnknownValues: false,
  });
  if (faults.length === 0) return decoded;
  throw new Error(`job ${job.name}: unusable ${faults.map((fault) => fault.property).join(', ')}`);
};

/**
 * One that waits with the same payload. Its lock keeps a worker from beginning it before this transaction's change is
 * there to be seen; one that another transaction holds is passed over.
 */
const findWaiting = (tx: Tx, job: string, payload: object): Promise<{ id: string } | null> =>
  row(
    tx,
    `select id from outbox where job = $1 and payload = $2::jsonb and attempt = 0 and done_at is null
     limit 1 for update skip locked`,
    [job, JSON.stringify(payload)],
  );

/** Adds a job in the transaction of the change that causes it; it is queued after the commit. Returns its id. */
export const addJob = async <Payload extends object>(
  tx: Tx,
  job: JobDefinition<Payload>,
  payload: NoInfer<Payload>,
  options: { readonly dueAt?: Date } = {},
): Promise<string> => {
  const checked = decodePayload(job, payload);
  const tenantId = 'tenantId' in checked ? checked.tenantId : null;
  const waiting = job.merges && !options.dueAt ? await findWaiting(tx, job.name, checked) : null;
  if (waiting) return waiting.id;
  // The id is made here and not returned by the database: a row may be written that the door cannot read.
  const added = await row<{ id: string }>(tx, 'select uuidv7() as id');
  await tx.query(
    'insert into outbox (id, tenant_id, job, payload, due_at) values ($1, $2, $3, $4, coalesce($5, now()))',
    [added?.id, tenantId, job.name, JSON.stringify(checked), options.dueAt ?? null],
  );
  return added?.id ?? '';
};

/**
 * Adds one job a payload, by one statement whatever their number. Where the job merges, a payload that waits already is
 * not added again; of equal ones only one is.
 */
export const addJobs = async <Payload extends object>(
  tx: Tx,
  job: JobDefinition<Payload>,
  payloads: readonly NoInfer<Payload>[],
): Promise<void> => {
  if (payloads.length === 0) return;
  await change(
    tx,
    `with wanted as (select ${job.merges ? 'distinct' : ''} payload from jsonb_array_elements($2::jsonb) w (payload)),
     waiting as (
       select o.payload from outbox o join wanted on wanted.payload = o.payload
       where $3 and o.job = $1 and o.attempt = 0 and o.done_at is null
       for update of o skip locked
     )
     insert into outbox (id, tenant_id, job, payload, due_at)
     select uuidv7(), (payload->>'tenantId')::uuid, $1, payload, now()
     from wanted where payload not in (select payload from waiting)`,
    [job.name, JSON.stringify(payloads.map((payload) => decodePayload(job, payload))), job.merges],
  );
};

/**
 * Adds a job for every row of a query, in one statement, whatever their number. The handler checks each payload when it
 * works it.
 * @param from gives `payload` (jsonb) and `later` (interval): how long each waits
 */
export const addJobsFrom = <Payload extends object>(
  tx: Tx,
  job: JobDefinition<Payload>,
  {
    tenantId,
    from,
    parameters,
  }: { readonly tenantId: string; readonly from: string; readonly parameters: readonly unknown[] },
): Promise<number> =>
  change(
    tx,
    `insert into outbox (id, tenant_id, job, payload, due_at)
     select uuidv7(), $${parameters.length + 1}::uuid, $${parameters.length + 2}, payload, now() + later from (${from}) wanted`,
    [...parameters, tenantId, job.name],
  );
