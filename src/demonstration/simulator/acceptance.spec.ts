import { addDays, addMonths, localDate } from '../../shared/local-date.js';
import { dayOfDate, type Day } from './calendar.js';
import { figuresOf, isOwnSickness, type Figures } from './figures.js';
import { TARGET_DAYS_PER_FTE } from './parameters.js';
import type { Sector, Simulation } from './simulation.js';
import { simulate } from './simulator.js';

const endOn = localDate('2026-11-20');
const SECTORS: readonly Sector[] = ['municipal', 'private'];

const monthsFrom = (simulation: Simulation, first: number, count: number): { from: Day; to: Day } => ({
  from: dayOfDate(addMonths(simulation.beginOn, first)),
  to: dayOfDate(addDays(addMonths(simulation.beginOn, first + count), -1)),
});

/** The mean of the two years before the partnership, which no effect touches. */
const figuresBefore = (simulation: Simulation, sector?: Sector): Figures => {
  const [first, second] = [0, 12].map((month) =>
    figuresOf(simulation, { ...monthsFrom(simulation, month, 12), sector }),
  );
  if (!first || !second) throw new Error('no years');
  const mean = (figure: keyof Figures): number => (first[figure] + second[figure]) / 2;
  return {
    fteYears: mean('fteYears'),
    daysPerFte: mean('daysPerFte'),
    topTwentiethShare: mean('topTwentiethShare'),
    withoutSpellShare: mean('withoutSpellShare'),
    oneDayShare: mean('oneDayShare'),
    mondayShare: mean('mondayShare'),
  };
};

/** Own sickness spells begun per person-day employed, in the partnership's workplaces and in the others. */
const incidence = (
  simulation: Simulation,
  { from, to }: { from: Day; to: Day },
): { treated: number; others: number } => {
  const { employments, spells } = simulation;
  const isTreated = simulation.teams.map(({ inPartnership }) => inPartnership);
  const begun = { treated: 0, others: 0 };
  const days = { treated: 0, others: 0 };
  for (const spell of spells) {
    if (spell.from < from || spell.from > to || !isOwnSickness(spell)) continue;
    const terms = employments[spell.employment]?.terms ?? [];
    const team = (terms.length === 1 ? terms[0] : terms.findLast((term) => term.from <= spell.from))?.team;
    begun[isTreated[team ?? 0] ? 'treated' : 'others'] += 1;
  }
  for (const { to: left, terms } of employments) {
    terms.forEach((term, index) => {
      const until = Math.min((terms[index + 1]?.from ?? to + 1) - 1, left ?? to, to);
      days[isTreated[term.team] ? 'treated' : 'others'] += Math.max(0, until - Math.max(term.from, from) + 1);
    });
  }
  return { treated: begun.treated / days.treated, others: begun.others / days.others };
};

/** The change of incidence in the partnership's workplaces over that of the others. */
const incidenceRatio = (simulation: Simulation): number => {
  const before = incidence(simulation, monthsFrom(simulation, 0, 24));
  const after = incidence(simulation, { from: simulation.partnershipFrom, to: simulation.end });
  return after.treated / before.treated / (after.others / before.others);
};

describe('a simulation of 50,000 employees', () => {
  let simulation: Simulation;
  let figures: Figures;

  beforeAll(() => {
    simulation = simulate({ seed: 2026, endOn, employees: 50_000 });
    figures = figuresBefore(simulation);
  });

  it('has the days per full-time equivalent of its two sectors within 3 %', () => {
    const sectors = SECTORS.map((sector) => ({ sector, ...figuresBefore(simulation, sector) }));
    const targetDays = sectors.reduce(
      (sum, { sector, fteYears }) => sum + TARGET_DAYS_PER_FTE[sector] * fteYears,
      0,
    );
    const target = targetDays / figures.fteYears;
    expect(figures.daysPerFte / target).toBeGreaterThan(0.97);
    expect(figures.daysPerFte / target).toBeLessThan(1.03);
  });

  // Top twentieth: KRL 2015. Without a spell: DA 2022. One day and Mondays: Statistics Denmark 2017-22.
  it.each([
    ['topTwentiethShare', 0.4, 0.45],
    ['withoutSpellShare', 0.45, 0.5],
    ['oneDayShare', 0.39, 0.44],
    ['mondayShare', 0.3, 0.34],
  ] as const)('has its %s between %d and %d', (figure, low, high) => {
    expect(figures[figure]).toBeGreaterThan(low);
    expect(figures[figure]).toBeLessThan(high);
  });

  it('shows the true effect of -8 % on spells, and none where there is none', () => {
    const unaffected = simulate({ seed: 2026, endOn, employees: 50_000, effect: 0 });
    expect(Math.abs(incidenceRatio(simulation) - 0.92)).toBeLessThan(0.03);
    expect(Math.abs(incidenceRatio(unaffected) - 1)).toBeLessThan(0.03);
  });

  it('is matched by 1,200 employees within the 99 % band of so few', () => {
    const lastYear = (candidate: Simulation): Figures => figuresOf(candidate, monthsFrom(candidate, 12, 12));
    const samples = Array.from({ length: 20 }, (_, seed) => lastYear(simulate({ seed, endOn, months: 25 })));
    const own = lastYear(simulate({ seed: 2026, endOn }));
    const named = [
      'daysPerFte',
      'topTwentiethShare',
      'withoutSpellShare',
      'oneDayShare',
      'mondayShare',
    ] as const;
    for (const figure of named) {
      const centre = figures[figure];
      const variance =
        samples.reduce((sum, sample) => sum + (sample[figure] - centre) ** 2, 0) / samples.length;
      expect(Math.abs(own[figure] - centre)).toBeLessThan(2.845 * Math.sqrt(variance));
    }
  });
});
