import type { Item } from './instrument.js';

export const WORDING_ADVICE = ['negation', 'two-things', 'long', 'no-question-mark', 'leading'] as const;
export type WordingAdvice = (typeof WORDING_ADVICE)[number];

/** Longer questions are read badly on a phone. */
const LONG = 90;
const NEGATION =
  /(?<![\p{L}])(ikke|aldrig|ingen|intet|uden at|not|never|no one|nobody|without|\p{L}+n’t|\p{L}+n't)(?![\p{L}])/iu;
const TWO_THINGS = /(?<![\p{L}])(og|eller|samt|and|or)(?![\p{L}])/iu;
const LEADING = /(?<![\p{L}])(selvfølgelig|naturligvis|enig i|of course|surely|agree that)(?![\p{L}])/iu;

const adviceFor = (text: string): WordingAdvice[] => {
  const found: readonly (readonly [WordingAdvice, boolean])[] = [
    ['negation', NEGATION.test(text)],
    ['two-things', TWO_THINGS.test(text)],
    ['long', text.length > LONG],
    ['leading', LEADING.test(text)],
    ['no-question-mark', !text.trim().endsWith('?')],
  ];
  return found.filter(([, holds]) => holds).map(([advice]) => advice);
};

/** What a reader of many questionnaires would ask to have another look at. Advice, no fault: some questions need an "or". */
export const wordingAdvice = ({ wording }: Pick<Item, 'wording'>): WordingAdvice[] => {
  const given = [wording.da, wording.en].filter((text) => text.trim() !== '').flatMap(adviceFor);
  return WORDING_ADVICE.filter((advice) => given.includes(advice));
};
