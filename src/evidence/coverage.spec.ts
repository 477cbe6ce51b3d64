import { DEMONSTRATION_EFFECT } from '../demonstration/simulator/simulator.js';
import { STUDIED, studyCoverage } from '../../bench/coverage-study.js';

const RUNS = 200;
/** Between them lies a binomial count of 200 at .95, and at .05, with probability .998. */
const [FEWEST_COVERED, MOST_COVERED, MOST_REJECTED] = [179, 198, 21];

/** The full study of 1,000 runs and all designs is `npm run bench -- coverage`. */
describe('simulated partnerships without effect', () => {
  const quick = STUDIED.filter(({ name }) => !/group-time|14 units|of which|uneven/.test(name));
  it.each(quick.map((design) => [design.name, design] as const))('%s', (_, design) => {
    const { covered, paid, meanEstimate } = studyCoverage(design, RUNS);
    if (design.isInterval) {
      expect(covered).toBeGreaterThanOrEqual(FEWEST_COVERED);
      expect(covered).toBeLessThanOrEqual(MOST_COVERED);
    }
    expect(RUNS - covered).toBeLessThanOrEqual(MOST_REJECTED);
    expect(paid).toBeLessThanOrEqual(MOST_REJECTED);
    expect(Math.abs(meanEstimate)).toBeLessThan(0.03);
  });

  it('centre on the demonstration’s effect where there is one', () => {
    const [design] = STUDIED;
    const truth = 1 + DEMONSTRATION_EFFECT;
    const { covered, meanEstimate, standardError } = design
      ? studyCoverage(design, 100, truth)
      : { covered: 0, meanEstimate: 0, standardError: 0 };
    expect(Math.abs(meanEstimate - Math.log(truth))).toBeLessThan(3 * standardError);
    expect(covered).toBeGreaterThanOrEqual(87);
  });
});
