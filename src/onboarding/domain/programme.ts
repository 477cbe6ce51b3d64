/** A text in both languages; where English is empty the Danish stands. */
export interface Wording {
  readonly da: string;
  readonly en: string;
}

/** Who does a step. AMO is the working-environment organisation: its representative at the workplace. */
export const STEP_HANDS = ['leader', 'buddy', 'hr', 'employee', 'amo'] as const;
export type StepHand = (typeof STEP_HANDS)[number];

/** When a step is to be done, in the order of an introduction. */
export const MOMENTS = ['before-day-1', 'day-1', 'week-1', 'day-30', 'day-60', 'day-90', 'day-180'] as const;
export type Moment = (typeof MOMENTS)[number];

/** The day of the employment that a moment ends on: its first day is day 1, the day before it day 0. */
export const DAY_OF_MOMENT: Readonly<Record<Moment, number>> = {
  'before-day-1': 0,
  'day-1': 1,
  'week-1': 7,
  'day-30': 30,
  'day-60': 60,
  'day-90': 90,
  'day-180': 180,
};

/** One step of a programme. */
export interface Step {
  readonly who: StepHand;
  readonly moment: Moment;
  readonly title: Wording;
  /** What it is about, in a few lines. */
  readonly text: Wording;
  /** A form to go through: its points, one after the other. */
  readonly points: readonly Wording[];
  /** Where more is to be found: an address of the web. */
  readonly link: string | null;
}

export const MOST_STEPS = 60;

/** Steps in the order of their moments, and within one moment as they were given. */
export const inOrder = (steps: readonly Step[]): Step[] =>
  MOMENTS.flatMap((moment) => steps.filter((step) => step.moment === moment));

/** Whether two versions of a programme say the same. */
export const sameSteps = (a: readonly Step[], b: readonly Step[]): boolean =>
  a.length === b.length && a.every((step, index) => sameStep(step, b[index]));

const sameWording = (a: Wording, b: Wording | undefined): boolean => a.da === b?.da && a.en === b.en;

const sameStep = (a: Step, b: Step | undefined): boolean =>
  b !== undefined &&
  a.who === b.who &&
  a.moment === b.moment &&
  a.link === b.link &&
  sameWording(a.title, b.title) &&
  sameWording(a.text, b.text) &&
  a.points.length === b.points.length &&
  a.points.every((point, index) => sameWording(point, b.points[index]));

/** A wording in one language; Danish where the other has none. */
export const wordingIn = (language: keyof Wording, wording: Wording): string =>
  wording[language] === '' ? wording.da : wording[language];
