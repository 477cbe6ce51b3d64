import { STUDIED, studyCoverage } from '../../bench/coverage-study.js';

const RUNS = 200;
/** Between them lies a binomial count of 200 at .95, and at .05, with probability .998. */
const [FEWEST_COVERED, MOST_COVERED, MOST_REJECTED] = [179, 198, 21];

/** The full study of 1,000 runs and all designs is `npm run bench -- coverage`. */
describe('simulated partnerships without effect', () => {
  const quick = STUDIED.filter(({ name }) => !/group-time|14 units/.test(name));
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

  it('centres on the effect where there is one', () => {
    const [design] = STUDIED;
    const { covered, meanEstimate } = design
      ? studyCoverage(design, 100, 0.85)
      : { covered: 0, meanEstimate: 0 };
    expect(Math.abs(meanEstimate - Math.log(0.85))).toBeLessThan(0.02);
    expect(covered).toBeGreaterThanOrEqual(87);
  });
});
