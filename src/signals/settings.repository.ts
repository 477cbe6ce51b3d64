import { row, type Tx } from '../platform/database/rows.js';
import { DEFAULT_SETTINGS, type RuleSettings } from './domain/rules.js';

/** The rule set of an employer; the default one where nothing has been set. */
export const loadSettings = async (tx: Tx, tenantId: string): Promise<RuleSettings> =>
  (await row<RuleSettings>(
    tx,
    `select array(select day from unnest(contact_days) as day order by day) as "contactDays",
       spells_threshold as "spellsThreshold", spells_window as "spellsWindow", days_threshold as "daysThreshold",
       days_window as "daysWindow", counted_kinds as "countedKinds", pays_wage as "paysWage"
     from signal_settings where tenant_id = $1`,
    [tenantId],
  )) ?? DEFAULT_SETTINGS;
