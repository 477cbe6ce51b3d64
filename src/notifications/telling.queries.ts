import type { HatActor } from '../access/index.js';
import { rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { Happening, Recipient } from './domain/recipients.js';

/** A signal that there is still reason to act on. */
export const STANDING =
  'signals.withdrawn_at is null and signals.reason_ended_on is null and signals.acted_at is null';

/** The rules of an employer's standing signals. */
export const standingRules = async (tx: Tx, tenantId: string): Promise<string[]> => {
  const found = await rows<{ rule: string }>(
    tx,
    `select distinct rule from signals where tenant_id = $1 and ${STANDING}`,
    [tenantId],
  );
  return found.map(({ rule }) => rule);
};

/** Who is to be told of one rule. */
export interface Audience extends Recipient {
  readonly happening: Happening;
  readonly rule: string;
  readonly urgent: boolean;
}

/**
 * `untold`: what has happened that nobody has been told of. A legal deadline is told of anew with each of its warnings.
 * Who joins later finds what stands on the worklist and is not told of it.
 */
const UNTOLD = `happened as (
  select id, employment_id, unit_id, rule, 'raised' as happening,
    coalesce('deadline-' || (facts ->> 'warnings'), 'signal') as event
  from signals where tenant_id = $1 and ${STANDING}
  union all
  select id, employment_id, unit_id, rule, 'left-unclaimed', 'unclaimed'
  from signals where tenant_id = $1 and ${STANDING} and escalated_at is not null and claimed_by_hat is null
), untold as (
  select * from happened where not exists (
    select from notices where notices.tenant_id = $1 and notices.subject_id = happened.id and notices.event = happened.event)
)`;

/** `managers`: who of the hats leads a person today. */
const MANAGERS = `managers as (
  select distinct untold.id as signal_id, hats.id as hat_id
  from untold
  join employment_terms on employment_terms.tenant_id = $1 and employment_terms.employment_id = untold.employment_id
    and employment_terms.valid @> $2::date
  join hats on hats.role = 'line-manager' and hats.person_id = employment_terms.manager_person_id
)`;

/** `mandated`: which provider may know of which rule in which unit today (definitions 5.2). */
const MANDATED = `mandated as (
  select distinct mandates.provider_id, unit_versions.unit_id, named.rule
  from mandates
  cross join unnest(mandates.rules) as named (rule)
  join mandate_units on mandate_units.tenant_id = mandates.tenant_id and mandate_units.mandate_id = mandates.id
  join unit_versions on unit_versions.tenant_id = mandates.tenant_id and unit_versions.valid @> $2::date
    and mandate_units.unit_id = any (unit_versions.path)
  where mandates.tenant_id = $1 and mandates.valid @> $2::date
)`;

const TOLD = `told as (
  select untold.id, untold.event, managers.hat_id, audience.urgent
  from untold
  join audience using (happening, rule)
  join managers on managers.signal_id = untold.id
  where audience.role = 'line-manager'
  union all
  select untold.id, untold.event, hats.id, audience.urgent
  from untold
  join audience using (happening, rule)
  join hats on hats.role = audience.role
  where audience.role = 'hr-manager'
    and (not audience.in_place_of_manager or untold.id not in (select signal_id from managers))
  union all
  select untold.id, untold.event, hats.id, audience.urgent
  from untold
  join audience using (happening, rule)
  join mandated using (unit_id, rule)
  join hats on hats.role = audience.role and hats.provider_id = mandated.provider_id
  where audience.role in ('retention-consultant', 'team-lead')
)`;

/**
 * Writes down who is told of what has happened and not been told yet, in one statement whatever the number of signals
 * and hats. Returns the hats that must know at once.
 */
export const tell = async (
  tx: Tx,
  {
    tenantId,
    on,
    hats,
    audience,
  }: {
    readonly tenantId: string;
    readonly on: LocalDate;
    readonly hats: readonly HatActor[];
    readonly audience: readonly Audience[];
  },
): Promise<string[]> => {
  const urgent = await rows<{ hat_id: string }>(
    tx,
    `with hats as (
       select * from unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[]) as hats (id, role, provider_id, person_id)
     ), audience as (
       select * from jsonb_to_recordset($7::jsonb) as audience (happening text, rule text, role text, in_place_of_manager boolean, urgent boolean)
     ), ${UNTOLD}, ${MANAGERS}, ${MANDATED}, ${TOLD}, written as (
       insert into notices (tenant_id, hat_id, event, subject_id, urgent)
       select $1, hat_id, event, id, urgent from told
       on conflict do nothing
       returning hat_id, urgent
     )
     select distinct hat_id from written where urgent`,
    [
      tenantId,
      on,
      hats.map((hat) => hat.hatId),
      hats.map((hat) => hat.role),
      hats.map((hat) => hat.providerId),
      hats.map((hat) => hat.personId),
      JSON.stringify(
        audience.map(({ inPlaceOfManager, ...one }) => ({ ...one, in_place_of_manager: inPlaceOfManager })),
      ),
    ],
  );
  return urgent.map((told) => told.hat_id);
};
