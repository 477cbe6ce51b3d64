import fc from 'fast-check';
import { localDate } from '../../shared/local-date.js';
import { simulate } from './simulator.js';
import type { SimulatedSpell, Simulation } from './simulation.js';

const endOn = localDate('2026-11-20');
const { seed, employees } = { seed: 7, employees: 1200 };

const spellsByEmployment = ({ spells }: Simulation): Map<number, SimulatedSpell[]> => {
  const groups = new Map<number, SimulatedSpell[]>();
  for (const spell of spells) groups.set(spell.employment, [...(groups.get(spell.employment) ?? []), spell]);
  return groups;
};

describe('simulate', () => {
  const simulation = simulate({ seed, endOn });

  it('covers 48 calendar months with the partnership from the 25th', () => {
    expect(simulation).toMatchObject({
      beginOn: '2022-12-01',
      endOn: '2026-11-20',
      partnershipOn: '2024-12-01',
    });
  });

  it('has seventeen municipal workplaces, six in the partnership, and five private ones, three in it', () => {
    const counts = simulation.employers.map(({ sector, workplaces }) => ({
      sector,
      inPartnership: workplaces.filter(({ inPartnership }) => inPartnership).length,
      others: workplaces.filter(({ inPartnership }) => !inPartnership).length,
    }));
    expect(counts).toEqual([
      { sector: 'municipal', inPartnership: 6, others: 11 },
      { sector: 'private', inPartnership: 3, others: 2 },
    ]);
  });

  it('keeps about the asked number employed, in teams of 12 to 25', () => {
    const standing = simulation.employments.filter(({ to }) => to === null);
    expect(Math.abs(standing.length - employees)).toBeLessThan(0.03 * employees);
    const sizes = simulation.teams.map(
      (team) => standing.filter(({ terms }) => terms.at(-1)?.team === team.index).length,
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(27);
  });

  it('gives every team one leader on every day', () => {
    const gaps = simulation.teams.filter((team) => {
      const leaders = simulation.employments.filter(({ leads }) => leads === team.index);
      const follows = leaders.every(({ from }, index) => index === 0 || from - 1 === leaders[index - 1]?.to);
      return !follows || (leaders[0]?.from ?? Infinity) > simulation.begin || leaders.at(-1)?.to !== null;
    });
    expect(gaps).toEqual([]);
  });

  it('numbers people once within an employer, by five or six digits', () => {
    const numbers = simulation.employments.map(({ employer, number }) => `${employer} ${number}`);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(simulation.employments.every(({ number }) => /^\d{5,6}$/.test(number))).toBe(true);
  });

  it('is the same for the same seed and another for another', () => {
    expect(simulate({ seed, endOn }).spells).toEqual(simulation.spells);
    expect(simulate({ seed, endOn }).employments).toEqual(simulation.employments);
    expect(simulate({ seed: 8, endOn }).spells).not.toEqual(simulation.spells);
  });

  it('changes by its effect only the partnership and what comes after its start', () => {
    const unaffected = simulate({ seed, endOn, effect: 0 });
    expect(unaffected.employments).toEqual(simulation.employments);
    const untouched = ({ spells, employments, teams, partnershipFrom }: Simulation): SimulatedSpell[] =>
      spells.filter(({ employment, from }) => {
        const terms = employments[employment]?.terms ?? [];
        return from < partnershipFrom || terms.every(({ team }) => teams[team]?.inPartnership === false);
      });
    expect(untouched(unaffected)).toEqual(untouched(simulation));
    const everything = new Set(unaffected.spells.map(({ employment, from }) => `${employment} ${from}`));
    expect(simulation.spells.every(({ employment, from }) => everything.has(`${employment} ${from}`))).toBe(
      true,
    );
    expect(unaffected.spells.length).toBeGreaterThan(simulation.spells.length);
  });

  it.each([-1.1, 0.1, NaN])('refuses an effect of %d', (effect) => {
    expect(() => simulate({ seed, endOn, effect })).toThrow(RangeError);
  });

  it('holds every cause, and degrees only after full absence', () => {
    const causes = new Set(simulation.spells.map(({ cause }) => cause));
    expect([...causes].sort()).toEqual([
      'child-first-day',
      'child-second-day',
      'pregnancy-related',
      'section-56',
      'sickness',
      'work-injury',
    ]);
    const graded = simulation.spells.filter(({ steps }) => steps.length > 1);
    expect(graded.length).toBeGreaterThan(20);
    expect(graded.every(({ steps }) => steps[0]?.degree === 100)).toBe(true);
  });

  it('keeps spells of any seed within their employment, begun on working days, in order and apart', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(-0.3, -0.08, 0), (anySeed, effect) => {
        const small = simulate({ seed: anySeed, endOn, employees: 120, months: 14, effect });
        const isSound = (spell: SimulatedSpell, before: SimulatedSpell | undefined): boolean => {
          const { from = Infinity, to = null } = small.employments[spell.employment] ?? {};
          return (
            spell.from >= from &&
            spell.to <= (to ?? Infinity) &&
            spell.to >= Math.max(spell.from, small.begin) &&
            small.calendar.isWorking(spell.from) &&
            spell.from > (before?.to ?? 0) &&
            spell.steps[0]?.from === spell.from &&
            spell.steps.every((step, index) => index === 0 || step.from > (spell.steps[index - 1]?.from ?? 0))
          );
        };
        for (const spells of spellsByEmployment(small).values()) {
          expect(spells.filter((spell, index) => !isSound(spell, spells[index - 1]))).toEqual([]);
        }
      }),
      { numRuns: 15 },
    );
  });
});
