import type { Reason } from '../../../disclosure/index.js';
import type { DecidedCell } from '../domain/decide-tracks.js';
import { ruleOf, TRACKS, type Estimated, type Track, type TrackMeasure } from '../domain/track-measures.js';

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
}

type EstimateOf = (measure: TrackMeasure) => Estimated | undefined;

const figureOf = (cell: DecidedCell, estimateOf: EstimateOf): TrackFigure => {
  const { measure, unit, above, below, reason } = cell;
  const figure = { measure, unitName: unit?.name ?? null, low: null, high: null };
  if (reason !== null) return { ...figure, value: null, of: null, reason };
  const { kind } = ruleOf(measure);
  if (kind === 'count' || kind === 'plain') return { ...figure, value: above, of: null, reason };
  // A curve is of one unit or of all of them; shown in parts it would be the whole's.
  const estimated = unit === null ? estimateOf(measure) : undefined;
  if (estimated)
    return {
      ...figure,
      value: estimated.estimate,
      low: estimated.low,
      high: estimated.high,
      of: below,
      reason,
    };
  return { ...figure, value: above / below, of: kind === 'load' ? null : below, reason };
};

export const contentOf = (
  cells: readonly DecidedCell[],
  estimateOf: EstimateOf,
  rest: Pick<TrackContent, 'sources' | 'skills'>,
): TrackContent => {
  const figuresOf = (track: Track): TrackFigure[] =>
    cells.filter(({ measure }) => ruleOf(measure).track === track).map((cell) => figureOf(cell, estimateOf));
  const [prevention, employment, learning] = TRACKS.map(figuresOf);
  return {
    tracks: { prevention: prevention ?? [], employment: employment ?? [], learning: learning ?? [] },
    ...rest,
  };
};
