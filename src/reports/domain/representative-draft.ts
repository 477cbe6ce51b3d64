import {
  absenceJudge,
  atomsOf,
  decideRelease,
  unitFamily,
  type DisclosureLimits,
  type EarlierCell,
  type Reason,
} from '../../disclosure/index.js';
import { monthsOf, type Period } from '../../shared/period.js';
import type { ReportFacts } from './facts.js';
import { MEASURE_RULES, type Measure } from './measures.js';

export const EVERYBODY = 'everybody';

export interface Workplace {
  readonly id: string;
  readonly name: string;
}

/** A line that leaves the house, or why it does not. */
export interface RepresentativeCell extends Period {
  readonly cell: string;
  readonly name: string;
  readonly units: readonly string[];
  readonly reason: Reason | null;
  readonly amounts: readonly number[] | null;
  readonly absenceRate: number | null;
  readonly daysPerFte: number | null;
}

interface Grounds {
  readonly facts: ReportFacts;
  readonly limits: DisclosureLimits;
  readonly earlier: readonly EarlierCell[];
}

/**
 * A quarter's absence of an employer and of each workplace, as far as the output policy lets a representative see it
 * (definitions 6.1): decided together, and beside every quarter released before.
 */
export const representativeCells = (
  workplaces: readonly Workplace[],
  period: Period,
  { facts, limits, earlier }: Grounds,
): RepresentativeCell[] => {
  const months = monthsOf(period);
  const everybody = workplaces.map(({ id }) => id);
  const decisions = decideRelease({
    root: unitFamily(EVERYBODY, everybody, months),
    judge: absenceJudge((atoms) => facts.footprint('absence-days', atoms), limits),
    // A quarter is released once: earlier cells are of other days, and none is ever released anew.
    changeTells: () => true,
    earlier,
  });
  const value = (measure: Measure, units: readonly string[]): number | null => {
    const asked = { facts, atoms: atomsOf(units, months), period };
    const { numerator, denominator } = MEASURE_RULES[measure].ratio(asked);
    return denominator ? numerator / denominator : null;
  };
  const cellOf = (cell: string, name: string, units: readonly string[]): RepresentativeCell => {
    const reason = decisions.get(cell) ?? null;
    const shown = reason === null;
    return {
      ...period,
      cell,
      name,
      units,
      reason,
      amounts: shown ? facts.amounts('absence-days', atomsOf(units, months)) : null,
      absenceRate: shown ? value('absence-rate', units) : null,
      daysPerFte: shown ? value('days-per-fte', units) : null,
    };
  };
  return [cellOf(EVERYBODY, '', everybody), ...workplaces.map(({ id, name }) => cellOf(id, name, [id]))];
};
