import { cox } from '../../evidence/cox.js';
import { logRank } from '../../evidence/log-rank.js';
import { kaplanMeier, restrictedMean, survivalQuantile, type Durations } from '../../evidence/survival.js';
import { grouped, rowsByGroup, vector, at } from '../../evidence/vector.js';
import { SHARED, type EvaluationDesign } from './design.js';
import type { Fields } from './fields.js';
import type { Given } from './given.js';

const durationFields = {
  duration: { kind: 'numbers', help: 'how long each was watched', required: true },
  ended: { kind: 'numbers', help: '1 where it ended then, 0 where it was still under way', required: true },
  entered: { kind: 'numbers', help: 'from which duration on it was watched' },
} as const satisfies Fields;

const sampleOf = (given: Given): Durations => ({
  durations: given.numbers('duration'),
  ended: given.numbers('ended'),
  ...given.optionalNumbers('entered', 'entered'),
  ...given.optionalNumbers('weights', 'weights'),
});

const curveOf = (sample: Durations, given: Given) => {
  const curve = kaplanMeier(sample, given.confidence);
  return {
    subjects: curve.subjects,
    events: curve.events,
    median: survivalQuantile(curve),
    ...(given.has('limit') && { restrictedMean: restrictedMean(curve, given.number('limit', NaN)) }),
    steps: curve.steps,
  };
};

const picked = (sample: Durations, rows: readonly number[]): Durations => {
  const of = (column: Durations['durations']) => vector(rows.length, (row) => at(column, at(rows, row)));
  return {
    durations: of(sample.durations),
    ended: of(sample.ended),
    ...(sample.entered && { entered: of(sample.entered) }),
    ...(sample.weights && { weights: of(sample.weights) }),
  };
};

const survival: EvaluationDesign = {
  summary: 'Kaplan-Meier curves; with groups also the log-rank test',
  fields: {
    ...durationFields,
    weights: { kind: 'numbers', help: 'how many like it a row stands for' },
    group: { kind: 'labels', help: 'one curve each, compared by the log-rank test' },
    strata: { kind: 'labels', help: 'within which groups are compared' },
    limit: { kind: 'number', help: 'the mean duration counted up to it' },
  },
  run: (given) => {
    const sample = sampleOf(given);
    if (!given.has('group')) return curveOf(sample, given);
    const group = grouped(given.labels('group'));
    return {
      curves: rowsByGroup(group).map((rows, place) => ({
        group: group.labels[place],
        ...curveOf(picked(sample, rows), given),
      })),
      logRank: logRank(
        sample,
        given.labels('group'),
        given.has('strata') ? given.labels('strata') : undefined,
      ),
    };
  },
};

const hazards: EvaluationDesign = {
  summary: 'Cox’s proportional hazards',
  fields: {
    ...durationFields,
    columns: SHARED.columns,
    categories: SHARED.categories,
    strata: { kind: 'labels', help: 'each with a baseline of its own' },
    clusters: SHARED.clusters,
    ties: { kind: 'choice', choices: ['efron', 'breslow'], help: 'efron unless told' },
  },
  run: (given) =>
    cox(sampleOf(given), given.explaining(), {
      ties: given.choice('ties', ['efron', 'breslow']),
      confidence: given.confidence,
      ...given.optionalLabels('strata', 'strata'),
      ...given.optionalLabels('clusters', 'clusters'),
    }),
};

export const DURATION_DESIGNS = {
  'kaplan-meier': survival,
  cox: hazards,
} as const satisfies Readonly<Record<string, EvaluationDesign>>;
