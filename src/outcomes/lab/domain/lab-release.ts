import {
  atomsOf,
  countedReason,
  decideRelease,
  familyCell,
  type Atoms,
  type DisclosureLimits,
  type EarlierCell,
  type Reason,
} from '../../../disclosure/index.js';
import type { CountedMoments, CountedYear } from './lab-content.js';
import { figuresOf, type IndicatorFigures } from './indicator-moments.js';

/** A figure of some units together that leaves the house or has left it. */
export type UnitSet = readonly string[];

export interface AskedSets {
  readonly treated: UnitSet;
  readonly compared: UnitSet;
}

/** Why figures of the units together, and of each side by itself, may not be known; null where they may. */
export interface LabDecision {
  readonly whole: Reason | null;
  readonly sides: Reason | null;
}

// The lab's months are one piece: it shows no part of them.
const MONTHS = ['2000-01-01'];

const unitsIn = (atoms: Atoms): ReadonlySet<string> =>
  new Set([...atoms].map((atom) => atom.slice(0, atom.indexOf(' '))));

const yearReason = (years: readonly CountedYear[], limits: DisclosureLimits): Reason | null =>
  countedReason(
    {
      persons: years.reduce((sum, year) => sum + year.persons, 0),
      holders: years.reduce((sum, year) => sum + year.holders, 0),
      largest: Math.max(0, ...years.map((year) => year.largest)),
      total: years.reduce((sum, year) => sum + year.amount, 0),
    },
    limits,
  );

/**
 * Decides by the output policy whether the figures of a choice of units may leave (definitions 6.1): by itself, beside
 * its two sides, and beside every choice that was looked at before, lest the difference of two tells about too few.
 * @param moments of one measure
 */
export const decideLab = (
  moments: readonly CountedMoments[],
  { treated, compared }: AskedSets,
  earlier: readonly UnitSet[],
  limits: DisclosureLimits,
): LabDecision => {
  const of = (atoms: Atoms): CountedMoments[] => {
    const units = unitsIn(atoms);
    return moments.filter((unit) => units.has(unit.unitId));
  };
  const sides = [familyCell('treated', treated, MONTHS), familyCell('compared', compared, MONTHS)];
  const decisions = decideRelease({
    root: familyCell('whole', [...treated, ...compared], MONTHS, compared.length > 0 ? sides : []),
    judge: {
      reason: (atoms) => {
        const own = of(atoms);
        return (
          yearReason(
            own.map((unit) => unit.first),
            limits,
          ) ??
          yearReason(
            own.map((unit) => unit.second),
            limits,
          )
        );
      },
      size: (atoms) => of(atoms).reduce((sum, unit) => sum + unit.second.persons, 0),
    },
    earlier: earlier.map((units): EarlierCell => ({
      atoms: atomsOf(units, MONTHS),
      amounts: [],
      readAt: '',
    })),
    // Nothing changes in a lab once it was read.
    changeTells: () => false,
  });
  return {
    whole: decisions.get('whole') ?? null,
    sides: decisions.get('treated') ?? decisions.get('compared') ?? (compared.length > 0 ? null : 'nothing'),
  };
};

const digits = (figure: number, count = 2): number => Number(figure.toPrecision(count));
const places = (figure: number | null, count: number): number | null =>
  figure === null ? null : Number(figure.toFixed(count));

/** Figures as they are released: two digits, and everything after is computed from those. */
export const releasedFigures = (moments: readonly CountedMoments[]): IndicatorFigures | null => {
  const figures = figuresOf(moments);
  if (figures === null) return null;
  return {
    persons: digits(figures.persons),
    units: figures.units,
    mean: digits(figures.mean),
    variation: digits(figures.variation),
    correlation: places(figures.correlation, 2) ?? 0,
    intraclassCorrelation: places(figures.intraclassCorrelation, 3),
    unitSize: Math.max(1, digits(figures.unitSize)),
    unitCorrelation: places(figures.unitCorrelation, 2),
  };
};

/** Persons below which a twentieth of them is too few to speak of. */
const FEWEST_FOR_TOP = 100;

/** What the twentieth with most hold: in whole per cent, employers weighed by their amounts; null where too few. */
export const releasedTopShare = (moments: readonly CountedMoments[]): number | null => {
  const persons = moments.reduce((sum, unit) => sum + unit.second.persons, 0);
  const told = moments.filter((unit) => unit.topShare !== null);
  const amount = told.reduce((sum, unit) => sum + unit.second.amount, 0);
  if (persons < FEWEST_FOR_TOP || !(amount > 0)) return null;
  return places(told.reduce((sum, unit) => sum + (unit.topShare ?? 0) * unit.second.amount, 0) / amount, 2);
};
