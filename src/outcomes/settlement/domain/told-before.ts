import { isSmallCount } from '../../../disclosure/index.js';
import type { PopulationFlow, Snapshot } from './snapshot.js';

const COUNTS = ['atStart', 'joined', 'left', 'atEnd'] as const;

/** Guardrails that are worked out from absence. */
const OF_ABSENCE = ['relapse', 'other-leave'] as const;

const figuresOf = (
  { guardrailFigures }: Snapshot,
  names: readonly (keyof Snapshot['guardrailFigures'])[],
): Snapshot['guardrailFigures'] =>
  Object.fromEntries(
    names.flatMap((name) => (guardrailFigures[name] == null ? [] : [[name, guardrailFigures[name]]])),
  );

const isChangedByFew = (was: PopulationFlow, is: PopulationFlow, limits: Snapshot['limits']): boolean =>
  COUNTS.some((count) => isSmallCount(Math.abs(is[count] - was[count]), limits));

const countsToldBefore = (was: Snapshot, now: Snapshot): Snapshot['counts'] =>
  Object.fromEntries(
    Object.entries(now.counts).map(([id, is]) => {
      const told = was.counts[id];
      const byFew = told && isSmallCount(Math.abs(is.observed - told.observed), now.limits);
      return [id, byFew ? told : is];
    }),
  );

/**
 * What a period is settled by when it has been told before: counts that have changed by few stay as they were told, and
 * so does all that absence is behind where what came in since is that of few. Two statements of a period then tell
 * nothing about few by their difference; what was left out comes with what is known later.
 *
 * @param absenceOfFew whether the absence that has come to be known since is that of too few
 */
export const asToldBefore = (was: Snapshot, now: Snapshot, absenceOfFew: boolean): Snapshot => {
  const { treated, comparison } = now.population;
  const [treatedByFew, comparisonByFew] = [
    isChangedByFew(was.population.treated, treated, now.limits),
    isChangedByFew(was.population.comparison, comparison, now.limits),
  ];
  const corrected = was.completeness.correctedSpells;
  const correctedByFew = isSmallCount(Math.abs(now.completeness.correctedSpells - corrected), now.limits);
  const counted: Snapshot = {
    ...now,
    counts: countsToldBefore(was, now),
    population: {
      treated: treatedByFew ? was.population.treated : treated,
      comparison: comparisonByFew ? was.population.comparison : comparison,
    },
    completeness: {
      ...now.completeness,
      correctedSpells: correctedByFew ? corrected : now.completeness.correctedSpells,
    },
    guardrailFigures: { ...now.guardrailFigures, ...(treatedByFew ? figuresOf(was, ['leavers']) : {}) },
  };
  if (!absenceOfFew) return counted;
  const told = new Set(now.indicators.map(({ id }) => id));
  return {
    ...counted,
    knownOn: was.knownOn,
    indicators: was.indicators.filter(({ id }) => told.has(id)),
    counts: was.counts,
    guardrailFigures: { ...counted.guardrailFigures, ...figuresOf(was, OF_ABSENCE) },
    guardrailsOfFew: [...new Set([...was.guardrailsOfFew, ...now.guardrailsOfFew])].sort(),
  };
};
