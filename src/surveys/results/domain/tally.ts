import { scoreScale, type Answers, type Instrument, type Item } from '../../instruments/domain/instrument.js';
import { NO_MOMENTS, plusMoments, type Moments } from './estimate.js';

/** What is kept of the answers of a group: nothing that belongs to one person. */
export interface Tally {
  readonly answered: number;
  /** By scale, in the order of the instrument. */
  readonly scales: readonly Moments[];
  /** By item, in the order of the instrument. */
  readonly items: readonly ItemTally[];
}

export interface ItemTally {
  /** Who answered it. */
  readonly answers: number;
  /** How many took each choice, in their order. */
  readonly counts: readonly number[];
  /** Of an item that asks for a number. */
  readonly moments: Moments;
}

const plusCounts = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((count, index) => count + (b[index] ?? 0));

const plusItem = (a: ItemTally, b: ItemTally): ItemTally => ({
  answers: a.answers + b.answers,
  counts: plusCounts(a.counts, b.counts),
  moments: plusMoments(a.moments, b.moments),
});

const zipped = <One>(
  ones: readonly One[],
  others: readonly One[],
  plus: (one: One, other: One) => One,
): One[] =>
  ones.map((one, index) => {
    const other = others[index];
    return other === undefined ? one : plus(one, other);
  });

export const plusTally = (a: Tally, b: Tally): Tally => ({
  answered: a.answered + b.answered,
  scales: zipped(a.scales, b.scales, plusMoments),
  items: zipped(a.items, b.items, plusItem),
});

export const emptyTally = (instrument: Instrument): Tally => ({
  answered: 0,
  scales: instrument.scales.map(() => NO_MOMENTS),
  items: instrument.items.map((item) => ({
    answers: 0,
    counts: item.choices.map(() => 0),
    moments: NO_MOMENTS,
  })),
});

/** Adds questionnaires up, one by one; what it holds does not grow with them. */
export interface Tallying {
  add(answers: Answers): void;
  tally(): Tally;
}

const scoreMoments = (score: number | null): Moments =>
  score === null ? NO_MOMENTS : { answers: 1, sum: score, squares: score ** 2 };

const itemOf = (item: Item, given: Answers[string] | undefined): ItemTally => {
  const taken: readonly unknown[] = Array.isArray(given) ? given : [given];
  const counts = item.choices.map(({ value }) => (taken.includes(value) ? 1 : 0));
  const number = item.kind === 'number' && typeof given === 'number' ? given : null;
  const wrote = item.kind === 'comment' && typeof given === 'string' && given.trim() !== '';
  const answers = counts.includes(1) || number !== null || wrote ? 1 : 0;
  return { answers, counts, moments: scoreMoments(number) };
};

/** What one questionnaire adds to its group. */
export const tallyOf = (instrument: Instrument, answers: Answers): Tally => ({
  answered: 1,
  scales: instrument.scales.map((scale) => scoreMoments(scoreScale(instrument, scale, answers))),
  items: instrument.items.map((item) => itemOf(item, answers[item.id])),
});

export const tallyInto = (instrument: Instrument): Tallying => {
  let held = emptyTally(instrument);
  return {
    add: (answers) => {
      held = plusTally(held, tallyOf(instrument, answers));
    },
    tally: () => held,
  };
};
