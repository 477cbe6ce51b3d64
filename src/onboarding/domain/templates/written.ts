import type { Moment, Step, StepHand, Wording } from '../programme.js';

export type Pair = readonly [da: string, en: string];

export interface Template {
  readonly id: string;
  readonly name: Wording;
  /** Job groups that it is made for, as Danish payrolls call them. */
  readonly jobGroups: readonly string[];
  readonly steps: readonly Step[];
}

const wording = ([da, en]: Pair): Wording => ({ da, en });

/** One step of a template: who, when, what, more about it, and the points of its form. */
export const step = (
  who: StepHand,
  moment: Moment,
  title: Pair,
  text: Pair = ['', ''],
  points: readonly Pair[] = [],
): Step => ({
  who,
  moment,
  title: wording(title),
  text: wording(text),
  points: points.map(wording),
  link: null,
});
