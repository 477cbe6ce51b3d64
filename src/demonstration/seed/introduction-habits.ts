import { CHECK_IN_QUESTIONS, scoreOf, type CheckInAnswers } from '../../onboarding/index.js';
import { addDays, daysBetween, earlier, later, type LocalDate } from '../../shared/local-date.js';
import { randomStream, STREAM, type Random } from '../simulator/random.js';

/**
 * How introductions go in the demonstration; made up, and no claim about any workplace. Who is short of people has less
 * time for new ones: that alone ties introductions to absence here.
 */
const HABITS = {
  onTime: 0.8,
  perBusyness: 0.45,
  betweenPeople: 0.17,
  never: 0.05,
  answers: 0.76,
  notYet: 0.05,
  talks: 0.1,
} as const;
const LONG_OVERDUE = 60;

export interface SeededStep {
  readonly introductionId: string;
  readonly position: number;
  readonly who: string;
  readonly moment: string;
  readonly dueOn: LocalDate;
}

export interface SeededIntroduction {
  readonly id: string;
  readonly employeeNumber: string;
  readonly startsOn: LocalDate;
  readonly begunOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly hasBuddy: boolean;
  /** Spells of the unit against those of its employer: 1 is average. */
  readonly busyness: number;
}

export interface SettledStep {
  readonly introductionId: string;
  readonly position: number;
  readonly outcome: 'done' | 'not-relevant';
  readonly by: string;
  readonly on: LocalDate;
}

const BY: Readonly<Record<string, string>> = {
  leader: 'line-manager',
  amo: 'line-manager',
  hr: 'hr-manager',
  buddy: 'buddy',
  employee: 'employee',
};

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** What only this introduction draws from. */
const streamOf = ({ employeeNumber }: SeededIntroduction, purpose: number): Random =>
  randomStream(STREAM.introductions, purpose, Number(employeeNumber));

/** The chance that a step is done in time. */
const careOf = (introduction: SeededIntroduction): number => {
  const own = streamOf(introduction, 0).normal() * HABITS.betweenPeople;
  return clamp(HABITS.onTime - HABITS.perBusyness * (introduction.busyness - 1) + own, 0.3, 0.98);
};

const lastDayOf = ({ endedOn }: SeededIntroduction, today: LocalDate): LocalDate =>
  endedOn === null ? today : earlier(endedOn, today);

/** The steps of an introduction that are marked by today, some late; a few never are. */
export const settleSteps = (
  introduction: SeededIntroduction,
  steps: readonly SeededStep[],
  today: LocalDate,
): SettledStep[] => {
  const random = streamOf(introduction, 1);
  const care = careOf(introduction);
  const until = lastDayOf(introduction, today);
  return steps.flatMap(({ introductionId, position, who, moment, dueOn }) => {
    const [draw, days, late] = [random.uniform(), random.below(4), 2 + random.below(18)];
    const isNever = random.chance(HABITS.never);
    if (dueOn > until) return [];
    const settled = (outcome: SettledStep['outcome'], on: LocalDate): SettledStep[] =>
      on > until ? [] : [{ introductionId, position, outcome, by: BY[who] ?? 'line-manager', on }];
    if (isNever)
      return daysBetween(dueOn, today) > LONG_OVERDUE ? settled('not-relevant', addDays(dueOn, 30)) : [];
    if (draw >= care) return settled('done', addDays(dueOn, late));
    return settled('done', moment === 'day-1' ? dueOn : later(addDays(dueOn, -days), introduction.begunOn));
  });
};

export interface AnsweredCheckIn {
  readonly introductionId: string;
  readonly day: number;
  readonly on: LocalDate;
  readonly answers: CheckInAnswers;
  readonly score: number | null;
}

/** The check-ins of an introduction that are answered by today. */
export const answerCheckIns = (
  introduction: SeededIntroduction,
  checkIns: readonly { readonly day: number; readonly dueOn: LocalDate }[],
  today: LocalDate,
): AnsweredCheckIn[] => {
  const random = streamOf(introduction, 2);
  const middle = 1.7 + 1.5 * careOf(introduction);
  return checkIns.flatMap(({ day, dueOn }) => {
    const [isAnswered, on] = [random.chance(HABITS.answers), addDays(dueOn, random.below(10))];
    const answers = Object.fromEntries(
      CHECK_IN_QUESTIONS.map(({ id, theme }): [string, number | null] => {
        const value = Math.round(clamp(middle + random.normal() * 0.8, 0, 4));
        const isNone = random.chance(HABITS.notYet) || (theme === 'buddy' && !introduction.hasBuddy);
        return [id, isNone ? null : value];
      }),
    );
    if (!isAnswered || on > lastDayOf(introduction, today)) return [];
    return [{ introductionId: introduction.id, day, on, answers, score: scoreOf(answers) }];
  });
};

export interface WantedTalk {
  readonly id: string;
  readonly wantedOn: LocalDate;
  readonly heldOn: LocalDate | null;
}

/** Who asked for a talk and when it was held; two who are new have asked in these days. */
export const wantTalks = (introductions: readonly SeededIntroduction[], today: LocalDate): WantedTalk[] => {
  const isNew = (one: SeededIntroduction): boolean =>
    one.endedOn === null && one.startsOn < addDays(today, -14) && one.startsOn > addDays(today, -100);
  const asking = introductions.filter(isNew).slice(0, 2);
  return introductions.flatMap((introduction): WantedTalk[] => {
    const random = streamOf(introduction, 3);
    const place = asking.indexOf(introduction);
    if (place >= 0) return [{ id: introduction.id, wantedOn: addDays(today, -1 - 3 * place), heldOn: null }];
    const wantedOn = addDays(introduction.startsOn, 9 + random.below(80));
    const heldOn = addDays(wantedOn, 2 + random.below(9));
    const isHeld = random.chance(HABITS.talks) && heldOn <= lastDayOf(introduction, today);
    return isHeld ? [{ id: introduction.id, wantedOn, heldOn }] : [];
  });
};
