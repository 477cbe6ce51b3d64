import type { Instrument, ItemKind } from './instrument.js';

/** Seconds that reading and answering takes on a phone: our own assumption, to be held against real rounds. */
const SECONDS: Readonly<Record<ItemKind, number>> = {
  scale: 7,
  choice: 10,
  choices: 15,
  number: 10,
  comment: 30,
};

/** Whole minutes, one at least. */
export const answerMinutes = ({ items }: Pick<Instrument, 'items'>): number =>
  Math.max(1, Math.ceil(items.reduce((sum, { kind }) => sum + SECONDS[kind], 0) / 60));
