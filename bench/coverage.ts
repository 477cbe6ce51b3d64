import { DEMONSTRATION_EFFECT } from '../src/demonstration/simulator/simulator.js';
import { STUDIED, studyCoverage } from './coverage-study.js';
import type { Subject } from './report.js';

const RUNS = 1000;
/** The demonstration's. */
const EFFECT = 1 + DEMONSTRATION_EFFECT;
/** A true 5 per cent stays below it in 1,000 runs with probability .975. */
const MOST_PAID = 0.064;

/** How often intervals cover and ranks reject on simulated partnerships; besides, whether estimates centre on a true effect. */
export const coverage: Subject = () => {
  const designs = STUDIED.map((design) => {
    const none = studyCoverage(design, RUNS);
    const some = studyCoverage(design, RUNS, EFFECT);
    const [covered, paid] = [none.covered / RUNS, none.paid / RUNS];
    const isRight = design.isInterval
      ? covered >= 0.93 && covered <= 0.97 && paid <= MOST_PAID
      : 1 - covered <= 0.05;
    // Within three standard errors of the mean of so many estimates.
    const isCentred = Math.abs(some.meanEstimate - Math.log(EFFECT)) <= 3 * some.standardError;
    return {
      design: design.name,
      covered,
      paid,
      meanRatio: Math.exp(none.meanEstimate),
      meanRatioWithEffect: Math.exp(some.meanEstimate),
      standardError: some.standardError,
      coveredWithEffect: some.covered / RUNS,
      paidWithEffect: some.paid / RUNS,
      isRecommended: design.isUneven !== true,
      isRight: isRight && isCentred,
    };
  });
  const worst = Math.max(...designs.map(({ covered }) => 1 - covered));
  return Promise.resolve({
    subject: 'coverage',
    size: { partnerships: RUNS, monthsBefore: 24, monthsAfter: 12 },
    ours: { effect: EFFECT, designs },
    limit: { name: 'the level that the intervals promise', outside: 0.05 },
    ratio: worst / 0.05,
    goal: 'intervals cover 93-97 %, ranks reject at most 5 %, a one-sided 95 % bound pays at most 6.4 %, estimates centre on the effect',
    met: designs.every(({ isRight, isRecommended }) => isRight || !isRecommended),
    noise: { binomial: Number((2 * Math.sqrt((0.05 * 0.95) / RUNS)).toFixed(3)) },
  });
};
