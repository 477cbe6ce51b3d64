import type { SurveyLimits, SurveyReason } from '../../../disclosure/index.js';
import type { Instrument, Item, Scale } from '../../instruments/domain/instrument.js';
import {
  COMMENTS,
  decideRound,
  itemKey,
  minimumOf,
  reportReason,
  scaleKey,
  type RoundDecisions,
} from './decisions.js';
import { isDrop, directionOf } from './drop.js';
import { changeBetween, levelInterval, meanOf, type Mean } from './estimate.js';
import { netScoreOf, recommendationsOf } from './net-score.js';
import { everyPlace, type Place } from './places.js';
import { responseRate } from './response.js';

export type Direction = 'better' | 'worse';

/** What is shown of a unit and scale, for good. Of a hidden cell only why. */
export interface FrozenScale {
  readonly id: string;
  readonly reason: SurveyReason | null;
  /** What the cell needs and has, where it has too few. */
  readonly needs: number | null;
  readonly has: number | null;
  readonly answers: number | null;
  readonly mean: number | null;
  readonly spread: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly change: FrozenChange | null;
  /** This less the unit right above. */
  readonly fromParent: number | null;
  /** Where the interval lies wholly beside the reference value. */
  readonly besideReference: Direction | null;
}

export interface FrozenChange {
  readonly from: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly direction: Direction | null;
  readonly drop: boolean;
}

export interface FrozenItem {
  readonly id: string;
  readonly reason: SurveyReason | null;
  readonly needs: number | null;
  readonly has: number | null;
  readonly answers: number | null;
  /** By choice, in their order. */
  readonly counts: readonly number[] | null;
  /** Of an item that asks for a number. */
  readonly mean: number | null;
  /** Of one that asks from 0 to 10 for a recommendation. */
  readonly net: number | null;
}

export interface FrozenUnit {
  readonly place: number;
  readonly last: number;
  readonly parent: number | null;
  readonly depth: number;
  readonly unitId: string | null;
  readonly name: string;
  readonly kind: string | null;
  /** Units right below. */
  readonly parts: number;
  readonly invited: number;
  /** Null where the unit has no reporting group: its answers are told apart from nobody's. */
  readonly answered: number | null;
  readonly reason: SurveyReason | null;
  readonly needs: number | null;
  readonly has: number | null;
  /** The nearest unit above with a report, where this has none. */
  readonly shownIn: number | null;
  readonly comments: boolean;
  readonly scales: readonly FrozenScale[];
  readonly items: readonly FrozenItem[];
  readonly groups: readonly string[];
}

/** The last round of the same row, by unit (`whole` for all) and scale. */
export interface Previous {
  readonly rate: number;
  readonly means: ReadonlyMap<string, Mean>;
}
export type PreviousRound = ReadonlyMap<string, Previous>;
export const WHOLE = 'whole';

interface Frame {
  readonly instrument: Instrument;
  readonly limits: SurveyLimits;
  readonly previous: PreviousRound;
  readonly decisions: RoundDecisions;
  readonly places: readonly Place[];
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

const reasonOf = (frame: Frame, key: string, place: Place): SurveyReason | null =>
  frame.decisions.get(key)?.get(String(place.place)) ?? null;

/** What a hidden cell needs and has; told only where that is the reason. */
const lacking = (reason: SurveyReason | null, needs: number, has: number) =>
  reason === 'too-few-answers' || reason === 'too-few-invited'
    ? { reason, needs, has }
    : { reason, needs: null, has: null };

const shownMean = (frame: Frame, place: Place, index: number): Mean | null => {
  const [scale, moments] = [frame.instrument.scales[index], place.tally.scales[index]];
  if (!scale || !moments || moments.answers === 0) return null;
  return reasonOf(frame, scaleKey(scale.id), place) === null ? meanOf(moments) : null;
};

const changeOf = (frame: Frame, place: Place, scale: Scale, now: Mean): FrozenChange | null => {
  const earlier = frame.previous.get(place.unit?.unitId ?? WHOLE);
  const before = earlier?.means.get(scale.id);
  const change = before && changeBetween(now, before);
  if (!earlier || !before || !change) return null;
  const rates = { now: responseRate(place.tally.answered, place.invited) ?? 0, before: earlier.rate };
  return {
    from: rounded(before.mean),
    difference: rounded(change.difference),
    low: rounded(change.low),
    high: rounded(change.high),
    direction: directionOf(change, scale),
    drop: isDrop(change, scale, rates),
  };
};

const besideReference = (
  scale: Scale,
  { low, high }: { readonly low: number; readonly high: number },
): Direction | null => {
  const [reference] = scale.references;
  if (!reference || (low <= reference.mean && high >= reference.mean)) return null;
  return low > reference.mean === scale.higherIsBetter ? 'better' : 'worse';
};

const HIDDEN_SCALE = {
  answers: null,
  mean: null,
  spread: null,
  low: null,
  high: null,
  change: null,
  fromParent: null,
  besideReference: null,
} as const;

const scaleOf = (frame: Frame, place: Place, scale: Scale, index: number): FrozenScale => {
  const needs = minimumOf(scale, frame.limits);
  const reason = reasonOf(frame, scaleKey(scale.id), place);
  const head = { id: scale.id, ...lacking(reason, needs, place.tally.scales[index]?.answers ?? 0) };
  const mean = shownMean(frame, place, index);
  if (!mean) return { ...head, ...HIDDEN_SCALE };
  const interval = levelInterval(mean, place.invited);
  const parent = place.parent === null ? undefined : frame.places[place.parent];
  const above = parent && shownMean(frame, parent, index);
  return {
    ...head,
    answers: mean.answers,
    mean: rounded(mean.mean),
    spread: rounded(mean.spread),
    low: rounded(interval.low),
    high: rounded(interval.high),
    change: changeOf(frame, place, scale, mean),
    fromParent: above ? rounded(mean.mean - above.mean) : null,
    besideReference: besideReference(scale, interval),
  };
};

/** Eleven choices from 0 to 10 ask how likely one would recommend. */
const netOf = (item: Item, counts: readonly number[]): number | null => {
  const values = item.choices.map(({ value }) => value);
  if (values.length !== 11 || values.some((value, index) => value !== index)) return null;
  const given = recommendationsOf(values.map((value, index) => ({ value, count: counts[index] ?? 0 })));
  return rounded(netScoreOf(given).score);
};

const itemOf = (frame: Frame, place: Place, item: Item, index: number): FrozenItem => {
  const tally = place.tally.items[index];
  const needs = minimumOf(item, frame.limits);
  const reason = reasonOf(frame, itemKey(item.id), place);
  const head = { id: item.id, ...lacking(reason, needs, tally?.answers ?? 0) };
  if (reason !== null || !tally || tally.answers === 0)
    return { ...head, answers: null, counts: null, mean: null, net: null };
  const { answers, counts, moments } = tally;
  const mean = moments.answers > 0 ? rounded(meanOf(moments).mean) : null;
  return { ...head, answers, counts, mean, net: netOf(item, counts) };
};

/** The nearest place above with a report of its own. */
const shownAbove = (frame: Frame, place: Place): number | null => {
  const parent = place.parent === null ? undefined : frame.places[place.parent];
  if (!parent) return null;
  return reportReason(parent, frame.limits) === null ? parent.place : shownAbove(frame, parent);
};

const frozenUnit = (frame: Frame, place: Place): FrozenUnit => {
  const { unit, tally, invited, hasGroups } = place;
  const reason = reportReason(place, frame.limits);
  const asked = frame.instrument.items.map((item, index) => ({ item, index }));
  return {
    place: place.place,
    last: place.last,
    parent: place.parent,
    depth: place.depth,
    unitId: unit?.unitId ?? null,
    name: unit?.name ?? '',
    kind: unit?.kind ?? null,
    parts: place.parts.length,
    invited,
    answered: hasGroups ? tally.answered : null,
    ...lacking(reason, frame.limits.answers, hasGroups ? tally.answered : invited),
    shownIn: reason === null ? null : shownAbove(frame, place),
    comments: reasonOf(frame, COMMENTS, place) === null,
    scales: frame.instrument.scales.map((scale, index) => scaleOf(frame, place, scale, index)),
    items: asked
      .filter(({ item }) => item.kind !== 'comment')
      .map(({ item, index }) => itemOf(frame, place, item, index)),
    groups: place.groups,
  };
};

interface RoundGround {
  readonly instrument: Instrument;
  readonly limits: SurveyLimits;
  readonly previous: PreviousRound;
}

/** The results of a round as they will stand: every unit in the order of its place. */
export const freeze = (whole: Place, ground: RoundGround): FrozenUnit[] => {
  const decisions = decideRound(whole, ground.instrument, ground.limits);
  const frame: Frame = { ...ground, decisions, places: everyPlace(whole) };
  return frame.places.map((place) => frozenUnit(frame, place));
};
