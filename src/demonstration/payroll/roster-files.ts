import type { Day } from '../simulator/calendar.js';
import type { SimulatedEmployment, Simulation } from '../simulator/simulation.js';
import { csvOf, danishDate, danishNumber } from './csv.js';
import { fileOf, type FilePeriod } from './file-periods.js';

const HEADERS = [
  'Tjenestenr',
  'Navn',
  'Enhed',
  'Stilling',
  'Ansat fra',
  'Ansat til',
  'Timer pr. uge',
  'Leder',
  'Gælder fra',
] as const;

/** `changes`: the first file is whole, later ones hold hires, changes and leavers. `full`: everyone in every file. */
export type RosterContent = 'changes' | 'full';

/** Unit, hours and leader from a day on. */
interface RosterState {
  readonly from: Day;
  readonly path: string;
  readonly weeklyHours: number;
  readonly leader: string;
}

interface RosterLine {
  readonly employment: SimulatedEmployment;
  readonly states: readonly RosterState[];
}

type Leaders = ReadonlyMap<number, readonly SimulatedEmployment[]>;

const leadersByTeam = (simulation: Simulation): Leaders => {
  const leaders = new Map<number, SimulatedEmployment[]>();
  for (const employment of simulation.employments) {
    if (employment.leads === null) continue;
    leaders.set(employment.leads, [...(leaders.get(employment.leads) ?? []), employment]);
  }
  return leaders;
};

/** The team whose leader a person answers to; the head of a workplace answers to nobody in the files. */
const answersTo = (employment: SimulatedEmployment, team: number, simulation: Simulation): number | null => {
  if (employment.leads === null) return team;
  const led = simulation.teams[employment.leads];
  return !led || led.isHead ? null : led.headTeam;
};

const statesOf = (
  employment: SimulatedEmployment,
  simulation: Simulation,
  leaders: Leaders,
): RosterState[] => {
  const last = employment.to ?? simulation.end;
  return employment.terms.flatMap((term, index) => {
    const until = Math.min((employment.terms[index + 1]?.from ?? last + 1) - 1, last);
    const leadingTeam = answersTo(employment, term.team, simulation);
    const candidates = leadingTeam === null ? [] : (leaders.get(leadingTeam) ?? []);
    // Who led before the first file is not known to it.
    const known = Math.max(term.from, simulation.begin);
    const changes = candidates.map(({ from }) => from).filter((from) => from > known && from <= until);
    return [term.from, ...changes].map((from) => ({
      from,
      path: simulation.teams[term.team]?.path ?? '',
      weeklyHours: term.weeklyHours,
      leader: candidates.findLast((leader) => leader.from <= Math.max(from, simulation.begin))?.number ?? '',
    }));
  });
};

const linesOf = (simulation: Simulation, employer: number): RosterLine[] => {
  const leaders = leadersByTeam(simulation);
  const own = simulation.employments.filter((employment) => employment.employer === employer);
  return own.map((employment) => ({ employment, states: statesOf(employment, simulation, leaders) }));
};

/** The lines that each file may have to tell of, so that 48 files do not each look through everyone. */
const linesByFile = (lines: readonly RosterLine[], periods: readonly FilePeriod[]): RosterLine[][] => {
  const files = periods.map((): RosterLine[] => []);
  for (const line of lines) {
    const { from, to } = line.employment;
    const days = [from, ...line.states.map((state) => state.from), ...(to === null ? [] : [to])];
    for (const file of new Set(days.map((day) => fileOf(periods, day)))) files[file]?.push(line);
  }
  return files;
};

/** The states that a file tells of: those begun in its month, and the standing one where it is to be told. */
const toldStates = (
  { employment, states }: RosterLine,
  period: FilePeriod,
  whole: boolean,
): RosterState[] => {
  const hasLeft = employment.to !== null && employment.to < period.from;
  if (hasLeft || employment.from > period.to) return [];
  const leaves = employment.to !== null && employment.to <= period.to;
  const begun = states.filter((state) => state.from >= period.from && state.from <= period.to);
  const standing = states.findLast((state) => state.from < period.from);
  const tellsStanding = standing !== undefined && (whole || (leaves && begun.length === 0));
  return tellsStanding ? [standing, ...begun] : begun;
};

const fieldsOf = (employment: SimulatedEmployment, state: RosterState, period: FilePeriod): string[] => [
  employment.number,
  employment.name,
  state.path,
  employment.title,
  danishDate(employment.from),
  danishDate(employment.to !== null && employment.to <= period.to ? employment.to : null),
  danishNumber(state.weeklyHours),
  state.leader,
  danishDate(state.from === employment.from ? null : state.from),
];

/** The roster file of each month, as text. A leader may stand below those who answer to him. */
export const rosterFiles = (
  simulation: Simulation,
  employer: number,
  periods: readonly FilePeriod[],
  content: RosterContent,
): (() => string)[] => {
  const lines = linesOf(simulation, employer);
  const changed = linesByFile(lines, periods);
  return periods.map((period, index) => () => {
    const whole = content === 'full' || index === 0;
    const told = content === 'full' ? lines : (changed[index] ?? []);
    const rows = told.flatMap((line) =>
      toldStates(line, period, whole).map((state) => fieldsOf(line.employment, state, period)),
    );
    return csvOf(HEADERS, rows);
  });
};
