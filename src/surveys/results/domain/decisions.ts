import {
  answersJudge,
  decideTree,
  type AnswerRule,
  type AnswerSum,
  type SurveyLimits,
  type SurveyReason,
  type TreeCell,
  type TreeDecisions,
} from '../../../disclosure/index.js';
import type { Instrument, Item } from '../../instruments/domain/instrument.js';
import { everyPlace, type Place } from './places.js';
import { NO_REPORT_BELOW, responseRate } from './response.js';
import type { Tally } from './tally.js';

/** A kind of figure that leaves the house of a round: what adds up along the tree, and under which rule. */
interface Measure {
  readonly key: string;
  readonly rule: AnswerRule;
  sumOf(tally: Tally): AnswerSum;
}

export const scaleKey = (id: string): string => `scale ${id}`;
export const itemKey = (id: string): string => `item ${id}`;
/** All comments of a unit stand or fall together: who answered is what hides the writer. */
export const COMMENTS = 'comments';

const NOTHING: AnswerSum = { answers: 0, counts: [] };

/** How many answers a figure about a scale or an item needs. */
export const minimumOf = (
  { offensive, fewest = 0 }: Pick<Item, 'offensive' | 'fewest'>,
  limits: SurveyLimits,
): number => Math.max(offensive ? limits.offensive : limits.answers, fewest);

const measuresOf = (instrument: Instrument, limits: SurveyLimits): Measure[] => {
  const scales = instrument.scales.map((scale, index): Measure => ({
    key: scaleKey(scale.id),
    rule: { minimum: minimumOf(scale, limits), kind: 'mean' },
    sumOf: ({ scales: moments }) => ({ answers: moments[index]?.answers ?? 0, counts: [] }),
  }));
  const items = instrument.items.flatMap((item, index): Measure[] =>
    item.kind === 'comment'
      ? []
      : [
          {
            key: itemKey(item.id),
            rule: { minimum: minimumOf(item, limits), kind: item.kind === 'number' ? 'mean' : 'share' },
            sumOf: (tally) => tally.items[index] ?? NOTHING,
          },
        ],
  );
  const comments: Measure = {
    key: COMMENTS,
    rule: { minimum: limits.comments, kind: 'share' },
    sumOf: ({ answered }) => ({ answers: answered, counts: [] }),
  };
  return [...scales, ...items, comments];
};

const cellOf = (place: Place, measure: Measure): TreeCell<AnswerSum> => ({
  key: String(place.place),
  sum: measure.sumOf(place.tally),
  parts: place.parts.map((part) => cellOf(part, measure)),
});

/** Why there is no report about a unit at all; null where there may be one. The whole round always has its own. */
export const reportReason = (place: Place, limits: SurveyLimits): SurveyReason | null => {
  if (!place.hasGroups) return 'too-few-invited';
  if (place.tally.answered === 0) return 'nothing';
  if (place.tally.answered < limits.answers) return 'too-few-answers';
  const rate = responseRate(place.tally.answered, place.invited) ?? 0;
  return place.unit && rate < NO_REPORT_BELOW ? 'low-response' : null;
};

/** For a measure's key, and under it a place's number: why it is hidden, or null where it is shown. */
export type RoundDecisions = ReadonlyMap<string, TreeDecisions<SurveyReason>>;

/** What of a round may leave the house, decided for all of it at once: there is no second cut of the same answers. */
export const decideRound = (whole: Place, instrument: Instrument, limits: SurveyLimits): RoundDecisions => {
  const withheld = new Map(
    everyPlace(whole).flatMap((place): [string, SurveyReason][] => {
      const reason = reportReason(place, limits);
      return reason === null ? [] : [[String(place.place), reason]];
    }),
  );
  return new Map(
    measuresOf(instrument, limits).map((measure) => [
      measure.key,
      decideTree(cellOf(whole, measure), answersJudge(measure.rule), withheld),
    ]),
  );
};
