import type { Help } from '../../../cases/index.js';
import type { Reason } from '../../../disclosure/index.js';
import type { DecidedHelp } from '../domain/decide-help.js';
import type { DecidedCell } from '../domain/decide-tracks.js';
import { CURVE_MEASURES, type EstimateOf } from '../domain/employment-facts.js';
import { ruleOf, TRACKS, type Track, type TrackMeasure } from '../domain/track-measures.js';

/** A figure as it left the house: shown with what it is made of, or hidden with why. */
export interface TrackFigure {
  readonly measure: TrackMeasure;
  /** Null for all units together. */
  readonly unitName: string | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How many it is shared by; null for a count and for what is hidden. */
  readonly of: number | null;
  readonly reason: Reason | null;
  readonly bound: string | null;
}

/** Visits, referrals and waiting at a workplace, as they left the house. */
export interface HelpFigure {
  readonly measure: Help;
  /** Null for all workplaces together. */
  readonly workplaceId: string | null;
  readonly workplaceName: string | null;
  readonly value: number | null;
  /** The referrals that waiting days are a mean of. */
  readonly of: number | null;
  readonly reason: Reason | null;
  readonly bound: string | null;
}

/** The yearly item of the learning track at one employer (definitions 9.7). */
export interface SkillAnswer {
  readonly employerName: string;
  readonly closedOn: string;
  /** Share of those invited who answered. */
  readonly response: number | null;
  readonly answers: number | null;
  /** Share of those answering who say "better" or "much better". */
  readonly better: number | null;
  readonly reason: 'low-response' | 'too-few-answers' | null;
}

export interface TrackContent {
  readonly tracks: Readonly<Record<Track, readonly TrackFigure[]>>;
  /** What measures each track: authorities, employers; none where it is not measured yet. */
  readonly sources: Readonly<Record<Track, readonly string[]>>;
  readonly skills: readonly SkillAnswer[];
  readonly help: readonly HelpFigure[];
}

const isOfCurve = (measure: TrackMeasure): boolean => CURVE_MEASURES.some((one) => one === measure);

const figureOf = (cell: DecidedCell, estimateOf: EstimateOf): TrackFigure => {
  const { measure, unit, above, below, reason, bound } = cell;
  const figure = { measure, unitName: unit?.name ?? null, low: null, high: null, bound };
  if (reason !== null) return { ...figure, value: null, of: null, reason };
  const { kind } = ruleOf(measure);
  if (kind === 'count' || kind === 'plain') return { ...figure, value: above, of: null, reason };
  if (isOfCurve(measure)) {
    const estimate = estimateOf(measure, unit?.id ?? null);
    if (!estimate) return { ...figure, value: null, of: null, reason: 'nothing' };
    return { ...figure, value: estimate.estimate, low: estimate.low, high: estimate.high, of: below, reason };
  }
  return { ...figure, value: above / below, of: kind === 'load' ? null : below, reason };
};

/** Nothing waited for is nothing to tell, and is no 0. */
export const helpFigureOf = ({ measure, workplace, amounts, reason, bound }: DecidedHelp): HelpFigure => {
  const figure = {
    measure,
    workplaceId: workplace?.id ?? null,
    workplaceName: workplace?.name ?? null,
    bound,
  };
  const [above = 0, below = null] = amounts;
  if (reason !== null) return { ...figure, value: null, of: null, reason };
  return { ...figure, value: below === null ? above : above / below, of: below, reason };
};

export const contentOf = (
  cells: readonly DecidedCell[],
  estimateOf: EstimateOf,
  rest: Omit<TrackContent, 'tracks'>,
): TrackContent => {
  const figuresOf = (track: Track): TrackFigure[] =>
    cells.filter(({ measure }) => ruleOf(measure).track === track).map((cell) => figureOf(cell, estimateOf));
  const [prevention, employment, learning] = TRACKS.map(figuresOf);
  return {
    tracks: { prevention: prevention ?? [], employment: employment ?? [], learning: learning ?? [] },
    ...rest,
  };
};
