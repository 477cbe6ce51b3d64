import type { Choice, Item, Licence, Scale, Wording } from '../domain/instrument.js';

/** Danish first, as everywhere. */
export const say = (da: string, en: string): Wording => ({ da, en });

export const scored = (wordings: readonly Wording[]): Choice[] =>
  wordings.map((wording, at) => ({
    value: wordings.length - at,
    wording,
    score: 100 - (100 * at) / (wordings.length - 1),
  }));

export const FREQUENCY = scored([
  say('Altid', 'Always'),
  say('Ofte', 'Often'),
  say('Af og til', 'Now and then'),
  say('Sjældent', 'Seldom'),
  say('Aldrig', 'Never'),
]);

export const EXTENT = scored([
  say('I meget høj grad', 'To a very high degree'),
  say('I høj grad', 'To a high degree'),
  say('I nogen grad', 'To some degree'),
  say('I lav grad', 'To a low degree'),
  say('I meget lav grad', 'To a very low degree'),
]);

export const GOODNESS = scored([
  say('Meget godt', 'Very good'),
  say('Godt', 'Good'),
  say('Hverken godt eller dårligt', 'Neither good nor bad'),
  say('Dårligt', 'Bad'),
  say('Meget dårligt', 'Very bad'),
]);

const NOT_RELEVANT: Choice = {
  value: 0,
  wording: say('Ikke relevant for mit arbejde', 'Not relevant to my work'),
  score: null,
};
const DO_NOT_KNOW: Choice = { value: 0, wording: say('Ved ikke', 'Do not know'), score: null };

export const orNotRelevant = (choices: readonly Choice[]): Choice[] => [...choices, NOT_RELEVANT];
export const orDoNotKnow = (choices: readonly Choice[]): Choice[] => [...choices, DO_NOT_KNOW];

/** A question with ordered answers. All questions of ours may be left out: an answer nobody is forced to is an honest one. */
export const ask = (
  id: string,
  wording: Wording,
  choices: readonly Choice[],
  more: Partial<Item> = {},
): Item => ({
  id,
  kind: 'scale',
  wording,
  choices,
  reversed: false,
  required: false,
  ...more,
});

/** High is bad in the words of the question: the scale turns it round. */
export const askStrain = (id: string, wording: Wording, choices: readonly Choice[]): Item =>
  ask(id, wording, choices, { reversed: true });

/** What a respondent must read beside any free text. */
export const FREE_TEXT_HINT = say(
  'Skriv ikke navne, og skriv ikke om sygdom hos dig selv eller andre.',
  'Please name nobody, and write nothing about illness, your own or anybody else’s.',
);

export const askInWords = (id: string, wording: Wording): Item => ({
  id,
  kind: 'comment',
  wording,
  hint: FREE_TEXT_HINT,
  choices: [],
  reversed: false,
  required: false,
});

const OWN_DIFFERENCE = say(
  'Der findes endnu ingen målt grænse for denne skala. Vi har valgt 10 point: det svarer til, at to ud af fem flytter sig ét svartrin.',
  'No limit has been measured for this scale yet. We chose 10 points: what two in five moving by one answer amount to.',
);

/** A scale of ours: no threshold and no reference value, for nobody has measured any yet. */
export const ownScale = (
  id: string,
  name: Wording,
  measures: Wording,
  itemIds: readonly string[],
  more: Partial<Scale> = {},
): Scale => ({
  id,
  name,
  measures,
  itemIds,
  minimumAnswered: Math.ceil(itemIds.length / 2),
  higherIsBetter: true,
  minimumDifference: 10,
  minimumDifferenceBasis: OWN_DIFFERENCE,
  thresholds: [],
  references: [],
  ...more,
});

export const OWN_LICENCE: Licence = {
  holder: 'Nærvær',
  terms: say(
    'Egne spørgsmål, skrevet til Nærvær. Frie at bruge for alle, der bruger Nærvær.',
    'Questions of our own, written for Nærvær. Free to use for everybody who uses Nærvær.',
  ),
  commercialUse: 'yes',
  checkedOn: '2026-11-22',
  source: 'docs/surveys/instruments.md',
};
