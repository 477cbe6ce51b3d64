import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '../../access/index.js';
import { agreedContracts, contentHash, type ContractVersion } from '../../partnerships/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { dayOf } from '../../shared/local-date.js';
import type { Period } from '../../shared/period.js';
import { planFor, settlementPeriods } from './domain/plan-for.js';
import { insertPlans, plansOf, type NewPlan, type StoredPlan } from './effect-plans.repository.js';
import type { SavedPlan } from '../settlement/domain/estimates.js';

/** A plan with whether it was saved before the first day of what it evaluates. */
export const savedPlan = ({ plan, hash, savedAt, from }: StoredPlan): SavedPlan => ({
  plan,
  hash,
  savedAt: savedAt.toISOString(),
  preregistered: dayOf(savedAt) < from,
});

/** Writes down how effects will be told: what the contract says, frozen with a hash. Within a partnership's door. */
@Injectable()
export class EffectPlansService {
  constructor(private readonly clock: Clock) {}

  /** The periods of a contract, each with the version in force on its last day (definitions 9.8). */
  async periods(
    tx: Tx,
    partnershipId: string,
    latest: ContractVersion,
  ): Promise<{ readonly period: Period; readonly version: ContractVersion }[]> {
    const agreed = await agreedContracts(tx, partnershipId);
    return settlementPeriods(latest.content).map((period) => ({
      period,
      version: agreed.find(({ validFrom }) => validFrom <= period.to) ?? latest,
    }));
  }

  /** Saves what is not saved yet, of one period or of all. Returns those that are new. */
  async save(
    tx: Tx,
    actor: Actor,
    partnershipId: string,
    wanted: readonly { readonly period: Period; readonly version: ContractVersion }[],
  ): Promise<StoredPlan[]> {
    const plans = wanted.flatMap(({ period, version }) => plansBy(version, period));
    const hatId = actor.kind === 'hat' ? actor.hatId : null;
    return insertPlans(tx, partnershipId, plans, { hatId, at: this.clock.now() });
  }

  /** The plans that a period is settled by; those that nobody saved before are saved now, and marked by that day. */
  async plansToSettleBy(
    tx: Tx,
    actor: Actor,
    partnershipId: string,
    at: { readonly period: Period; readonly version: ContractVersion },
  ): Promise<SavedPlan[]> {
    await this.save(tx, actor, partnershipId, [at]);
    const { version } = at.version;
    return (await plansOf(tx, partnershipId, { version, ...at.period })).map(savedPlan);
  }
}

const plansBy = ({ version, content, hash }: ContractVersion, period: Period): NewPlan[] =>
  content.indicators.map((indicator) => {
    const plan = planFor(content, indicator, period, hash);
    return { ...period, indicator: indicator.id, contractVersion: version, plan, hash: contentHash(plan) };
  });
