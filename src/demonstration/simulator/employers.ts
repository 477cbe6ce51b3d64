import { SPELL_RATE, TEAM_SPREAD } from './parameters.js';
import { randomStream, STREAM } from './random.js';
import type { Sector, SimulatedEmployer, SimulatedTeam, SimulatedWorkplace } from './simulation.js';
import { TRADES, type TradeName } from './trades.js';

interface WorkplacePlan {
  readonly name: string;
  readonly trade: TradeName;
  readonly inPartnership: boolean;
  /** Positions when the simulation has 1,200 of them. */
  readonly positions: number;
}

interface EmployerPlan {
  readonly slug: string;
  readonly name: string;
  readonly sector: Sector;
  readonly workplaces: readonly WorkplacePlan[];
}

const plan = (name: string, trade: TradeName, positions: number, inPartnership = false): WorkplacePlan => ({
  name,
  trade,
  positions,
  inPartnership,
});

/** Invented: no such municipality and no such firm exist. */
const PARTNERS: readonly EmployerPlan[] = [
  {
    slug: 'fjordby',
    name: 'Fjordby Kommune',
    sector: 'municipal',
    workplaces: [
      plan('Plejecenter Strandengen', 'care-home', 60, true),
      plan('Plejecenter Lindegården', 'care-home', 60, true),
      plan('Børnehuset Regnbuen', 'day-care', 40, true),
      plan('Børnehuset Mælkebøtten', 'day-care', 40, true),
      plan('Fjordskolen', 'school', 40, true),
      plan('Engskolen', 'school', 40, true),
      plan('Plejecenter Bakkehøj', 'care-home', 60),
      plan('Plejecenter Søvang', 'care-home', 60),
      plan('Hjemmeplejen Nord', 'home-care', 80),
      plan('Hjemmeplejen Syd', 'home-care', 80),
      plan('Børnehuset Solstrålen', 'day-care', 40),
      plan('Børnehuset Kastanjen', 'day-care', 40),
      plan('Bakkeskolen', 'school', 60),
      plan('Mølleskolen', 'school', 60),
      plan('Rådhuset', 'town-hall', 60),
      plan('Borgercentret', 'town-hall', 60),
      plan('Vej og Park', 'outdoors', 70),
    ],
  },
  {
    slug: 'nordhavn',
    name: 'Nordhavn Komponenter A/S',
    sector: 'private',
    workplaces: [
      plan('Fabrikken i Fjordby', 'production', 60, true),
      plan('Montagehallen', 'production', 50, true),
      plan('Støberiet', 'production', 40, true),
      plan('Centrallageret', 'warehouse', 60),
      plan('Forsendelsen', 'warehouse', 40),
    ],
  },
];

const PLANNED_POSITIONS = 1200;
/** A team holds 12-25 people: about this many at the start, fewer or more after moves. */
const TEAM_SIZE = 20;

/** What multiplies each workplace's relative rate so that the sector's average is its own rate. */
const sectorScale = (employer: EmployerPlan): number => {
  const positions = employer.workplaces.reduce((sum, { positions }) => sum + positions, 0);
  const weighted = employer.workplaces.reduce(
    (sum, workplace) => sum + workplace.positions * TRADES[workplace.trade].relativeRate,
    0,
  );
  return (SPELL_RATE[employer.sector] * positions) / weighted;
};

const teamsOf = (
  workplace: WorkplacePlan,
  at: { seed: number; employer: number; firstTeam: number; positions: number; scale: number },
): SimulatedTeam[] => {
  const count = Math.max(1, Math.round(at.positions / TEAM_SIZE));
  const trade = TRADES[workplace.trade];
  return Array.from({ length: count }, (_, number) => {
    const index = at.firstTeam + number;
    const spread = randomStream(at.seed, STREAM.unit, index).normal() * TEAM_SPREAD;
    const name = `${trade.teamNoun} ${number + 1}`;
    return {
      index,
      employer: at.employer,
      name,
      path: `${workplace.name}/${name}`,
      trade: workplace.trade,
      inPartnership: workplace.inPartnership,
      isHead: number === 0,
      headTeam: at.firstTeam,
      positions:
        Math.floor(((number + 1) * at.positions) / count) - Math.floor((number * at.positions) / count),
      spellRate: at.scale * trade.relativeRate * Math.exp(spread - TEAM_SPREAD ** 2 / 2),
    };
  });
};

/** The partnership's two employers with their workplaces and teams, scaled to a number of positions. */
export const employersOf = (seed: number, employees: number): SimulatedEmployer[] => {
  let firstTeam = 0;
  return PARTNERS.map((employer, index) => {
    const scale = sectorScale(employer);
    const workplaces = employer.workplaces.map((workplace): SimulatedWorkplace => {
      const positions = Math.max(2, Math.round((workplace.positions * employees) / PLANNED_POSITIONS));
      const teams = teamsOf(workplace, { seed, employer: index, firstTeam, positions, scale });
      firstTeam += teams.length;
      const { name, trade, inPartnership } = workplace;
      return { name, trade, inPartnership, teams };
    });
    return { index, slug: employer.slug, name: employer.name, sector: employer.sector, workplaces };
  });
};
