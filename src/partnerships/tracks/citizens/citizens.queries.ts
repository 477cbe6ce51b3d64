import type { HatActor } from '../../../access/index.js';
import { row, rows, type Tx } from '../../../platform/database/rows.js';
import { offsetOf, type PageQuery } from '../../../platform/http/page.js';
import type { LocalDate } from '../../../shared/local-date.js';
import type { CitizenOrder, CitizenScope, ContactFilter } from './citizens.dto.js';
import type { CitizenContactView, CitizenRow, CitizenSpanView } from './citizens.view.js';
import type { Benefit } from '../domain/benefit.js';

interface Wanted {
  readonly scope: CitizenScope;
  readonly benefit?: Benefit | undefined;
  readonly contact?: ContactFilter | undefined;
  readonly sort: CitizenOrder;
  readonly limit: number;
  readonly offset: number;
}

const ORDER: Readonly<Record<CitizenOrder, string>> = {
  nextContact: '"nextContactOn" nulls last, "caseNumber"',
  '-nextContact': '"nextContactOn" desc nulls first, "caseNumber"',
  caseNumber: '"caseNumber"',
  '-caseNumber': '"caseNumber" desc',
  weeks: 'weeks, "caseNumber"',
  '-weeks': 'weeks desc, "caseNumber"',
  benefitWeeks: '"benefitWeeks", "caseNumber"',
  '-benefitWeeks': '"benefitWeeks" desc, "caseNumber"',
  coachChanges: '"coachChanges", "caseNumber"',
  '-coachChanges': '"coachChanges" desc, "caseNumber"',
};

/**
 * Where citizens stand whom a hat reaches: a caseworker all of the authority's, a job coach those whose coach the last
 * week names by a code that is linked to the hat. $1 the authority, $2 the hat, $3 only its own.
 */
const REACHED = `
  select c.id, c.case_number as "caseNumber", s.benefit, (s.last_week - s.benefit_since) / 7 + 1 as "benefitWeeks",
    (s.last_week - s.first_week) / 7 + 1 as weeks, s.last_week as "lastWeek", coach.code as coach,
    caseworker.code as caseworker, s.coach_changes as "coachChanges", met.next as "nextContactOn",
    met.last as "lastContactOn"
  from citizens c
  join citizen_standings s on s.tenant_id = $1 and s.citizen_id = c.id
  left join track_workers coach on coach.tenant_id = $1 and coach.id = s.coach_id
  left join track_workers caseworker on caseworker.tenant_id = $1 and caseworker.id = s.caseworker_id
  left join lateral (select min(planned_on) filter (where held_on is null) as next, max(held_on) as last
    from citizen_contacts n where n.tenant_id = $1 and n.citizen_id = c.id) met on true
  where c.tenant_id = $1 and (not $3 or coach.hat_id = $2 or caseworker.hat_id = $2)`;

const CONTACT: Readonly<Record<ContactFilter, string>> = {
  overdue: '"nextContactOn" < $4::date',
  planned: '"nextContactOn" >= $4::date',
  none: '"nextContactOn" is null and $4::date is not null',
};

const reachParameters = ({ tenantId, hatId, role }: HatActor, scope: CitizenScope): unknown[] => [
  tenantId,
  hatId,
  role !== 'caseworker' || scope === 'mine',
];

export const findCitizens = async (
  tx: Tx,
  actor: HatActor,
  today: LocalDate,
  wanted: Wanted,
): Promise<{ readonly items: CitizenRow[]; readonly total: number }> => {
  const filter = wanted.contact ? CONTACT[wanted.contact] : '$4::date is not null';
  const found = await rows<CitizenRow & { total: number }>(
    tx,
    `select *, count(*) over ()::int as total from (${REACHED}) r
     where ($5::text is null or benefit = $5) and ${filter} order by ${ORDER[wanted.sort]} limit $6 offset $7`,
    [...reachParameters(actor, wanted.scope), today, wanted.benefit ?? null, wanted.limit, wanted.offset],
  );
  return { items: found.map(({ total: _total, ...citizen }) => citizen), total: found[0]?.total ?? 0 };
};

/** One citizen in reach; null for another. */
export const findCitizen = (tx: Tx, actor: HatActor, id: string): Promise<CitizenRow | null> =>
  row<CitizenRow>(tx, `select * from (${REACHED}) r where id = $4`, [...reachParameters(actor, 'all'), id]);

export const findByCaseNumber = (tx: Tx, actor: HatActor, caseNumber: string): Promise<CitizenRow | null> =>
  row<CitizenRow>(tx, `select * from (${REACHED}) r where "caseNumber" = $4`, [
    ...reachParameters(actor, 'all'),
    caseNumber,
  ]);

/** The weeks of a citizen, those alike put together; a missing week ends a span. */
export const spansOf = (tx: Tx, tenantId: string, citizenId: string): Promise<CitizenSpanView[]> =>
  rows<CitizenSpanView>(
    tx,
    `select min(week) as "from", max(week) as "to", count(*)::int as weeks, benefit, coach, caseworker from (
       select w.week, w.benefit, coach.code as coach, caseworker.code as caseworker,
         w.week - 7 * row_number() over (partition by w.benefit, coach_id, caseworker_id order by week)::int as island
       from citizen_weeks w
       left join track_workers coach on coach.tenant_id = $1 and coach.id = w.coach_id
       left join track_workers caseworker on caseworker.tenant_id = $1 and caseworker.id = w.caseworker_id
       where w.tenant_id = $1 and w.citizen_id = $2) weeks
     group by benefit, coach, caseworker, island order by 1`,
    [tenantId, citizenId],
  );

export type FoundContact = Omit<CitizenContactView, 'byName'> & { readonly hatId: string };

/** A page of contacts: those to come and overdue first, then the latest held. */
export const contactsOf = async (
  tx: Tx,
  tenantId: string,
  citizenId: string,
  page: PageQuery,
): Promise<{ readonly items: FoundContact[]; readonly total: number }> => {
  const items = await rows<FoundContact>(
    tx,
    `select id, kind, planned_on as "plannedOn", held_on as "heldOn", recorded_by_hat as "hatId" from citizen_contacts
     where tenant_id = $1 and citizen_id = $2
     order by held_on is not null, case when held_on is null then planned_on end, held_on desc, id desc limit $3 offset $4`,
    [tenantId, citizenId, page.pageSize, offsetOf(page)],
  );
  const counted = await row<{ total: number }>(
    tx,
    'select count(*)::int as total from citizen_contacts where tenant_id = $1 and citizen_id = $2',
    [tenantId, citizenId],
  );
  return { items, total: counted?.total ?? 0 };
};

export interface TrackState {
  readonly authorityName: string;
  readonly knownUntil: LocalDate | null;
  readonly linked: boolean;
}

export const findTrackState = (tx: Tx, { tenantId, hatId }: HatActor): Promise<TrackState | null> =>
  row<TrackState>(
    tx,
    `select name as "authorityName",
       (select max(last_week) from citizen_standings where tenant_id = $1) as "knownUntil",
       exists (select from track_workers where tenant_id = $1 and hat_id = $2) as linked
     from benefit_authorities where tenant_id = $1`,
    [tenantId, hatId],
  );
