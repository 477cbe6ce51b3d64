import { sendLoad, type Load, type LoadFigures } from './load.js';
import { median, rounded, spread } from './measuring.js';
import type { Stage } from './stage.js';

export const RUNS = 5;
const WARM_UP_SECONDS = 2;

const summary = (runs: readonly LoadFigures[]) => ({
  p99: rounded(median(runs.map((run) => run.p99)), 2),
  p50: rounded(median(runs.map((run) => run.p50)), 2),
  requestsPerSecond: Math.round(median(runs.map((run) => run.requestsPerSecond))),
});

/** Two routes under load, turn by turn: the median of five runs each. */
export const alternate = async (stage: Stage, ours: Load, limit: Load) => {
  await sendLoad(ours, WARM_UP_SECONDS);
  await sendLoad(limit, WARM_UP_SECONDS);
  const figures: { readonly ours: LoadFigures[]; readonly limit: LoadFigures[] } = { ours: [], limit: [] };
  for (let run = 0; run < RUNS; run += 1) {
    figures.ours.push(await sendLoad(ours));
    figures.limit.push(await sendLoad(limit));
    stage.tell(`  p99 ${figures.ours.at(-1)?.p99} ms against ${figures.limit.at(-1)?.p99} ms`);
  }
  const [found, bare] = [summary(figures.ours), summary(figures.limit)];
  return {
    ours: found,
    limit: bare,
    ratio: rounded(found.p99 / bare.p99, 2),
    noise: {
      ours: spread(figures.ours.map((run) => run.p99)),
      limit: spread(figures.limit.map((run) => run.p99)),
    },
  };
};
