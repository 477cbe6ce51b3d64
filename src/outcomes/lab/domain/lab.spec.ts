import { drawsOf, gammaDraw } from '../../../evidence/random.js';
import { errorOf } from './detectable.js';
import { figuresOf, type UnitMoments } from './indicator-moments.js';
import { paymentFor, paymentsOver, type PaymentGrounds } from './payment-amounts.js';
import { chanceOfCount, chanceOfPayment, leastEstimate } from './payment-chance.js';
import { publishedFigures } from './published-figures.js';
import { groundsOf, personsNeeded, suitabilities } from './recommendation.js';
import { returnOf } from './regression-to-the-mean.js';
import { simulateEstimates, simulatedChance } from './simulation.js';

type Person = readonly [then: number, now: number, exposedThen?: number, exposedNow?: number];

/** What the database sums up of a unit's persons. */
const momentsOf = (persons: readonly Person[], unitId = 'a'): UnitMoments => {
  const sum = (part: (person: Required<Person>) => number): number =>
    persons.reduce((all, [then, now, e = 1, f = 1]) => all + part([then, now, e, f]), 0);
  return {
    unitId,
    first: {
      amount: sum(([y]) => y),
      exposure: sum(([, , e]) => e),
      amountSquared: sum(([y]) => y * y),
      amountExposure: sum(([y, , e]) => y * e),
      exposureSquared: sum(([, , e]) => e * e),
    },
    second: {
      amount: sum(([, y]) => y),
      exposure: sum(([, , , f]) => f),
      amountSquared: sum(([, y]) => y * y),
      amountExposure: sum(([, y, , f]) => y * f),
      exposureSquared: sum(([, , , f]) => f * f),
    },
    amounts: sum(([y, z]) => y * z),
    amountThenExposure: sum(([y, , , f]) => y * f),
    exposureThenAmount: sum(([, z, e]) => e * z),
    exposures: sum(([, , e, f]) => e * f),
  };
};

describe('figures from sums of persons', () => {
  it('are the usual mean, variation and correlation where all were there two years, by hand', () => {
    // Means 4 and 4; squares from them 16 + 0 + 16 and 4 + 4 + 0; products 8 + 0 + 0.
    const figures = figuresOf([
      momentsOf([
        [0, 2],
        [4, 6],
        [8, 4],
      ]),
    ]);
    expect(figures).toMatchObject({ persons: 3, units: 1, mean: 4, unitSize: 3 });
    expect(figures?.variation).toBeCloseTo(Math.sqrt((32 / 3 / 16 + 8 / 3 / 16) / 2), 12);
    expect(figures?.correlation).toBeCloseTo(8 / Math.sqrt(32 * 8), 12);
    expect(figures?.intraclassCorrelation).toBeNull();
    expect(figures?.unitCorrelation).toBeNull();
  });

  it('count who was there in one year only for as much as that is', () => {
    const stayed: readonly Person[] = [
      [0, 0],
      [10, 10],
      [2, 2],
      [4, 4],
    ];
    const left: readonly Person[] = [
      [0, 0, 1, 0],
      [10, 0, 1, 0],
      [2, 0, 1, 0],
      [4, 0, 1, 0],
    ];
    const came: readonly Person[] = left.map(([y]) => [0, y, 0, 1]);
    expect(figuresOf([momentsOf(stayed)])?.correlation).toBe(0.99);
    expect(figuresOf([momentsOf([...stayed, ...left, ...came])])?.correlation).toBeCloseTo(0.5, 12);
  });

  it('do not mind how persons are spread over units, but for what units share', () => {
    const persons: readonly Person[] = Array.from({ length: 80 }, (_, place) => [
      place % 7,
      (place * 3) % 11,
    ]);
    const units = Array.from({ length: 8 }, (_, unit) =>
      momentsOf(persons.slice(10 * unit, 10 * unit + 10), `${unit}`),
    );
    const [split, whole] = [figuresOf(units), figuresOf([momentsOf(persons)])];
    expect(split?.variation).toBeCloseTo(whole?.variation ?? NaN, 12);
    expect(split?.correlation).toBeCloseTo(whole?.correlation ?? NaN, 12);
    expect(split).toMatchObject({ unitSize: 10, units: 8, persons: 80 });
  });

  it('find the design effect that persons were drawn with', () => {
    const draws = drawsOf(3);
    // Variances between units and within, of each year: 0.02 and 0.98 of 1, so that the change has an ICC of .02.
    const units = Array.from({ length: 1500 }, (_, unit) => {
      const [then, now] = [gammaDraw(draws, 50) / 50, gammaDraw(draws, 50) / 50];
      const own = (): number => gammaDraw(draws, 1 / 0.96) * 0.96;
      return momentsOf(
        Array.from({ length: 40 }, (): Person => [own() * then, own() * now]),
        `${unit}`,
      );
    });
    const figures = figuresOf(units);
    expect(figures?.intraclassCorrelation).toBeGreaterThan(0.016);
    expect(figures?.intraclassCorrelation).toBeLessThan(0.024);
    expect(figures?.correlation).toBeLessThan(0.02);
    expect(figures?.unitCorrelation).toBeLessThan(0.08);
  });

  it('are none where nothing was counted', () => {
    expect(
      figuresOf([
        momentsOf([
          [0, 1],
          [0, 2],
        ]),
      ]),
    ).toBeNull();
    expect(
      figuresOf([
        momentsOf([
          [3, 3],
          [3, 3],
        ]),
      ]),
    ).toBeNull();
    expect(figuresOf([])).toBeNull();
  });
});

describe('when a rule opens payment', () => {
  it('asks more of an uncertain estimate', () => {
    expect(leastEstimate({ evidence: 'point', threshold: 0.075 }, 0.1)).toBe(0.075);
    expect(leastEstimate({ evidence: 'lower-bound', threshold: 0.02, level: 0.05 }, 0.1)).toBeCloseTo(
      0.1845,
      4,
    );
    // tau^2/(tau^2 + se^2) is a fifth.
    expect(leastEstimate({ evidence: 'shrunk', threshold: 0.03, tau: 0.05 }, 0.1)).toBeCloseTo(0.15, 12);
  });

  it('pays half the time for nothing where a shrunk estimate has no threshold, and one time in twenty by the bound', () => {
    expect(chanceOfPayment({ evidence: 'shrunk', threshold: 0, tau: 0.05 }, 0.1)).toBe(0.5);
    expect(chanceOfPayment({ evidence: 'lower-bound', threshold: 0, level: 0.05 }, 0.1)).toBeCloseTo(
      0.05,
      10,
    );
  });

  it('Vordingborg’s count is safe from chance, not from drift', () => {
    const rule = { expected: 200, below: 80, drift: 0 };
    expect(chanceOfCount(rule)).toBeLessThan(1e-20);
    expect(chanceOfCount({ ...rule, drift: 0.3 })).toBeGreaterThan(0.0005);
    expect(chanceOfCount({ ...rule, drift: 0.3 }, 0.65)).toBeGreaterThan(0.65);
  });

  it('a count below one is none at all, by hand', () => {
    expect(chanceOfCount({ expected: 2, below: 1, drift: 0 })).toBeCloseTo(Math.exp(-2), 12);
    // Negative binomial of shape 4: (4/6)^4, and with one more 4 · (2/6) times that.
    expect(chanceOfCount({ expected: 2, below: 1, drift: 0.5 })).toBeCloseTo((4 / 6) ** 4, 12);
    expect(chanceOfCount({ expected: 2, below: 2, drift: 0.5 })).toBeCloseTo((4 / 6) ** 4 * (1 + 4 / 3), 12);
  });
});

const GROUNDS: PaymentGrounds = {
  term: {
    purse: 'employer',
    attribution: '1',
    rate: 200_000,
    costs: 0,
    share: '0.5',
    evidence: 'point',
    threshold: '0.05',
  },
  periodCap: 100_000_000,
  expected: 10_000,
  error: 0.1,
  level: 0.05,
  tau: 0.05,
};

describe('what would be paid', () => {
  it('is the statement’s own arithmetic: a tenth of 10,000 days at 2,000 kr., half of it', () => {
    expect(paymentFor(GROUNDS, 0.1)).toBe(100_000_000);
    expect(paymentFor(GROUNDS, 0.08)).toBe(80_000_000);
    expect(paymentFor(GROUNDS, 0.0499)).toBe(0);
    const bound = {
      ...GROUNDS,
      term: { ...GROUNDS.term, evidence: 'lower-bound', threshold: null } as const,
    };
    expect(paymentFor(bound, 0.16)).toBe(0);
    expect(paymentFor(bound, 0.17)).toBeGreaterThan(0);
  });

  it('is spread as the estimate is, never falls with the effect, and is capped', () => {
    const rows = paymentsOver(GROUNDS);
    const nothing = rows.find(({ effect }) => effect === 0);
    expect(nothing?.chance).toBeCloseTo(chanceOfPayment({ evidence: 'point', threshold: 0.05 }, 0.1), 2);
    expect(nothing).toMatchObject({ low: 0, middle: 0, high: 100_000_000 });
    expect(rows.map(({ mean }) => mean)).toEqual(rows.map(({ mean }) => mean).sort((a, b) => a - b));
    expect(Math.max(...rows.map(({ high }) => high))).toBe(100_000_000);
  });
});

describe('what is recommended', () => {
  const days = publishedFigures('days', 0.5);
  const spells = publishedFigures('spells', 0.5);

  it('needs the persons that make the bound hold four times in five', () => {
    const needed = personsNeeded(days, 0.1);
    const error = errorOf(days, { treated: needed, compared: needed });
    const rule = { evidence: 'lower-bound', threshold: 0, level: 0.05 } as const;
    expect(chanceOfPayment(rule, error, 0.1)).toBeCloseTo(0.8, 3);
    expect(needed).toBe(5789);
  });

  it('puts spells before days', () => {
    const sizes = { treated: 500, compared: 500 };
    const found = suitabilities(
      new Map([
        ['days', days],
        ['spells', spells],
      ] as const),
      sizes,
      0.1,
    );
    expect(found.map(({ measure }) => measure)).toEqual(['spells', 'days']);
    expect(found[0]?.personsNeeded).toBeLessThan(1500);
    expect(found[1]?.power).toBeCloseTo(0.18, 2);
  });

  it.each([
    ['three treated units', 'lot', 3, 30, 'too-few-treated', 'randomisation'],
    ['nine chosen comparison units', 'chosen', 4, 9, 'p-out-of-reach', 'wild-cluster-bootstrap'],
    ['eight units by lot: a p, no interval', 'lot', 4, 4, 'no-interval', 'randomisation'],
    ['twenty-four units', 'chosen', 4, 20, null, 'wild-cluster-bootstrap'],
    ['sixty units', 'lot', 30, 30, null, 'cluster-robust'],
  ] as const)('%s', (_, choice, treated, comparison, refusal, inference) => {
    expect(groundsOf(choice, { treated, comparison }, 0.05, 1)).toMatchObject({ refusal, inference });
  });
});

it('what comes back by itself: units a fifth above the others lose half of it at a correlation of one half', () => {
  const high = momentsOf([
    [9, 12],
    [9, 12],
  ]);
  const other = momentsOf(
    [
      [10, 10],
      [10, 10],
    ],
    'b',
  );
  const found = returnOf([high], [other], 0.5);
  expect(found?.excess).toBeCloseTo(0.2, 12);
  expect(found?.expected).toBeCloseTo(0.1, 12);
  expect(returnOf([other], [high], 0.5)?.expected).toBe(0);
  expect(returnOf([high], [], 0.5)).toBeNull();
});

it('the bound keeps its level on skewed persons in few units, where a threshold does not', () => {
  const figures = { ...publishedFigures('days', 0.5), unitSize: 50, intraclassCorrelation: 0.02 };
  const nothing = simulateEstimates({
    figures,
    treatedUnits: 12,
    comparedUnits: 12,
    effect: 0,
    runs: 1000,
    seed: 7,
  });
  expect(simulatedChance({ evidence: 'lower-bound', threshold: 0, level: 0.05 }, nothing)).toBeLessThan(
    0.075,
  );
  expect(simulatedChance({ evidence: 'point', threshold: 0.05 }, nothing)).toBeGreaterThan(0.3);
  expect(simulatedChance({ evidence: 'shrunk', threshold: 0.05, tau: 0.05 }, nothing)).toBeLessThan(0.2);
});
