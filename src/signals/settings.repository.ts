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
  select ${SETTINGS} from signal_settings s where s.tenant_id = ${tenant} and s.valid_from <= ${day}
  order by s.valid_from desc limit 1`;

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
       'informedOn', s.informed_on, 'discussedOn', s.discussed_on, 'minutesReference', s.minutes_reference) as change
       from signal_settings s where s.tenant_id = e.tenant_id and s.valid_from > $1) coming on true
     order by e.name`,
    [today],
  );
  return found.map(({ settings, ...employer }) => ({ ...employer, settings: settings ?? DEFAULT_SETTINGS }));
};

export interface KeptSettings extends Omit<RuleChange, 'validFrom'> {
  /** Null for those that held from the first day. */
  readonly validFrom: LocalDate | null;
  /** The last day so far on which they held. */
  readonly lastOn: LocalDate;
  readonly recordedAt: Date;
}

/** The rule sets that have held at an employer up to a day, the newest first. */
export const listKeptSettings = (tx: Tx, tenantId: string, today: LocalDate): Promise<KeptSettings[]> =>
  rows<KeptSettings>(
    tx,
    `select ${SETTINGS} as settings, nullif(s.valid_from, '0001-01-01') as "validFrom",
       coalesce(lag(s.valid_from) over (order by s.valid_from desc) - 1, $2::date) as "lastOn",
       s.informed_on as "informedOn", s.discussed_on as "discussedOn", s.minutes_reference as "minutesReference",
       s.recorded_at as "recordedAt"
     from signal_settings s where s.tenant_id = $1 and s.valid_from <= $2::date order by s.valid_from desc limit 200`,
    [tenantId, today],
  );

export const removeComing = (tx: Tx, tenantId: string, today: LocalDate): Promise<number> =>
  change(tx, 'delete from signal_settings where tenant_id = $1 and valid_from > $2', [tenantId, today]);

/** Records a rule set from a day on; one recorded for the same day gives way. */
export const saveChange = (tx: Tx, tenantId: string, given: RuleChange, by: string): Promise<number> => {
  const { settings } = given;
  return change(
    tx,
    `insert into signal_settings (tenant_id, valid_from, contact_days, spells_threshold, spells_window, days_threshold,
       days_window, counted_kinds, pays_wage, unit_spells, informed_on, discussed_on, minutes_reference, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (tenant_id, valid_from) do update set contact_days = excluded.contact_days,
       spells_threshold = excluded.spells_threshold, spells_window = excluded.spells_window,
       days_threshold = excluded.days_threshold, days_window = excluded.days_window,
       counted_kinds = excluded.counted_kinds, pays_wage = excluded.pays_wage, unit_spells = excluded.unit_spells, informed_on = excluded.informed_on,
       discussed_on = excluded.discussed_on, minutes_reference = excluded.minutes_reference,
       recorded_by = excluded.recorded_by, recorded_at = now()`,
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
      by,
    ],
  );
};
