import { addDays, weekday, type LocalDate } from '../../shared/local-date.js';
import { pick, randomStream, STREAM, type Random } from './random.js';

export interface SimulatedWeek {
  readonly caseNumber: string;
  /** Its Monday. */
  readonly week: LocalDate;
  readonly benefit: string;
  readonly coach: string;
  readonly caseworker: string;
}

/** Made up, and no claim about any job centre: what a week brings to whom. */
const CHANCES = {
  selfSupport: 0.019,
  flexiJob: 0.0022,
  pension: 0.0009,
  newCoach: 0.0035,
  newCaseworker: 0.01,
} as const;
const CITIZENS = 100;
/** Some came with a long case behind them. */
const LONGEST_BEFORE = 70;
const CLARIFIED_AFTER = 22;
const ARRIVE_WITHIN = 26;

export const COACHES = ['MB', 'SN', 'TK', 'LH'] as const;
const CASEWORKERS = ['LK', 'PD', 'AJ', 'HR', 'CM'] as const;

interface Course {
  benefit: string;
  weeks: number;
  coach: string;
  caseworker: string;
}

const next = (course: Course, random: Random): void => {
  course.weeks += 1;
  if (random.chance(CHANCES.newCoach)) course.coach = pick(random, COACHES);
  if (random.chance(CHANCES.newCaseworker)) course.caseworker = pick(random, CASEWORKERS);
  const ill = course.benefit === 'Sygedagpenge' || course.benefit === 'Jobafklaring';
  if (!ill) return;
  if (random.chance(CHANCES.selfSupport)) course.benefit = 'Selvforsørgelse';
  else if (random.chance(CHANCES.flexiJob)) course.benefit = 'Fleksjob';
  else if (random.chance(CHANCES.pension)) course.benefit = 'Førtidspension';
  else if (course.weeks >= CLARIFIED_AFTER) course.benefit = 'Jobafklaring';
};

const weeksOfOne = (
  seed: number,
  number: number,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): SimulatedWeek[] => {
  const random = randomStream(seed, STREAM.tracks, number);
  const monday = addDays(from, 1 - weekday(from));
  const first = random.chance(0.45)
    ? addDays(monday, -7 * random.below(LONGEST_BEFORE))
    : addDays(monday, 7 * random.below(ARRIVE_WITHIN));
  const course: Course = {
    benefit: 'Sygedagpenge',
    weeks: 0,
    coach: pick(random, COACHES),
    caseworker: pick(random, CASEWORKERS),
  };
  const weeks: SimulatedWeek[] = [];
  for (let week = first; addDays(week, 6) <= to; week = addDays(week, 7)) {
    const { benefit, coach, caseworker } = course;
    weeks.push({ caseNumber: `24-${String(1000 + number * 7)}`, week, benefit, coach, caseworker });
    // Before the partnership a case only runs: who had returned is not on the track.
    if (week >= monday) next(course, random);
    else course.weeks += 1;
  }
  return weeks;
};

/** A hundred citizens of the employment track, week by week; the same seed gives the same ones. */
export const simulateCitizens = (
  seed: number,
  period: { readonly from: LocalDate; readonly to: LocalDate },
): SimulatedWeek[] =>
  Array.from({ length: CITIZENS }, (_, number) => weeksOfOne(seed, number, period)).flat();
