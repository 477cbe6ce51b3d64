import type { Answers, Instrument, Item, ReportingGroup } from '../../surveys/index.js';
import { pick, randomStream, STREAM, type Random } from '../simulator/random.js';

/** How people of the demonstration answer; made up, and no claim about any workplace. */
const HABITS = {
  answers: 0.74,
  comments: 0.12,
  middle: 64,
  betweenUnits: 7,
  betweenPeople: 15,
  betweenDays: 14,
  drift: 0.8,
} as const;
/** In the last round the largest group that answers well loses this much on this question: what a real drop looks like. */
const FALL = { itemId: 'leader-support', points: 34 } as const;
export const FALLING_SCALE = 'pulse-leader-support';
/** Not everybody is helped, and few go to work ill for days. */
const HELP = { itemId: 'help-experience', share: 0.3 } as const;
const ILLNESS = { itemId: 'presenteeism', points: 24 } as const;
/** Every so many a group answers seldom. */
const QUIET = { every: 7, answers: 0.49 } as const;

const COMMENTS = [
  'Vi hjælper hinanden, når det brænder på.',
  'Det er svært at nå dokumentationen inden for arbejdstiden.',
  'Godt med det nye ugeskema.',
  'Jeg savner at vide, hvad der er vigtigst, når to opgaver skal nås samtidig.',
  'Rart at blive spurgt.',
  'Vikarer kender ikke borgerne, og så løber vi andre stærkere.',
  'Min leder er sjældent på stedet.',
  'Pauserne bliver tit afbrudt.',
];

const scoreOf = (item: Item, score: number | null): number =>
  item.reversed ? 100 - (score ?? 50) : (score ?? 50);

/** The choice whose score lies nearest. */
const nearest = (item: Item, wanted: number): number => {
  const counted = item.choices.filter(({ score }) => score !== null);
  const [first] = counted
    .map((choice) => ({ choice, away: Math.abs(scoreOf(item, choice.score) - wanted) }))
    .sort((a, b) => a.away - b.away);
  return first?.choice.value ?? 0;
};

interface Mood {
  /** Of the group and of the person, which last from round to round. */
  readonly lasting: number;
  readonly round: number;
  readonly falls: boolean;
}

const answersOf = (instrument: Instrument, random: Random, mood: Mood): Answers => {
  const items = instrument.items.map((item): [string, number | string | null] => {
    if (item.kind === 'comment')
      return [item.id, random.chance(HABITS.comments) ? pick(random, COMMENTS) : null];
    if (item.id === HELP.itemId && !random.chance(HELP.share)) return [item.id, null];
    const lift = item.id === ILLNESS.itemId ? ILLNESS.points : 0;
    const fall = mood.falls && item.id === FALL.itemId ? FALL.points : 0;
    const wanted =
      HABITS.middle +
      lift +
      mood.lasting +
      mood.round * HABITS.drift +
      random.normal() * HABITS.betweenDays -
      fall;
    return [item.id, nearest(item, wanted)];
  });
  return Object.fromEntries(items);
};

const isQuiet = (index: number): boolean => index % QUIET.every === 3;

/** What each group of a round answers. Groups and people keep their character from round to round. */
export const simulateAnswers = (
  instrument: Instrument,
  groups: readonly ReportingGroup[],
  round: { readonly number: number; readonly isLast: boolean },
): { readonly unitId: string | null; readonly answers: readonly Answers[] }[] => {
  const largest = Math.max(...groups.map(({ invited }, index) => (isQuiet(index) ? 0 : invited)));
  return groups.map(({ unitId, invited }, index) => {
    const character = randomStream(STREAM.surveys, index).normal() * HABITS.betweenUnits;
    const random = randomStream(STREAM.surveys, round.number, index);
    const falls = round.isLast && invited === largest && !isQuiet(index);
    const answers = Array.from({ length: invited }, (_, place) => {
      const person = randomStream(STREAM.surveys, 0, index, place).normal() * HABITS.betweenPeople;
      if (!random.chance(isQuiet(index) ? QUIET.answers : HABITS.answers)) return [];
      return [answersOf(instrument, random, { lasting: character + person, round: round.number, falls })];
    });
    return { unitId, answers: answers.flat() };
  });
};
