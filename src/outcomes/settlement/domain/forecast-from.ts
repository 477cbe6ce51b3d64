import type { ContractContent } from '../../../partnerships/index.js';
import type { Oere } from '../../../shared/money.js';
import type { Period } from '../../../shared/period.js';
import type { Figure } from '../../domain/term-lines.js';
import { forecast, type Range } from './forecast.js';
import { effectFigureOf } from './settling-of.js';
import type { SettlementStatement } from '../statement.js';

export interface ForecastOf extends Period {
  readonly low: Oere;
  readonly middle: Oere;
  readonly high: Oere;
}

/** The figure of a term as its lines tell it: a count or pieces, which have no interval. */
const figureIn = (statement: SettlementStatement, id: string): Figure | null => {
  const lines = statement.settled.terms.find((term) => term.id === id)?.lines ?? [];
  const of = (step: string): string | null => {
    const line = lines.find((one) => one.step === step);
    return line && 'figure' in line ? line.figure : null;
  };
  const [delivered, expected, observed] = [of('delivered'), of('expected'), of('observed')];
  if (delivered !== null) return { delivered: Number(delivered) };
  return expected !== null && observed !== null ? { expected, observed: Number(observed) } : null;
};

/** What the periods still to come would pay if each is like the last one settled; nothing before there is one. */
export const forecastFrom = (
  last: (SettlementStatement & Pick<Period, 'from'>) | null,
  contract: ContractContent,
  open: readonly Period[],
): ForecastOf[] => {
  if (!last) return [];
  const coming = open.filter(({ from }) => from > last.from);
  const estimates = new Map(last.outcomes.map((outcome) => [outcome.indicator, outcome]));
  const figures = contract.payment.terms.flatMap((term) => {
    const estimate = estimates.get(term.id);
    const figure =
      term.kind === 'effect' ? estimate && effectFigureOf(estimate, contract) : figureIn(last, term.id);
    return figure ? [[term.id, figure] as const] : [];
  });
  // An addendum may have brought a term that the last period did not have: nothing can be said yet.
  if (figures.length < contract.payment.terms.length) return [];
  const ranges: Record<string, Range> = Object.fromEntries(
    last.outcomes.map(({ indicator, effect }) => [
      indicator,
      { lower: effect?.lower ?? null, upper: effect?.upper ?? null },
    ]),
  );
  const path = forecast(
    {
      agreed: contract.payment,
      guardrails: [],
      figures: Object.fromEntries(figures),
      guardrailFigures: {},
      carryIn: last.settled.carryOut,
      paidEarlier: last.settled.cumulative,
    },
    ranges,
    coming.length,
  );
  return coming.flatMap((period, place) => {
    const at = path[place];
    return at ? [{ from: period.from, to: period.to, low: at.low, middle: at.middle, high: at.high }] : [];
  });
};
