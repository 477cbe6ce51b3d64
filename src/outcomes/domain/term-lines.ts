import type {
  CountTerm,
  DecimalText,
  DeliveryTerm,
  EffectTerm,
  EvidenceRule,
  Term,
} from '../../partnerships/index.js';
import { asFigure, Exact, toOere, type Oere } from '../../shared/money.js';

/** What was found about an effect, in units such as dagsværk; what a rule does not ask for may be null. */
export interface EffectFigure {
  readonly expected: DecimalText;
  readonly observed: DecimalText;
  /** The lower end of the interval of `expected - observed`. */
  readonly lowerBound: DecimalText | null;
  readonly standardError: DecimalText | null;
  /** Standard deviation of true effects that was agreed beforehand. */
  readonly tau: DecimalText | null;
  /** Why nothing may be paid by it (definitions 9.5), whatever it says; null or left out where it may. */
  readonly refusal?: string | null;
}

export interface CountFigure {
  readonly expected: DecimalText;
  readonly observed: number;
}

export interface DeliveryFigure {
  readonly delivered: number;
}

export type Figure = EffectFigure | CountFigure | DeliveryFigure;

/** A step of a statement and what stood there; figures to 12 significant digits, money in øre. */
export type Line =
  | { readonly step: string; readonly figure: DecimalText }
  | { readonly step: string; readonly amount: Oere }
  | { readonly step: 'refused'; readonly refusal: string }
  | { readonly step: 'threshold'; readonly met: boolean };

export interface TermStatement {
  readonly id: string;
  readonly lines: readonly Line[];
  readonly amount: Oere;
}

const kept = (figure: Exact): Exact => new Exact(asFigure(figure));

const needed = (figure: EffectFigure, field: 'lowerBound' | 'standardError' | 'tau'): Exact => {
  const text = figure[field];
  if (text === null) throw new RangeError(`a figure lacks ${field}`);
  return new Exact(text);
};

const BY_EVIDENCE: Readonly<Record<EvidenceRule, (effect: Exact, figure: EffectFigure) => Exact>> = {
  point: (effect) => effect,
  'lower-bound': (_effect, figure) => Exact.max(0, needed(figure, 'lowerBound')),
  shrunk: (effect, figure) => {
    const signal = needed(figure, 'tau').pow(2);
    const both = signal.plus(needed(figure, 'standardError').pow(2));
    return both.isZero() ? effect : effect.times(signal).dividedBy(both);
  },
};

/** From units to money: rate, costs, share. Each money line is rounded once, and the next is computed from it. */
const moneyLines = ({ rate, costs, share }: EffectTerm | CountTerm, units: Exact, met: boolean): Line[] => {
  const saved = met ? toOere(units.times(rate)) : 0;
  const left = Math.max(0, saved - costs);
  return [
    { step: 'threshold', met },
    { step: 'saved', amount: saved },
    { step: 'after-costs', amount: left },
    { step: 'shared', amount: toOere(new Exact(left).times(share)) },
  ];
};

const countedOf = (term: EffectTerm, avoided: Exact, figure: EffectFigure): Exact =>
  (figure.refusal ?? null) === null ? kept(BY_EVIDENCE[term.evidence](avoided, figure)) : new Exact(0);

const effectLines = (term: EffectTerm, figure: EffectFigure): Line[] => {
  const expected = new Exact(figure.expected);
  const avoided = kept(expected.minus(figure.observed));
  const counted = countedOf(term, avoided, figure);
  const attributed = kept(counted.times(term.attribution));
  const part = expected.isPositive() && !expected.isZero() ? kept(attributed.dividedBy(expected)) : null;
  const met = term.threshold === null || (part !== null && part.greaterThanOrEqualTo(term.threshold));
  const refusal = figure.refusal ?? null;
  return [
    { step: 'expected', figure: asFigure(expected) },
    { step: 'observed', figure: asFigure(new Exact(figure.observed)) },
    { step: 'avoided', figure: asFigure(avoided) },
    ...(refusal === null ? [] : [{ step: 'refused', refusal } as const]),
    { step: 'counted', figure: asFigure(counted) },
    { step: 'attributed', figure: asFigure(attributed) },
    ...(part === null ? [] : [{ step: 'part-of-expected', figure: asFigure(part) }]),
    ...moneyLines(term, attributed, met),
  ];
};

const countLines = (term: CountTerm, { expected, observed }: CountFigure): Line[] => {
  const avoided = kept(new Exact(expected).minus(observed));
  const attributed = kept(avoided.times(term.attribution));
  return [
    { step: 'expected', figure: asFigure(new Exact(expected)) },
    { step: 'observed', figure: asFigure(new Exact(observed)) },
    { step: 'avoided', figure: asFigure(avoided) },
    { step: 'attributed', figure: asFigure(attributed) },
    ...moneyLines(term, attributed, observed < term.below),
  ];
};

const deliveryLines = ({ price }: DeliveryTerm, { delivered }: DeliveryFigure): Line[] => [
  { step: 'delivered', figure: asFigure(new Exact(delivered)) },
  { step: 'shared', amount: toOere(new Exact(delivered).times(price)) },
];

const linesOf = (term: Term, figure: Figure): Line[] => {
  if (term.kind === 'effect' && 'lowerBound' in figure) return effectLines(term, figure);
  if (term.kind === 'count' && 'observed' in figure && !('lowerBound' in figure))
    return countLines(term, figure);
  if (term.kind === 'delivery' && 'delivered' in figure) return deliveryLines(term, figure);
  throw new RangeError(`the figure of ${term.id} is not of its kind`);
};

/**
 * What one term gives, line by line, in the order of definitions 9.2 down to the share.
 * @throws RangeError where the figure is missing, of another kind or lacks what the evidence rule asks for
 */
export const settleTerm = (term: Term, figure: Figure | undefined): TermStatement => {
  if (figure === undefined) throw new RangeError(`there is no figure of ${term.id}`);
  const lines = linesOf(term, figure);
  const last = lines.at(-1);
  return { id: term.id, lines, amount: last && 'amount' in last ? last.amount : 0 };
};
