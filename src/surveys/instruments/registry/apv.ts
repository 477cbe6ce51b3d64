import type { Instrument, Item } from '../domain/instrument.js';
import { OFFENSIVE_ITEMS, OFFENSIVE_SCALES } from './apv-offensive.js';
import { APV_THEMES } from './apv-themes.js';
import { askInWords, OWN_LICENCE, ownScale, say } from './parts.js';

const idsOf = (items: readonly Item[]): string[] => items.map(({ id }) => id);

const CAUSES: Item = {
  id: 'absence-which',
  kind: 'choices',
  wording: say('Hvilke forhold bidrager efter din mening?', 'Which conditions contribute, in your view?'),
  hint: say(
    'Vælg alle, der passer. Spørgsmålet handler om arbejdspladsen, ikke om dig.',
    'Choose all that apply. The question is about the workplace, not about you.',
  ),
  choices: APV_THEMES.slice(0, 5).map(({ name }, at) => ({ value: at + 1, wording: name, score: null })),
  reversed: false,
  required: false,
};

const WORDS = askInWords(
  'apv-words',
  say('Hvad bør arbejdspladsen gøre noget ved først?', 'What should the workplace deal with first?'),
);

const heading = (da: string, en: string) =>
  say(`${da} de seneste tre måneder`, `${en} in the last three months`);

/** One screen is read on a phone: a theme at a time, the offensive behaviour a question or two at a time. */
const HEADINGS = [
  heading('Dine fysiske forhold', 'Your physical conditions'),
  heading('Kroppens belastning', 'The strain on your body'),
  heading('Stoffer og smitte', 'Substances and infection'),
  heading('Risiko for ulykker', 'Risks of accidents'),
  heading('Krav og støtte', 'Demands and support'),
  say('Sygefravær på arbejdspladsen det seneste år', 'Sickness absence at the workplace in the last year'),
];
const OFFENSIVE_HEADING = say('Krænkelser det seneste år', 'Offensive behaviour in the last year');

export const APV: Instrument = {
  id: 'naervaer.apv',
  version: 1,
  name: say('APV: arbejdspladsvurdering', 'APV: workplace assessment'),
  introduction: say(
    'Svar ud fra din egen hverdag. Du kan springe et spørgsmål over.',
    'Answer from your own working day. You may skip a question.',
  ),
  licence: OWN_LICENCE,
  items: [...APV_THEMES.flatMap(({ items }): readonly Item[] => items), CAUSES, ...OFFENSIVE_ITEMS, WORDS],
  scales: [
    ...APV_THEMES.map(({ id, name, measures, items }) => ownScale(id, name, measures, idsOf(items))),
    ...OFFENSIVE_SCALES,
  ],
  pages: [
    ...APV_THEMES.map(({ id, items }, at) => ({
      heading: HEADINGS[at] ?? null,
      itemIds: [...idsOf(items), ...(id === 'apv-absence' ? [CAUSES.id] : [])],
    })),
    { heading: OFFENSIVE_HEADING, itemIds: idsOf(OFFENSIVE_ITEMS.slice(0, 3)) },
    { heading: OFFENSIVE_HEADING, itemIds: idsOf(OFFENSIVE_ITEMS.slice(3)) },
    { heading: say('Med dine egne ord', 'In your own words'), itemIds: [WORDS.id] },
  ],
};
