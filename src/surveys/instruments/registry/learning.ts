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
    'Hvordan er du klædt på til at forebygge og håndtere sygefravær nu sammenlignet med før?',
    'How equipped are you to prevent and handle sickness absence now compared with before?',
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
        'Om medarbejderne er blevet bedre til at forebygge og håndtere sygefravær.',
        'Whether employees have become better at preventing and handling sickness absence.',
      ),
      [SKILL.id],
    ),
  ],
  pages: [{ heading: say('I det seneste år', 'In the last year'), itemIds: [SKILL.id] }],
};
