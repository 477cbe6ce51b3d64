import type { Instrument, Item, Page } from '../domain/instrument.js';
import { ILLNESS_ITEMS, ILLNESS_PAGES, ILLNESS_SCALES } from './illness.js';
import {
  ask,
  askInWords,
  askStrain,
  EXTENT,
  FREQUENCY,
  GOODNESS,
  orNotRelevant,
  OWN_LICENCE,
  ownScale,
  say,
} from './parts.js';

/** Of each scale one question leads: the pulse asks that one alone. */
const WORKLOAD: readonly Item[] = [
  ask(
    'workload-fit',
    say('Passede mængden af arbejde til den tid, du havde?', 'Did the amount of work fit the time you had?'),
    FREQUENCY,
  ),
  askStrain(
    'workload-pace',
    say(
      'Måtte du arbejde hurtigere, end du synes er rimeligt?',
      'Did you have to work faster than you find reasonable?',
    ),
    FREQUENCY,
  ),
  ask(
    'workload-hours',
    say(
      'Kunne du nå dit arbejde inden for din arbejdstid?',
      'Could you finish your work within your working hours?',
    ),
    FREQUENCY,
  ),
];
const ROLE: readonly Item[] = [
  ask(
    'role-tasks',
    say('Stod det klart, hvilke opgaver der var dine?', 'Was it clear which tasks were yours?'),
    EXTENT,
  ),
  ask(
    'role-first',
    say('Vidste du, hvad der var vigtigst at nå først?', 'Did you know what mattered most to do first?'),
    EXTENT,
  ),
  ask(
    'role-enough',
    say('Vidste du, hvornår en opgave var løst godt nok?', 'Did you know when a task was done well enough?'),
    EXTENT,
  ),
];
const LEADER: readonly Item[] = [
  ask(
    'leader-support',
    say(
      'Fik du den støtte af din leder, som du havde brug for?',
      'Did you get the support you needed from your manager?',
    ),
    EXTENT,
  ),
  ask(
    'leader-reach',
    say(
      'Kunne du få fat i din leder, når du havde brug for det?',
      'Could you reach your manager when you needed to?',
    ),
    orNotRelevant(FREQUENCY),
  ),
  ask(
    'leader-wait',
    say(
      'Hjalp din leder med at afgøre, hvad der kunne vente?',
      'Did your manager help to decide what could wait?',
    ),
    orNotRelevant(FREQUENCY),
  ),
];
const RECOVERY: readonly Item[] = [
  ask(
    'recovery-rested',
    say('Var du udhvilet, når du mødte på arbejde?', 'Were you rested when you came to work?'),
    FREQUENCY,
  ),
  ask(
    'recovery-off',
    say(
      'Kunne du lægge arbejdet fra dig, når du havde fri?',
      'Could you leave work behind in your time off?',
    ),
    FREQUENCY,
  ),
  ask(
    'recovery-energy',
    say(
      'Havde du overskud til fritiden efter arbejde?',
      'Did you have energy for your free time after work?',
    ),
    FREQUENCY,
  ),
];
const BELONGING: readonly Item[] = [
  ask(
    'belonging-welcome',
    say('Følte du dig velkommen blandt dine kolleger?', 'Did you feel welcome among your colleagues?'),
    EXTENT,
  ),
  ask(
    'belonging-advice',
    say('Kunne du spørge en kollega til råds?', 'Could you ask a colleague for advice?'),
    FREQUENCY,
  ),
  ask(
    'belonging-voice',
    say('Kunne du trygt sige, hvad du mente?', 'Could you safely say what you thought?'),
    FREQUENCY,
  ),
];
const FEELING: readonly Item[] = [
  ask(
    'feeling-overall',
    say(
      'Hvordan har du alt i alt haft det på arbejdet?',
      'All in all, how have things been for you at work?',
    ),
    GOODNESS,
  ),
  ask(
    'feeling-ahead',
    say('Glædede du dig til at møde på arbejde?', 'Did you look forward to coming to work?'),
    FREQUENCY,
  ),
  ask(
    'feeling-content',
    say(
      'Var du tilfreds med din indsats, når du gik hjem?',
      'Were you content with your work when you went home?',
    ),
    FREQUENCY,
  ),
];

const SUBJECTS = [
  {
    id: 'workload',
    name: say('Arbejdsmængde', 'Workload'),
    measures: say(
      'Om arbejdet kan nås i den tid, der er til det.',
      'Whether the work can be done in the time there is for it.',
    ),
    items: WORKLOAD,
    page: say('Din arbejdsmængde de seneste to uger', 'Your workload in the last two weeks'),
  },
  {
    id: 'role-clarity',
    name: say('Klarhed om rollen', 'Role clarity'),
    measures: say('Om opgaver og deres rækkefølge er klare.', 'Whether tasks and their order are clear.'),
    items: ROLE,
    page: say('Dine opgaver de seneste to uger', 'Your tasks in the last two weeks'),
  },
  {
    id: 'leader-support',
    name: say('Støtte fra lederen', 'Leader support'),
    measures: say(
      'Om lederen er til at få fat i og hjælper med at vælge.',
      'Whether the manager can be reached and helps to choose.',
    ),
    items: LEADER,
    page: say('Din nærmeste leder de seneste to uger', 'Your immediate manager in the last two weeks'),
  },
  {
    id: 'recovery',
    name: say('Restitution', 'Recovery'),
    measures: say(
      'Om der er hvile og kræfter efter arbejdet.',
      'Whether there is rest and energy after work.',
    ),
    items: RECOVERY,
    page: say('Hvile de seneste to uger', 'Rest in the last two weeks'),
  },
  {
    id: 'belonging',
    name: say('Samhørighed', 'Belonging'),
    measures: say(
      'Om man er velkommen og trygt kan spørge og mene.',
      'Whether one is welcome and can safely ask and speak.',
    ),
    items: BELONGING,
    page: say('Dine kolleger de seneste to uger', 'Your colleagues in the last two weeks'),
  },
  {
    id: 'work-feeling',
    name: say('Hvordan arbejdet føles', 'How work feels'),
    measures: say('Hvordan man alt i alt har det på arbejdet.', 'How one is at work, all in all.'),
    items: FEELING,
    page: say('Dig på arbejdet de seneste to uger', 'You at work in the last two weeks'),
  },
] as const;

const LAST_TWO_WEEKS = say(
  'Tænk på de seneste to uger. Du kan springe et spørgsmål over.',
  'Think of the last two weeks. You may skip a question.',
);
const idsOf = (items: readonly Item[]): string[] => items.map(({ id }) => id);

const pagesOf = (chosen: readonly (typeof SUBJECTS)[number][]): Page[] =>
  chosen.map(({ page, items }) => ({ heading: page, itemIds: idsOf(items) }));

export const WELLBEING: Instrument = {
  id: 'naervaer.wellbeing',
  version: 1,
  name: say('Trivsel på arbejdet', 'Well-being at work'),
  introduction: LAST_TWO_WEEKS,
  licence: OWN_LICENCE,
  items: [
    ...SUBJECTS.flatMap(({ items }) => items),
    ...ILLNESS_ITEMS,
    askInWords(
      'wellbeing-words',
      say(
        'Hvad ville gøre den største forskel for dit arbejde?',
        'What would make the greatest difference to your work?',
      ),
    ),
  ],
  scales: [
    ...SUBJECTS.map(({ id, name, measures, items }) => ownScale(id, name, measures, idsOf(items))),
    ...ILLNESS_SCALES,
  ],
  pages: [
    ...pagesOf(SUBJECTS),
    ...ILLNESS_PAGES,
    { heading: say('Med dine egne ord', 'In your own words'), itemIds: ['wellbeing-words'] },
  ],
};

const LEADS = SUBJECTS.map(({ items }) => items[0]).filter((item) => item !== undefined);

/** One question of each subject, and on illness and help. A scale of one question is no scale of three: it has an id of its own. */
export const PULSE: Instrument = {
  id: 'naervaer.pulse',
  version: 1,
  name: say('Puls', 'Pulse'),
  introduction: LAST_TWO_WEEKS,
  licence: OWN_LICENCE,
  items: [...LEADS, ...ILLNESS_ITEMS],
  scales: [
    ...SUBJECTS.map(({ id, name, measures }, at) =>
      ownScale(`pulse-${id}`, name, measures, idsOf(LEADS.slice(at, at + 1))),
    ),
    ...ILLNESS_SCALES,
  ],
  pages: [
    {
      heading: say('Dine opgaver de seneste to uger', 'Your tasks in the last two weeks'),
      itemIds: ['workload-fit', 'role-tasks'],
    },
    {
      heading: say('Dem omkring dig de seneste to uger', 'Those around you in the last two weeks'),
      itemIds: ['leader-support', 'belonging-welcome'],
    },
    {
      heading: say('Dig selv de seneste to uger', 'Yourself in the last two weeks'),
      itemIds: ['recovery-rested', 'feeling-overall'],
    },
    ...ILLNESS_PAGES,
  ],
};
