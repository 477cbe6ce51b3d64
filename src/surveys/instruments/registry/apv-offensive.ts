import type { Choice, Item, Scale, Wording } from '../domain/instrument.js';
import { ownScale, say } from './parts.js';

/** Scored by whether it happened at all: the mean of a group is the share that was spared. */
const HAPPENED: readonly Choice[] = [
  { value: 5, wording: say('Nej', 'No'), score: 100 },
  { value: 4, wording: say('Ja, en enkelt gang', 'Yes, once'), score: 0 },
  { value: 3, wording: say('Ja, nogle gange', 'Yes, a few times'), score: 0 },
  { value: 2, wording: say('Ja, hver måned', 'Yes, every month'), score: 0 },
  { value: 1, wording: say('Ja, hver uge', 'Yes, every week'), score: 0 },
];

const SHARE_DIFFERENCE = say(
  'Der findes endnu ingen målt grænse. Vi har valgt 10 point: det svarer til, at én ud af ti flere er udsat.',
  'No limit has been measured yet. We chose 10 points: one in ten more being exposed.',
);

interface Offence {
  readonly id: string;
  readonly name: Wording;
  readonly wording: Wording;
  readonly hint: Wording;
}

const OFFENCES: readonly Offence[] = [
  {
    id: 'offensive-bullying',
    name: say('Mobning', 'Bullying'),
    wording: say('Er du blevet mobbet på arbejdet?', 'Have you been bullied at work?'),
    hint: say(
      'At blive såret eller nedgjort gang på gang, så det er svært at forsvare sig.',
      'Being hurt or belittled again and again, so that it is hard to defend oneself.',
    ),
  },
  {
    id: 'offensive-sexual',
    name: say('Seksuel chikane', 'Sexual harassment'),
    wording: say('Er du blevet chikaneret seksuelt på arbejdet?', 'Have you been sexually harassed at work?'),
    hint: say(
      'Uønskede ord, billeder eller berøringer af seksuel art.',
      'Unwanted words, pictures or touching of a sexual kind.',
    ),
  },
  {
    id: 'offensive-threats',
    name: say('Trusler', 'Threats'),
    wording: say(
      'Er du blevet truet i forbindelse med dit arbejde?',
      'Have you been threatened in connection with your work?',
    ),
    hint: say('Også uden for arbejdstiden.', 'Outside working hours too.'),
  },
  {
    id: 'offensive-violence',
    name: say('Fysisk vold', 'Physical violence'),
    wording: say(
      'Er du blevet udsat for fysisk vold i forbindelse med dit arbejde?',
      'Have you met physical violence in connection with your work?',
    ),
    hint: say('Også uden for arbejdstiden.', 'Outside working hours too.'),
  },
  {
    id: 'offensive-discrimination',
    name: say('Forskelsbehandling', 'Discrimination'),
    wording: say(
      'Er du blevet behandlet dårligere end andre på grund af, hvem du er?',
      'Have you been treated worse than others because of who you are?',
    ),
    hint: say(
      'For eksempel køn, alder, hudfarve, tro, handicap eller seksuel orientering.',
      'Such as sex, age, colour of skin, faith, disability or sexual orientation.',
    ),
  },
];

const FROM: Item = {
  id: 'offensive-from',
  kind: 'choices',
  wording: say('Hvis ja: hvem kom det fra?', 'If so: whom did it come from?'),
  hint: say('Vælg alle, der passer.', 'Choose all that apply.'),
  choices: [
    { value: 1, wording: say('En kollega', 'A colleague'), score: null },
    { value: 2, wording: say('En leder', 'A manager'), score: null },
    { value: 3, wording: say('En medarbejder, jeg leder', 'An employee I manage'), score: null },
    {
      value: 4,
      wording: say('En borger, patient eller kunde', 'A citizen, patient or customer'),
      score: null,
    },
    { value: 5, wording: say('En pårørende eller forælder', 'A relative or parent'), score: null },
    { value: 6, wording: say('Andre', 'Somebody else'), score: null },
  ],
  reversed: false,
  required: false,
  offensive: true,
};

export const OFFENSIVE_ITEMS: readonly Item[] = [
  ...OFFENCES.map(({ id, wording, hint }): Item => ({
    id,
    kind: 'choice',
    wording,
    hint,
    choices: HAPPENED,
    reversed: false,
    required: false,
    offensive: true,
  })),
  FROM,
];

export const OFFENSIVE_SCALES: readonly Scale[] = OFFENCES.map(({ id, name }) =>
  ownScale(
    id,
    name,
    say(
      'Andelen, der ikke har været udsat det seneste år.',
      'The share that has not been exposed in the last year.',
    ),
    [id],
    { minimumDifferenceBasis: SHARE_DIFFERENCE, offensive: true },
  ),
);
