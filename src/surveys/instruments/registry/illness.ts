import type { Item, Page, Scale } from '../domain/instrument.js';
import { ask, askStrain, GOODNESS, ownScale, say, scored } from './parts.js';

/** The values are days: a guardrail is held against their mean (definitions 9.6). */
const DAYS = scored([
  say('Fire eller flere', 'Four or more'),
  say('Tre', 'Three'),
  say('To', 'Two'),
  say('Én', 'One'),
  say('Ingen', 'None'),
])
  .map((choice) => ({ ...choice, value: choice.value - 1 }))
  .toReversed();

const PRESENTEEISM = askStrain(
  'presenteeism',
  say(
    'Hvor mange dage var du på arbejde, selv om du følte dig syg?',
    'On how many days were you at work although you felt ill?',
  ),
  DAYS,
);

/** Left out by who was given none: an answer "none" beside a few others would tell who was helped, and how it went. */
const HELP = ask(
  'help-experience',
  say(
    'Hvordan var den hjælp, du fik i forbindelse med sygefravær?',
    'How was the help you were given around sickness absence?',
  ),
  GOODNESS,
  {
    hint: say(
      'Fx en samtale med din leder, en konsulent eller ændrede opgaver. Har du ikke fået hjælp, så spring over.',
      'Such as a talk with your manager, a consultant or other tasks. If you were given none, skip this.',
    ),
    fewest: 10,
  },
);

/** What a partnership watches while absence falls, asked anonymously with how people are at work. */
export const ILLNESS_ITEMS: readonly Item[] = [PRESENTEEISM, HELP];

export const ILLNESS_SCALES: readonly Scale[] = [
  ownScale(
    'presenteeism',
    say('Dage uden sygenærvær', 'Days without working ill'),
    say(
      'Om man går på arbejde, selv om man er syg. 100 er ingen dage på to uger.',
      'Whether people go to work although they are ill. 100 is no day in two weeks.',
    ),
    [PRESENTEEISM.id],
  ),
];

export const ILLNESS_PAGES: readonly Page[] = [
  {
    heading: say('Sygdom og arbejde de seneste to uger', 'Illness and work in the last two weeks'),
    itemIds: [PRESENTEEISM.id],
  },
  {
    heading: say(
      'Hjælp ved sygefravær det seneste halve år',
      'Help around sickness absence in the last six months',
    ),
    itemIds: [HELP.id],
  },
];
