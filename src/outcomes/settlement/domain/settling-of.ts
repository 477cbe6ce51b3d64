import type { ContractContent, EffectTerm, Term } from '../../../partnerships/index.js';
import type { EffectEstimate } from '../../effect/domain/estimate-effect.js';
import type { Settling } from '../../domain/settlement.js';
import type { EffectFigure, Figure } from '../../domain/term-lines.js';
import type { Snapshot } from './snapshot.js';

type Settled = Pick<ContractContent, 'payment' | 'guardrails' | 'evidence'>;

/** What an estimate says for payment. Where it is refused as ground, the lines show it and nothing counts. */
export const effectFigureOf = (
  estimate: SettledEstimate,
  { evidence }: Pick<Settled, 'evidence'>,
): EffectFigure => ({
  expected: estimate.effect?.expected ?? '0',
  observed: estimate.effect?.observed ?? '0',
  lowerBound: estimate.payingBound,
  standardError: estimate.standardError,
  tau: evidence.tau,
  refusal: estimate.refusal,
});

/** An estimate as a statement tells it: of both arms as wholes, without their quarters. */
export type SettledEstimate = Omit<EffectEstimate, 'lines'>;

/** Estimates by the indicator's id, which is that of the term it is paid by. */
export type Estimates = Readonly<Record<string, SettledEstimate>>;

const figureOf = (term: Term, contract: Settled, snapshot: Snapshot, estimates: Estimates): Figure => {
  if (term.kind === 'effect') return effectFigureOf(estimateOf(term, estimates), contract);
  if (term.kind === 'delivery') {
    const delivered = snapshot.delivered[term.id];
    if (delivered === undefined) throw new RangeError(`nothing is said of what was delivered of ${term.id}`);
    return { delivered };
  }
  const counted = snapshot.counts[term.id];
  if (!counted) throw new RangeError(`there is no count of ${term.id}`);
  return counted;
};

const estimateOf = ({ id }: EffectTerm, estimates: Estimates): SettledEstimate => {
  const estimate = estimates[id];
  if (!estimate) throw new RangeError(`there is no estimate of ${id}`);
  return estimate;
};

/** What a period's statement is computed from. @throws RangeError naming a term without its figure */
export const settlingOf = (contract: Settled, snapshot: Snapshot, estimates: Estimates): Settling => ({
  agreed: contract.payment,
  guardrails: contract.guardrails,
  figures: Object.fromEntries(
    contract.payment.terms.map((term) => [term.id, figureOf(term, contract, snapshot, estimates)]),
  ),
  guardrailFigures: snapshot.guardrailFigures,
  carryIn: snapshot.carryIn,
  paidEarlier: snapshot.paidEarlier,
});
