import { rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import type { EffectPlan } from './domain/effect-plan.js';

export interface StoredPlan extends Period {
  readonly id: string;
  readonly indicator: string;
  readonly contractVersion: number;
  readonly plan: EffectPlan;
  readonly hash: string;
  readonly savedAt: Date;
}

const COLUMNS = `id, indicator, lower(period) as "from", upper(period) - 1 as "to", contract_version as "contractVersion",
  plan, plan_hash as hash, saved_at as "savedAt"`;

/** The latest period first. */
export const listPlans = (tx: Tx, partnershipId: string): Promise<StoredPlan[]> =>
  rows<StoredPlan>(
    tx,
    `select ${COLUMNS} from effect_plans where partnership_id = $1
     order by lower(period) desc, upper(period), indicator, contract_version desc`,
    [partnershipId],
  );

/** Those of a period by a contract's version. */
export const plansOf = (
  tx: Tx,
  partnershipId: string,
  { version, from, to }: { readonly version: number; readonly from: LocalDate; readonly to: LocalDate },
): Promise<StoredPlan[]> =>
  rows<StoredPlan>(
    tx,
    `select ${COLUMNS} from effect_plans
     where partnership_id = $1 and contract_version = $2 and period = daterange($3, $4, '[]') order by indicator`,
    [partnershipId, version, from, to],
  );

export interface NewPlan extends Period {
  readonly indicator: string;
  readonly contractVersion: number;
  readonly plan: EffectPlan;
  readonly hash: string;
}

/** Saves plans; one that is there already stays as it is. Returns those that were new. */
export const insertPlans = (
  tx: Tx,
  partnershipId: string,
  plans: readonly NewPlan[],
  by: { readonly hatId: string | null; readonly at: Date },
): Promise<StoredPlan[]> =>
  rows<StoredPlan>(
    tx,
    `insert into effect_plans (partnership_id, indicator, period, contract_version, plan, plan_hash, saved_by_hat, saved_at)
     select $1, p.indicator, daterange(p."from", p."to", '[]'), p."contractVersion", p.plan, p.hash, $3, $4
     from jsonb_to_recordset($2) p
       (indicator text, "from" date, "to" date, "contractVersion" int, plan jsonb, hash text)
     on conflict on constraint effect_plan_once do nothing returning ${COLUMNS}`,
    [partnershipId, JSON.stringify(plans), by.hatId, by.at],
  );
