import { firstDayOfMonth, monthOfDay, type Day } from './calendar.js';
import { fictitiousName } from './names.js';
import { YEARLY } from './parameters.js';
import { pick, pickWeighted, randomStream, STREAM, type Random } from './random.js';
import type { SimulatedEmployer, SimulatedEmployment, SimulatedTeam, Term } from './simulation.js';
import { TRADES, type Trade } from './trades.js';

/** The stretch that is simulated: from a while before the first file, so that spells are already open on it. */
export interface Stretch {
  readonly seed: number;
  readonly warmUp: Day;
  readonly begin: Day;
  readonly end: Day;
}

type Draft = Omit<SimulatedEmployment, 'index' | 'number'>;

interface Stay {
  readonly from: Day;
  /** Null when it lasts beyond the stretch. */
  readonly to: Day | null;
}

// Bound once: a look-up of a global is slow in the test runner's context, and these run millions of times.
const { floor, max } = Math;

const LONGEST_TENURE_YEARS = 38;
const HIRED_MID_MONTH = 0.2;
const VACANT_A_MONTH = 0.3;

const tradeOf = (team: SimulatedTeam): Trade => TRADES[team.trade];

/** Who holds a position one after the other. A constant rate of leaving makes tenure before the stretch exponential too. */
const staysOf = (random: Random, leads: boolean, stretch: Stretch): Stay[] => {
  const rate = leads ? YEARLY.leaderTurnover : YEARLY.turnover;
  const months = (): number => floor((random.exponential() * 12) / rate);
  const stays: Stay[] = [];
  const warmUpMonth = monthOfDay(stretch.warmUp);
  let from = firstDayOfMonth(warmUpMonth - (months() % (LONGEST_TENURE_YEARS * 12)));
  let leavingMonth = warmUpMonth + months();
  for (;;) {
    const to = firstDayOfMonth(leavingMonth + 1) - 1;
    if (to >= stretch.end) return [...stays, { from, to: null }];
    if (to >= stretch.begin) stays.push({ from, to });
    const hiredMonth = leavingMonth + 1 + (!leads && random.chance(VACANT_A_MONTH) ? 1 : 0);
    from = firstDayOfMonth(hiredMonth) + (!leads && random.chance(HIRED_MID_MONTH) ? 14 : 0);
    if (from > stretch.end) return stays;
    leavingMonth = hiredMonth + months();
  }
};

/** Teams of one employer and trade: where a person may move to. */
const destinationsOf = (teams: readonly SimulatedTeam[]): ReadonlyMap<string, readonly SimulatedTeam[]> => {
  const groups = new Map<string, SimulatedTeam[]>();
  for (const team of teams) {
    const key = `${team.employer} ${team.trade}`;
    const group = groups.get(key);
    if (group) group.push(team);
    else groups.set(key, [team]);
  }
  return groups;
};

/** Unit and hours over time. Nothing changes before the first file, which could not tell of it. */
const termsOf = (
  random: Random,
  stay: Stay,
  context: { team: SimulatedTeam; leads: boolean; destinations: readonly SimulatedTeam[]; stretch: Stretch },
): Term[] => {
  const { team, leads, destinations, stretch } = context;
  const hours = tradeOf(team).weeklyHours;
  const terms: Term[] = [
    { from: stay.from, team: team.index, weeklyHours: leads ? 37 : pickWeighted(random, hours) },
  ];
  if (leads) return terms;
  const yearly = YEARLY.moves + YEARLY.hourChanges;
  const last = monthOfDay(stay.to ?? stretch.end);
  let month = max(monthOfDay(stretch.begin), monthOfDay(stay.from));
  for (;;) {
    month += 1 + floor((random.exponential() * 12) / yearly);
    if (month > last) return terms;
    const before = terms.at(-1) ?? { team: team.index, weeklyHours: 37 };
    const moves = random.chance(YEARLY.moves / yearly);
    const next = moves ? pick(random, destinations).index : before.team;
    const weeklyHours = moves ? before.weeklyHours : pickWeighted(random, hours);
    if (next === before.team && weeklyHours === before.weeklyHours) continue;
    terms.push({ from: firstDayOfMonth(month), team: next, weeklyHours });
  }
};

const titleOf = (random: Random, team: SimulatedTeam, leads: boolean): string => {
  const trade = tradeOf(team);
  if (!leads) return pickWeighted(random, trade.titles);
  return team.isHead ? trade.headTitle : trade.leaderTitle;
};

const draftsOfPosition = (
  team: SimulatedTeam,
  position: number,
  destinations: readonly SimulatedTeam[],
  stretch: Stretch,
): Draft[] => {
  const leads = position === 0;
  const key = team.index * 64 + position;
  const random = randomStream(stretch.seed, STREAM.history, key);
  return staysOf(random, leads, stretch).map((stay, occupant) => {
    const person = randomStream(stretch.seed, STREAM.person, key, occupant);
    const isWoman = person.chance(tradeOf(team).women);
    return {
      key: key * 16 + occupant,
      employer: team.employer,
      name: fictitiousName(person, isWoman),
      isWoman,
      title: titleOf(person, team, leads),
      from: stay.from,
      to: stay.to,
      leads: leads ? team.index : null,
      terms: termsOf(person, stay, { team, leads, destinations, stretch }),
    };
  });
};

/** Payrolls number people in the order they came. */
const numbered = (drafts: Draft[], employers: readonly SimulatedEmployer[]): SimulatedEmployment[] => {
  const next = employers.map((employer) => 10_400 + employer.index * 3_000);
  const inOrder = drafts.toSorted((a, b) => a.employer - b.employer || a.from - b.from || a.key - b.key);
  return inOrder.map((draft, index) => {
    const number = next[draft.employer] ?? 0;
    next[draft.employer] = number + 1;
    return { ...draft, index, number: String(number) };
  });
};

/** Everyone employed on some day from the first file to the end of the stretch. */
export const employmentsOf = (
  employers: readonly SimulatedEmployer[],
  teams: readonly SimulatedTeam[],
  stretch: Stretch,
): SimulatedEmployment[] => {
  const destinations = destinationsOf(teams);
  const drafts = teams.flatMap((team) => {
    const reachable = destinations.get(`${team.employer} ${team.trade}`) ?? [team];
    const positions = Array.from({ length: team.positions }, (_, position) => position);
    return positions.flatMap((position) => draftsOfPosition(team, position, reachable, stretch));
  });
  return numbered(drafts, employers);
};
