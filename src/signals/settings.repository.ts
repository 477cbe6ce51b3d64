import { change, row, rows, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { RuleChange } from './domain/rule-change.js';
import { DEFAULT_SETTINGS, type RuleSettings } from './domain/rules.js';

/** A row of `signal_settings s` as rule settings. */
const SETTINGS = `jsonb_build_object(
  'contactDays', array(select day from unnest(s.contact_days) as day order by day),
  'spellsThreshold', s.spells_threshold, 'spellsWindow', s.spells_window, 'daysThreshold', s.days_threshold,
  'daysWindow', s.days_window, 'countedKinds', s.counted_kinds, 'paysWage', s.pays_wage,
  'unitSpells', s.unit_spells)`;

const inForce = (tenant: string, day: string): string => `
  select ${SETTINGS} from signal_settings s
  where s.tenant_id = ${tenant} and s.valid_from <= ${day} and s.taken_back_at is null
  order by s.valid_from desc, s.number desc limit 1`;

/** The rule set of an employer on a day; the default one where nothing has been set. */
export const loadSettings = async (tx: Tx, tenantId: string, on: LocalDate): Promise<RuleSettings> =>
  (
    await row<{ settings: RuleSettings | null }>(tx, `select (${inForce('$1', '$2::date')}) as settings`, [
      tenantId,
      on,
    ])
  )?.settings ?? DEFAULT_SETTINGS;

export interface EmployerSettings {
  readonly id: string;
  readonly name: string;
  readonly settings: RuleSettings;
  /** What takes the place of `settings` on a later day; null where nothing is recorded. */
  readonly coming: RuleChange | null;
  /** Calendar days; null while no signals are raised. */
  readonly noticeDays: number | null;
}

/** The rule sets of every employer in reach. */
export const listSettings = async (tx: Tx, today: LocalDate): Promise<EmployerSettings[]> => {
  const found = await rows<Omit<EmployerSettings, 'settings'> & { readonly settings: RuleSettings | null }>(
    tx,
    `select e.tenant_id as id, e.name, (${inForce('e.tenant_id', '$1::date')}) as settings, coming.change as coming,
       live.notice_days as "noticeDays"
     from employers e
     left join go_lives live on live.tenant_id = e.tenant_id and live.live_from <= $1
     left join lateral (select jsonb_build_object('settings', ${SETTINGS}, 'validFrom', s.valid_from,
       'informedOn', s.informed_on, 'discussedOn', s.discussed_on, 'minutesReference', s.minutes_reference,
       'reason', s.reason) as change
       from signal_settings s where s.tenant_id = e.tenant_id and s.valid_from > $1 and s.taken_back_at is null) coming on true
     order by e.name`,
    [today],
  );
  return found.map(({ settings, ...employer }) => ({ ...employer, settings: settings ?? DEFAULT_SETTINGS }));
};

/** Holds today; held before; will hold; gave way to another of the same day; was taken back before it held. */
export const KEPT_STATES = ['in-force', 'held', 'coming', 'replaced', 'taken-back'] as const;
export type KeptState = (typeof KEPT_STATES)[number];

export interface KeptSettings extends Omit<RuleChange, 'validFrom' | 'reason'> {
  /** 1 for those an employer begins with. */
  readonly number: number;
  readonly state: KeptState;
  /** Null for those that held from the first day. */
  readonly validFrom: LocalDate | null;
  /** The last day so far on which they held; null where they have held on none. */
  readonly lastOn: LocalDate | null;
  readonly reason: string | null;
  readonly recordedAt: Date;
  readonly recordedByHat: string | null;
  readonly takenBackAt: Date | null;
  readonly takenBackByHat: string | null;
}

/** Every rule set that was recorded at an employer, the newest first: a page of them, and how many there are. */
export const listKeptSettings = async (
  tx: Tx,
  tenantId: string,
  wanted: { readonly today: LocalDate; readonly limit: number; readonly offset: number },
): Promise<{ readonly items: KeptSettings[]; readonly total: number }> => {
  const found = await rows<KeptSettings & { readonly total: number }>(
    tx,
    `select s.number, s.state, ${SETTINGS} as settings, nullif(s.valid_from, '0001-01-01') as "validFrom",
       case when s.state in ('in-force', 'held') then least(s.next_from - 1, $2::date) end as "lastOn",
       s.informed_on as "informedOn", s.discussed_on as "discussedOn", s.minutes_reference as "minutesReference",
       s.reason, s.recorded_at as "recordedAt", s.recorded_by_hat as "recordedByHat",
       s.taken_back_at as "takenBackAt", s.taken_back_by_hat as "takenBackByHat", count(*) over ()::int as total
     from (
       select *, case when taken_back_at is not null then 'taken-back' when next_from = valid_from then 'replaced'
         when valid_from > $2::date then 'coming' when next_from <= $2::date then 'held' else 'in-force' end as state
       from (select *, lead(valid_from) over (partition by taken_back_at is null order by valid_from, number) as next_from
         from signal_settings where tenant_id = $1) one
     ) s order by s.number desc limit $3 offset $4`,
    [tenantId, wanted.today, wanted.limit, wanted.offset],
  );
  return { items: found.map(({ total: _, ...kept }) => kept), total: found[0]?.total ?? 0 };
};

/** When a rule set was recorded or taken back, and by whom. */
export interface Recording {
  readonly hatId: string;
  readonly at: Date;
}

/** Changes of an employer's rules come one after another. */
export const lockRules = (tx: Tx, tenantId: string): Promise<unknown> =>
  row(tx, `select pg_advisory_xact_lock(hashtextextended('signal_settings ' || $1::text, 0))`, [tenantId]);

/** Takes back what has not come into force; it stays in the record. */
export const takeBackComing = (
  tx: Tx,
  tenantId: string,
  today: LocalDate,
  { hatId, at }: Recording,
): Promise<number> =>
  change(
    tx,
    `update signal_settings set taken_back_by_hat = $3, taken_back_at = $4
     where tenant_id = $1 and valid_from > $2 and taken_back_at is null`,
    [tenantId, today, hatId, at],
  );

/** Records a rule set from a day on. Of several for one day the last holds. */
export const saveChange = (
  tx: Tx,
  tenantId: string,
  given: RuleChange,
  { hatId, at }: Recording,
): Promise<number> => {
  const { settings } = given;
  return change(
    tx,
    `insert into signal_settings (tenant_id, number, valid_from, contact_days, spells_threshold, spells_window,
       days_threshold, days_window, counted_kinds, pays_wage, unit_spells, informed_on, discussed_on, minutes_reference,
       reason, recorded_by_hat, recorded_at)
     select $1, coalesce(max(number), 0) + 1, $2::date, $3::int[], $4::int, $5::int, $6::int, $7::int, $8::text[],
       $9::boolean, $10::boolean, $11::date, $12::date, $13, $14, $15::uuid, $16::timestamptz
     from signal_settings where tenant_id = $1`,
    [
      tenantId,
      given.validFrom,
      settings.contactDays,
      settings.spellsThreshold,
      settings.spellsWindow,
      settings.daysThreshold,
      settings.daysWindow,
      settings.countedKinds,
      settings.paysWage,
      settings.unitSpells,
      given.informedOn,
      given.discussedOn,
      given.minutesReference,
      given.reason,
      hatId,
      at,
    ],
  );
};
