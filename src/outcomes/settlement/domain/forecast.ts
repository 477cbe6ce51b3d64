import { Exact, asFigure, type Oere } from '../../../shared/money.js';
import { settle, type Settling } from '../../domain/settlement.js';
import type { EffectFigure, Figure } from '../../domain/term-lines.js';

/** Paid so far after each coming period, without VAT, if the effect stays at the end or the middle of its interval. */
export interface ForecastPeriod {
  readonly place: number;
  readonly low: Oere;
  readonly middle: Oere;
  readonly high: Oere;
}

/** The interval of what a term's effect avoided in the last period. */
export interface Range {
  readonly lower: string | null;
  readonly upper: string | null;
}

type Side = 'lower' | 'middle' | 'upper';

/** The figure had the effect been at that end of its interval, its own uncertainty unchanged. */
const atSide = (figure: EffectFigure, range: Range | undefined, side: Side): EffectFigure => {
  const avoided = new Exact(figure.expected).minus(figure.observed);
  const end = side === 'middle' ? null : (range?.[side] ?? null);
  const shift = end === null ? new Exact(0) : new Exact(end).minus(avoided);
  return {
    ...figure,
    observed: asFigure(new Exact(figure.observed).minus(shift)),
    lowerBound: figure.lowerBound === null ? null : asFigure(new Exact(figure.lowerBound).plus(shift)),
  };
};

const isEffect = (figure: Figure): figure is EffectFigure => 'lowerBound' in figure;

const figuresAt = (
  figures: Settling['figures'],
  ranges: Readonly<Record<string, Range>>,
  side: Side,
): Settling['figures'] =>
  Object.fromEntries(
    Object.entries(figures).map(([id, figure]) => [
      id,
      isEffect(figure) ? atSide(figure, ranges[id], side) : figure,
    ]),
  );

/**
 * What the contract will have paid after each of the periods to come, if each is like the last and its guardrails are
 * kept: settled one after another, so that caps and what is carried on count.
 */
export const forecast = (
  last: Settling,
  ranges: Readonly<Record<string, Range>>,
  periods: number,
): ForecastPeriod[] => {
  const paths = (['lower', 'middle', 'upper'] as const).map((side) =>
    pathOf({ ...last, guardrails: [], figures: figuresAt(last.figures, ranges, side) }, periods),
  );
  return Array.from({ length: periods }, (_, place) => ({
    place: place + 1,
    low: paths[0]?.[place] ?? 0,
    middle: paths[1]?.[place] ?? 0,
    high: paths[2]?.[place] ?? 0,
  }));
};

/** @param next with what the last period carries on and has paid, as those of the first one to come */
const pathOf = (next: Settling, periods: number): Oere[] => {
  const path: Oere[] = [];
  let [carryIn, paidEarlier] = [next.carryIn, next.paidEarlier];
  for (let period = 0; period < periods; period += 1) {
    const { carryOut, cumulative } = settle({ ...next, carryIn, paidEarlier });
    [carryIn, paidEarlier] = [carryOut, cumulative];
    path.push(cumulative);
  }
  return path;
};
