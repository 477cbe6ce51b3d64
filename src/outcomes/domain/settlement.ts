import {
  faultsOfTerms,
  type DecimalText,
  type Guardrail,
  type GuardrailName,
  type PaymentTerms,
} from '../../partnerships/index.js';
import { Exact, toOere, type Oere } from '../../shared/money.js';
import { readGuardrails, type GuardrailReading } from './guardrails.js';
import { settleTerm, type Figure, type TermStatement } from './term-lines.js';

/** Everything that a period's statement is computed from. */
export interface Settling {
  readonly agreed: PaymentTerms;
  readonly guardrails: readonly Guardrail[];
  readonly figures: Readonly<Record<string, Figure>>;
  readonly guardrailFigures: Readonly<Partial<Record<GuardrailName, DecimalText | null>>>;
  /** Brought from earlier periods: cut off by a cap, or negative after a true-up. */
  readonly carryIn: Oere;
  /** Paid in earlier periods, without VAT. */
  readonly paidEarlier: Oere;
}

/** A period's statement in whole øre, every line of definitions 9.2 in its order. */
export interface Statement {
  readonly terms: readonly TermStatement[];
  readonly earned: Oere;
  readonly carryIn: Oere;
  readonly withCarryIn: Oere;
  readonly withinPeriodCap: Oere;
  readonly withinContractCap: Oere;
  readonly payable: Oere;
  readonly guardrails: readonly GuardrailReading[];
  /** Payable, and not paid while a guardrail is broken or missing; paid by a statement of the same period without that. */
  readonly held: Oere;
  readonly net: Oere;
  readonly vat: Oere;
  readonly total: Oere;
  /** To the next period: negative to be set off, positive where caps carry over. */
  readonly carryOut: Oere;
  /** Paid so far, with this period and without VAT. */
  readonly cumulative: Oere;
}

const least = (amount: Oere, limit: Oere | null): Oere => (limit === null ? amount : Math.min(amount, limit));

/**
 * Settles a period (definitions 9.2): terms, carry-in, period cap, contract cap less earlier payments, floor 0, guardrail
 * hold, VAT. Rounds once a money line, half away from zero.
 * @throws RangeError for terms that cannot be settled by, or a figure that is missing
 */
export const settle = (settling: Settling): Statement => {
  const { agreed, figures, carryIn, paidEarlier } = settling;
  const [fault] = faultsOfTerms(agreed);
  if (fault !== undefined) throw new RangeError(`terms cannot be settled by: ${fault}`);
  const terms = agreed.terms.map((term) => settleTerm(term, figures[term.id]));
  const earned = terms.reduce((sum, { amount }) => sum + amount, 0);
  const withCarryIn = earned + carryIn;
  const withinPeriodCap = least(withCarryIn, agreed.periodCap);
  const left = agreed.contractCap === null ? null : Math.max(0, agreed.contractCap - paidEarlier);
  const withinContractCap = least(withinPeriodCap, left);
  const payable = Math.max(0, withinContractCap);
  const guardrails = readGuardrails(settling.guardrails, settling.guardrailFigures);
  const isHeld = guardrails.some(({ state }) => state !== 'kept');
  const net = isHeld ? 0 : payable;
  const vat = toOere(new Exact(net).times(agreed.vat));
  const cut = agreed.carriesOver ? withCarryIn - withinPeriodCap : 0;
  return {
    terms,
    earned,
    carryIn,
    withCarryIn,
    withinPeriodCap,
    withinContractCap,
    payable,
    guardrails,
    held: payable - net,
    net,
    vat,
    total: net + vat,
    carryOut: withCarryIn < 0 ? withCarryIn : cut,
    cumulative: paidEarlier + net,
  };
};

/**
 * What a correction of a signed period brings to the next one: what it should have paid less what it did, with the
 * difference of what was carried on. Negative where too much was paid; it is set off against later payments.
 */
export const trueUp = (signed: Statement, corrected: Statement): Oere =>
  corrected.net + corrected.carryOut - (signed.net + signed.carryOut);
