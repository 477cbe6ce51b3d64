import { differenceInDifferences } from '../../evidence/difference-in-differences.js';
import { groupTimeEffects } from '../../evidence/group-time-effects.js';
import { interruptedSeries } from '../../evidence/interrupted-series.js';
import { eventStudy, twoWayFixedEffects } from '../../evidence/panel-effects.js';
import { randomisationTest } from '../../evidence/randomisation.js';
import { syntheticControl, type ComparedUnit } from '../../evidence/synthetic-control.js';
import { at, distinct, grouped, mean, rowsByGroup, vector } from '../../evidence/vector.js';
import { drawing, SHARED, type EvaluationDesign } from './design.js';
import { EvaluationFault, type Fields } from './fields.js';
import type { Given } from './given.js';

const SCALES = ['difference', 'ratio'] as const;
const SERIES_FAMILIES = ['linear', 'poisson', 'quasi-poisson', 'negative-binomial', 'logit'] as const;
const exposure = { kind: 'numbers', help: 'what the outcome is counted over' } as const;
const firstTreated = {
  kind: 'numbers',
  help: 'the first period in which the unit is treated, 0 for never',
  required: true,
} as const;

const beforeAndAfter: EvaluationDesign = {
  summary: 'difference in differences, the inference by the number of clusters',
  fields: {
    outcome: SHARED.outcome,
    treated: { kind: 'numbers', help: '1 for the treated, before and after; else 0', required: true },
    after: { kind: 'numbers', help: '1 after the beginning, else 0', required: true },
    scale: { kind: 'choice', choices: SCALES, help: 'of means, or of rates; difference unless told' },
    exposure,
    clusters: SHARED.clusters,
    drawnByLot: { kind: 'boolean', help: 'whether the treated clusters were' },
    seed: SHARED.seed,
    draws: SHARED.draws,
  },
  run: (given) => ({
    ...differenceInDifferences(
      {
        outcome: given.numbers('outcome'),
        treated: given.numbers('treated'),
        after: given.numbers('after'),
        ...given.optionalNumbers('exposure', 'exposure'),
        ...given.optionalLabels('clusters', 'clusters'),
      },
      {
        ...drawing(given),
        scale: given.choice('scale', SCALES),
        drawnByLot: given.boolean('drawnByLot', false),
      },
    ),
    seed: given.number('seed', 1),
  }),
};

const staggered: EvaluationDesign = {
  summary: 'effects by group and time for a staggered start (Callaway and Sant’Anna)',
  fields: {
    outcome: SHARED.outcome,
    unit: SHARED.unit,
    period: SHARED.period,
    firstTreated,
    control: {
      kind: 'choice',
      choices: ['never-treated', 'not-yet-treated'],
      help: 'never-treated unless told',
    },
  },
  run: (given) =>
    groupTimeEffects(
      { ...panelOf(given), firstTreated: given.numbers('firstTreated') },
      {
        control: given.choice('control', ['never-treated', 'not-yet-treated']),
        confidence: given.confidence,
      },
    ),
};

const panelFields = {
  outcome: SHARED.outcome,
  unit: SHARED.unit,
  period: SHARED.period,
  weights: SHARED.weights,
  clusters: { kind: 'labels', help: 'which units go together; each its own unless told' },
} as const satisfies Fields;

const panelOf = (given: Given) => ({
  outcome: given.numbers('outcome'),
  unit: given.labels('unit'),
  period: given.numbers('period'),
  ...given.optionalNumbers('weights', 'weights'),
  ...given.optionalLabels('clusters', 'clusters'),
});

const events: EvaluationDesign = {
  summary: 'event study: effects by periods since the start, and a test of the leads',
  fields: {
    ...panelFields,
    firstTreated,
    leads: { kind: 'whole', help: 'periods before, the outermost with all beyond; 4' },
    lags: { kind: 'whole', help: 'periods after, the same; 4' },
  },
  run: (given) =>
    eventStudy(panelOf(given), given.numbers('firstTreated'), {
      leads: given.number('leads', 4),
      lags: given.number('lags', 4),
      confidence: given.confidence,
    }),
};

const fixedEffects: EvaluationDesign = {
  summary: 'least squares with an own level for every unit and period',
  fields: { ...panelFields, columns: { ...SHARED.columns, required: true } },
  run: (given) => twoWayFixedEffects(panelOf(given), given.explaining(), given.confidence),
};

const interrupted: EvaluationDesign = {
  summary: 'interrupted time series, controlled where a second series is marked',
  fields: {
    outcome: SHARED.outcome,
    time: { kind: 'numbers', help: 'whole numbers that count periods, in order', required: true },
    interruptedAt: { kind: 'number', help: 'the first time after', required: true },
    interrupted: { kind: 'numbers', help: '1 for rows of the interrupted series, 0 for the other' },
    family: { kind: 'choice', choices: SERIES_FAMILIES, help: 'linear unless told' },
    exposure,
    slopeChange: { kind: 'boolean', help: 'whether the trend may change too; false' },
    seasonPeriod: { kind: 'whole', help: 'periods in a year; no season unless told' },
    seasonPairs: { kind: 'whole', help: 'waves in it; 2' },
    errors: { kind: 'choice', choices: ['Newey-West', 'classical'], help: 'Newey-West unless told' },
    lags: { kind: 'whole', help: 'how far errors go together; by length of the series unless told' },
  },
  run: (given) =>
    interruptedSeries(
      {
        outcome: given.numbers('outcome'),
        time: given.numbers('time'),
        interruptedAt: given.number('interruptedAt', NaN),
        ...given.optionalNumbers('interrupted', 'interrupted'),
        ...given.optionalNumbers('exposure', 'exposure'),
      },
      {
        family: given.choice('family', SERIES_FAMILIES),
        slopeChange: given.boolean('slopeChange', false),
        errors: given.choice('errors', ['Newey-West', 'classical']),
        confidence: given.confidence,
        ...given.optionalNumber('lags', 'lags'),
        ...(given.has('seasonPeriod') && {
          season: { period: given.number('seasonPeriod', 12), pairs: given.number('seasonPairs', 2) },
        }),
      },
    ),
};

const synthetic: EvaluationDesign = {
  summary: 'synthetic control of one unit with placebo ranks',
  fields: {
    outcome: SHARED.outcome,
    unit: SHARED.unit,
    period: SHARED.period,
    treatedUnit: { kind: 'text', help: 'its label', required: true },
    firstAfter: { kind: 'number', help: 'the first period after the beginning', required: true },
    predictors: { kind: 'columns', help: 'matched on their means before' },
    matchedPeriods: { kind: 'list', help: 'periods whose outcomes are matched too' },
    importance: { kind: 'list', help: 'of predictors, then periods; searched for unless told' },
    placebos: { kind: 'boolean', help: 'whether donors are taken for treated; true' },
  },
  run: (given) => {
    const [periods, units] = unitsOf(given);
    const treated = units.find(({ label }) => label === given.text('treatedUnit'));
    if (!treated) throw new EvaluationFault(`there is no unit ${given.text('treatedUnit')}`);
    return {
      periods,
      ...syntheticControl(
        treated,
        units.filter((unit) => unit !== treated),
        {
          periodsBefore: periods.filter((period) => period < given.number('firstAfter', NaN)).length,
          placebos: given.boolean('placebos', true),
          ...(given.has('importance') && { importance: given.list('importance') }),
        },
      ),
    };
  },
};

/** A balanced panel as one series a unit. */
const unitsOf = (given: Given): [number[], ComparedUnit[]] => {
  const [outcome, period] = [given.numbers('outcome'), given.numbers('period')];
  const units = grouped(given.labels('unit'));
  const periods = distinct(period);
  const isBefore = (row: number): boolean => at(period, row) < given.number('firstAfter', NaN);
  const compared = rowsByGroup(units).map((rows, unit): ComparedUnit => {
    const label = units.labels[unit] ?? '';
    const rowOf = new Map(rows.map((row) => [at(period, row), row]));
    const missing = periods.find((each) => !rowOf.has(each));
    if (missing !== undefined || rowOf.size !== rows.length)
      throw new EvaluationFault(
        `unit ${label} must have one row in each period: ${missing ?? 'one is there twice'}`,
      );
    const valueAt = (each: number): number => at(outcome, rowOf.get(each) ?? -1);
    const before = rows.filter(isBefore);
    const predictors = [
      ...given.names('predictors').map((name) => mean(before.map((row) => at(given.named(name), row)))),
      ...given.list('matchedPeriods').map(valueAt),
    ];
    const outcomes = periods.map(valueAt);
    return predictors.length > 0 ? { label, outcomes, predictors } : { label, outcomes };
  });
  return [periods, compared];
};

const randomisation: EvaluationDesign = {
  summary: 'randomisation test of a difference of means of units',
  fields: {
    outcome: SHARED.outcome,
    treated: { kind: 'numbers', help: '1 for the treated, else 0', required: true },
    unit: SHARED.unit,
    strata: { kind: 'labels', help: 'within which units were drawn' },
    seed: SHARED.seed,
    draws: SHARED.draws,
  },
  run: (given) => {
    const rows = rowsByGroup(grouped(given.labels('unit')));
    const means = (column: Float64Array): Float64Array =>
      vector(rows.length, (unit) => mean((rows[unit] ?? []).map((row) => at(column, row))));
    const [outcomes, treated] = [means(given.numbers('outcome')), means(given.numbers('treated'))];
    const mixed = treated.findIndex((share) => share !== 0 && share !== 1);
    if (mixed >= 0)
      throw new EvaluationFault(
        `unit ${given.labels('unit')[rows[mixed]?.[0] ?? 0]} is both treated and not`,
      );
    const statistic = (assignment: Uint8Array): number =>
      mean(outcomes.filter((_, unit) => assignment[unit] === 1)) -
      mean(outcomes.filter((_, unit) => assignment[unit] === 0));
    const strata = given.has('strata') && {
      strata: rows.map((own) => given.labels('strata')[own[0] ?? -1] ?? ''),
    };
    return {
      ...randomisationTest(treated, statistic, { ...drawing(given), ...strata }),
      seed: given.number('seed', 1),
    };
  },
};

export const EFFECT_DESIGNS = {
  'difference-in-differences': beforeAndAfter,
  'group-time-effects': staggered,
  'event-study': events,
  'fixed-effects': fixedEffects,
  'interrupted-series': interrupted,
  'synthetic-control': synthetic,
  randomisation,
} as const satisfies Readonly<Record<string, EvaluationDesign>>;
