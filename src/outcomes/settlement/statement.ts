import { createHash } from 'node:crypto';
import type { ContractContent } from '../../partnerships/index.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { settle, type Statement } from '../domain/settlement.js';
import { settlingOf, type Estimates, type SettledEstimate } from './domain/settling-of.js';
import type { SavedPlan } from './domain/estimates.js';
import {
  snapshotText,
  toldCompleteness,
  toldFlow,
  type Snapshot,
  type ToldCompleteness,
  type ToldFlow,
} from './domain/snapshot.js';

/** SHA-256 of text, as hexadecimal digits. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Everything that the parties are told of a period; holds no figure of a single workplace. */
export interface SettlementStatement {
  readonly format: 1;
  readonly partnership: { readonly id: string; readonly name: string };
  readonly contract: { readonly version: number; readonly hash: string };
  readonly parties: readonly { readonly role: string; readonly name: string }[];
  readonly period: Snapshot['period'];
  readonly knownOn: string;
  /** The hash of the signed statement of the same period that this one takes the place of. */
  readonly corrects: string | null;
  readonly population: { readonly treated: ToldFlow; readonly comparison: ToldFlow };
  readonly completeness: ToldCompleteness;
  readonly outcomes: readonly (SettledEstimate & { readonly plan: Omit<SavedPlan, 'plan'> })[];
  /** Indicators that are only reported and of which too few people stand behind to tell. */
  readonly hidden: readonly string[];
  readonly settled: Statement;
  readonly disputeDays: number;
  readonly rounding: ContractContent['rounding'];
  readonly snapshotHash: string;
}

/** What a statement is made of; the same gives the same bytes. */
export interface StatementSources {
  readonly contract: ContractContent;
  readonly snapshot: Snapshot;
  readonly plans: readonly SavedPlan[];
  readonly corrects: string | null;
}

/** A guardrail that few stand behind is told by whether it keeps its limit alone. */
const toldSettled = (settled: Statement, { guardrailsOfFew }: Snapshot): Statement => ({
  ...settled,
  guardrails: settled.guardrails.map((reading) =>
    guardrailsOfFew.includes(reading.name) ? { ...reading, figure: null } : reading,
  ),
});

/** A period's statement from its contract, snapshot and plans, and nothing else. @throws RangeError as `settlingOf` */
export const statementOf = (
  { contract, snapshot, plans, corrects }: StatementSources,
  estimates: Estimates,
): SettlementStatement => ({
  format: 1,
  partnership: { id: snapshot.partnershipId, name: contract.name },
  contract: snapshot.contract,
  parties: contract.parties.map(({ role, name }) => ({ role, name })),
  period: snapshot.period,
  knownOn: snapshot.knownOn,
  corrects,
  population: {
    treated: toldFlow(snapshot.population.treated, snapshot.limits),
    comparison: toldFlow(snapshot.population.comparison, snapshot.limits),
  },
  completeness: toldCompleteness(snapshot.completeness, snapshot.limits),
  outcomes: plans.flatMap(({ plan, ...saved }) => {
    const estimate = estimates[plan.indicator];
    return estimate ? [{ ...estimate, plan: saved }] : [];
  }),
  hidden: plans.flatMap(({ plan }) => (estimates[plan.indicator] ? [] : [plan.indicator])),
  settled: toldSettled(settle(settlingOf(contract, snapshot, estimates)), snapshot),
  disputeDays: contract.disputeDays,
  rounding: contract.rounding,
  snapshotHash: hashOf(snapshotText(snapshot)),
});

/** The bytes that are shown, hashed and signed. */
export const statementText = (statement: SettlementStatement): string => canonicalJson(statement);
