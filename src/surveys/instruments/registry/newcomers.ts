import type { Instrument } from '../domain/instrument.js';
import { ask, askInWords, EXTENT, GOODNESS, OWN_LICENCE, ownScale, say } from './parts.js';

const START = [
  ask(
    'start-expectations',
    say('Ved du, hvad der forventes af dig i dit job?', 'Do you know what is expected of you in your job?'),
    EXTENT,
  ),
  ask(
    'start-training',
    say('Har du fået den oplæring, du har brug for?', 'Have you had the training you need?'),
    EXTENT,
  ),
  ask(
    'start-tools',
    say('Har du de redskaber, arbejdet kræver?', 'Do you have the tools the work calls for?'),
    EXTENT,
  ),
  ask(
    'start-ask',
    say('Ved du, hvem du kan spørge, når du er i tvivl?', 'Do you know whom to ask when in doubt?'),
    EXTENT,
  ),
  ask('start-leader', say('Har din leder haft tid til dig?', 'Has your manager had time for you?'), EXTENT),
];
const RECEPTION = [
  ask(
    'start-welcome',
    say('Er du blevet taget godt imod af dine kolleger?', 'Have your colleagues made you welcome?'),
    EXTENT,
  ),
  ask(
    'start-promise',
    say(
      'Svarer jobbet til det, du fik fortalt, før du begyndte?',
      'Is the job what you were told it would be before you started?',
    ),
    EXTENT,
  ),
];
const FEELING = ask(
  'start-feeling',
  say('Hvordan har du alt i alt haft det på arbejdet?', 'All in all, how have things been for you at work?'),
  GOODNESS,
);
const WORDS = askInWords(
  'start-words',
  say('Hvad kunne have gjort din første tid bedre?', 'What could have made your first time here better?'),
);

/** Asked of all new employees together, so that nobody is known by being the new one (definitions 8.4). */
export const NEWCOMERS: Instrument = {
  id: 'naervaer.newcomers',
  version: 1,
  name: say('Ny på arbejdspladsen', 'New at work'),
  introduction: say(
    'Tænk på tiden, siden du begyndte. Du kan springe et spørgsmål over.',
    'Think of the time since you started. You may skip a question.',
  ),
  licence: OWN_LICENCE,
  items: [...START, ...RECEPTION, FEELING, WORDS],
  scales: [
    ownScale(
      'start-equipped',
      say('Klædt på til jobbet', 'Equipped for the job'),
      say(
        'Om den nye kender opgaven og har oplæring, redskaber og hjælp.',
        'Whether a new employee knows the task and has training, tools and help.',
      ),
      START.map(({ id }) => id),
    ),
    ownScale(
      'start-reception',
      say('Modtagelsen', 'The reception'),
      say(
        'Om modtagelsen og jobbet holdt, hvad de lovede.',
        'Whether the reception and the job kept their promise.',
      ),
      RECEPTION.map(({ id }) => id),
    ),
    ownScale(
      'start-work-feeling',
      say('Hvordan arbejdet føles', 'How work feels'),
      say('Hvordan den nye alt i alt har det på arbejdet.', 'How a new employee is at work, all in all.'),
      [FEELING.id],
    ),
  ],
  pages: [
    {
      heading: say('Jobbet, siden du begyndte', 'The job since you started'),
      itemIds: ['start-expectations', 'start-training', 'start-tools'],
    },
    {
      heading: say('Hjælpen, siden du begyndte', 'The help since you started'),
      itemIds: ['start-ask', 'start-leader'],
    },
    {
      heading: say('Modtagelsen, siden du begyndte', 'The reception since you started'),
      itemIds: ['start-welcome', 'start-promise', 'start-feeling'],
    },
    { heading: say('Med dine egne ord', 'In your own words'), itemIds: ['start-words'] },
  ],
};
