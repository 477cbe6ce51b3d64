import { rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { PackEffect, PackFidelity, PackSettlement } from './domain/pack.js';

// The latest that was told by each plan whose period is over; what the output policy hid has no figures here either.
const TOLD = `
  told as (
    select distinct on (p.indicator) p.indicator, p.period, p.saved_at, e.content
    from effect_plans p join effect_estimates e on e.partnership_id = p.partnership_id and e.plan_id = p.id
    where p.partnership_id = $1 and e.state = 'ready' and upper(p.period) - 1 <= $2
    order by p.indicator, upper(p.period) desc, e.finished_at desc)`;

export const effectsOf = (tx: Tx, partnershipId: string, until: LocalDate): Promise<PackEffect[]> =>
  rows<PackEffect>(
    tx,
    `with ${TOLD}
     select indicator, lower(period) as "from", upper(period) - 1 as "to", content #>> '{estimate,reading}' as reading,
       content #>> '{estimate,effect,avoided}' as avoided, content #>> '{estimate,effect,lower}' as lower,
       content #>> '{estimate,effect,upper}' as upper, content #>> '{estimate,hidden}' is not null as hidden,
       day_of(saved_at) < lower(period) as preregistered
     from told order by indicator`,
    [partnershipId, until],
  );

export const fidelityUntil = (tx: Tx, partnershipId: string, until: LocalDate): Promise<PackFidelity[]> =>
  rows<PackFidelity>(
    tx,
    `with ${TOLD}, latest as (select content from told order by upper(period) desc, indicator limit 1)
     select f ->> 'kind' as kind, f ->> 'state' as state, (f ->> 'percent')::float8 as percent,
       (f ->> 'days')::float8 as days
     from latest, jsonb_array_elements(content -> 'fidelity') with ordinality as given (f, place) order by place`,
    [partnershipId, until],
  );

/** Statements of periods that are over, the latest first; those withdrawn are not among them. */
export const settlementsUntil = (
  tx: Tx,
  partnershipId: string,
  until: LocalDate,
): Promise<PackSettlement[]> =>
  rows<PackSettlement>(
    tx,
    `select lower(period) as "from", upper(period) - 1 as "to", state, (settled ->> 'net')::float8 as net,
       (settled ->> 'held')::float8 as held, (settled ->> 'cumulative')::float8 as cumulative
     from settlements, lateral (select statement::jsonb -> 'settled' as settled) said
     where partnership_id = $1 and state <> 'withdrawn' and upper(period) - 1 <= $2
     order by upper(period) desc, ordered_at desc`,
    [partnershipId, until],
  );
