import { designOf } from '../src/evidence/design.js';
import { leastSquares } from '../src/evidence/least-squares.js';
import { drawsOf } from '../src/evidence/random.js';
import { restrictedLeastSquares } from '../src/evidence/restricted-model.js';
import { wildClusterBootstrap } from '../src/evidence/wild-bootstrap.js';
import { median, rounded, spread } from './measuring.js';
import type { Subject } from './report.js';

const ROWS = 100_000;
const CLUSTERS = 50;
const DRAWS = 9999;
const RUNS = 3;
const GOAL_SECONDS = 10;

/** Rows of a difference in differences: half of the clusters treated, half of each one's rows after. */
const panel = () => {
  const draws = drawsOf(2026);
  const rows = Array.from({ length: ROWS }, (_, row) => row);
  const clusters = Int32Array.from(rows, (row) => row % CLUSTERS);
  const treated = Float64Array.from(clusters, (cluster) => cluster % 2);
  const after = Float64Array.from(rows, (row) => (row < ROWS / 2 ? 0 : 1));
  const both = treated.map((value, row) => value * (after[row] ?? NaN));
  const levels = Float64Array.from({ length: CLUSTERS }, () => draws.uniform());
  const y = Float64Array.from(clusters, (cluster) => (levels[cluster] ?? NaN) + draws.uniform());
  return { y, clusters, columns: { treated, after, both } };
};

const seconds = (work: () => unknown): number => {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
};

/** The wild cluster bootstrap with its interval, from rows to result, against one least squares fit of the same rows. */
export const evidence: Subject = () => {
  const { y, clusters, columns } = panel();
  const design = designOf(ROWS, columns);
  const bootstrap = () =>
    wildClusterBootstrap(restrictedLeastSquares(y, design, 'both'), clusters, { seed: 1, draws: DRAWS });
  const fit = () => leastSquares(y, design);
  const result = bootstrap();
  fit();
  const runs = Array.from({ length: RUNS }, () => ({ ours: seconds(bootstrap), limit: seconds(fit) }));
  const ours = runs.map((run) => run.ours);
  const limit = runs.map((run) => run.limit);
  return Promise.resolve({
    subject: 'evidence',
    size: { rows: ROWS, clusters: CLUSTERS, draws: DRAWS, runs: RUNS },
    ours: { seconds: rounded(median(ours), 2), p: result.p, lower: result.lower, upper: result.upper },
    limit: { name: 'one least squares fit of the same rows', seconds: rounded(median(limit), 3) },
    ratio: rounded(median(ours) / median(limit), 1),
    goal: `at most ${GOAL_SECONDS} seconds`,
    met: median(ours) <= GOAL_SECONDS,
    noise: { ours: spread(ours), limit: spread(limit) },
  });
};
