import type { Choice, Instrument } from '../domain/instrument.js';
import { ask, OWN_LICENCE, ownScale, say } from './parts.js';

/** Best first: the first two are the learning track's "much better" and "better" (definitions 9.7). */
const CHANGE: readonly Choice[] = [
  { value: 5, wording: say('Meget bedre', 'Much better'), score: 100 },
  { value: 4, wording: say('Bedre', 'Better'), score: 75 },
  { value: 3, wording: say('Uændret', 'Unchanged'), score: 50 },
  { value: 2, wording: say('Dårligere', 'Worse'), score: 25 },
  { value: 1, wording: say('Meget dårligere', 'Much worse'), score: 0 },
];

const SKILL = ask(
  'learning-skill',
  say(
    'Hvordan er du klædt på til at forebygge sygefravær sammenlignet med for et år siden?',
    'How equipped are you to prevent sickness absence compared with a year ago?',
  ),
  CHANGE,
);

/** The learning track's yearly question, asked anonymously like any other. */
export const LEARNING: Instrument = {
  id: 'naervaer.learning',
  version: 1,
  name: say('Læringssporets årlige spørgsmål', 'The learning track’s yearly question'),
  introduction: say(
    'Tænk på det seneste år. Du kan springe spørgsmålet over.',
    'Think of the last year. You may skip the question.',
  ),
  licence: OWN_LICENCE,
  items: [SKILL],
  scales: [
    ownScale(
      'learning-skill',
      say('Klædt på til opgaven', 'Equipped for the task'),
      say(
        'Om medarbejderne er blevet bedre til at forebygge sygefravær.',
        'Whether employees have become better at preventing sickness absence.',
      ),
      [SKILL.id],
    ),
  ],
  pages: [
    { heading: say('Dit arbejde i det seneste år', 'Your work in the last year'), itemIds: [SKILL.id] },
  ],
};
