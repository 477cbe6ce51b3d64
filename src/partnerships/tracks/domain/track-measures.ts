export const TRACKS = ['prevention', 'employment', 'learning'] as const;
export type Track = (typeof TRACKS)[number];

/**
 * How a figure is worked out of its amounts, and by which rule it is shown.
 * - `count`: of persons or cases; 1-4 print as few
 * - `share`: one part of a whole, hidden also where the part or the rest is few
 * - `mean`: a sum over those it is shared among
 * - `load`: citizens over those who work for them; never of one or two workers
 * - `plain`: of no person
 */
type Kind = 'count' | 'share' | 'mean' | 'load' | 'plain';

interface TrackMeasureRule {
  readonly track: Track;
  readonly kind: Kind;
  /** Of the last day of a period; others are of what happened in it. */
  readonly onDate?: true;
  /** Over all that has been until that day: two releases of it overlap, whatever their periods. */
  readonly cumulative?: true;
}

/** The tracks' own indicators (definitions 4.5, 5.4, 9.1, 9.7), in the order in which they are shown. */
export const TRACK_MEASURES = {
  'open-cases': { track: 'prevention', kind: 'count', onDate: true },
  conversations: { track: 'prevention', kind: 'count' },
  'follow-ups-in-time': { track: 'prevention', kind: 'share' },
  'closed-cases': { track: 'prevention', kind: 'count' },
  'case-length': { track: 'prevention', kind: 'mean' },
  'overdue-follow-ups': { track: 'prevention', kind: 'count', onDate: true },
  citizens: { track: 'employment', kind: 'count', onDate: true },
  'median-weeks': { track: 'employment', kind: 'share', onDate: true, cumulative: true },
  'returned-13': { track: 'employment', kind: 'share', onDate: true, cumulative: true },
  'returned-26': { track: 'employment', kind: 'share', onDate: true, cumulative: true },
  'returned-52': { track: 'employment', kind: 'share', onDate: true, cumulative: true },
  returned: { track: 'employment', kind: 'count' },
  'inflow-flexi-job': { track: 'employment', kind: 'count' },
  'inflow-disability-pension': { track: 'employment', kind: 'count' },
  'cases-over-52': { track: 'employment', kind: 'count', onDate: true },
  'signing-cases-over-52': { track: 'employment', kind: 'count', onDate: true },
  'signing-cases-still-open': { track: 'employment', kind: 'count', onDate: true },
  'coach-load': { track: 'employment', kind: 'load', onDate: true },
  'caseworker-load': { track: 'employment', kind: 'load', onDate: true },
  'coach-changes': { track: 'employment', kind: 'mean', onDate: true, cumulative: true },
  'same-coach': { track: 'employment', kind: 'share', onDate: true, cumulative: true },
  courses: { track: 'learning', kind: 'plain' },
  'course-participations': { track: 'learning', kind: 'count' },
  'course-attendance': { track: 'learning', kind: 'share' },
  'competence-held': { track: 'learning', kind: 'share', onDate: true },
} as const satisfies Readonly<Record<string, TrackMeasureRule>>;

export type TrackMeasure = keyof typeof TRACK_MEASURES;
export const trackMeasures = Object.keys(TRACK_MEASURES) as readonly TrackMeasure[];

export const ruleOf = (measure: TrackMeasure): TrackMeasureRule => TRACK_MEASURES[measure];

export const FIGURE_FORMS = ['count', 'percent', 'weeks', 'decimal'] as const;
export type FigureForm = (typeof FIGURE_FORMS)[number];

/** How a figure is written: in whole numbers, in per cent, in whole weeks of a curve, or with decimals. */
export const formOf = (measure: TrackMeasure): FigureForm => {
  const { kind } = ruleOf(measure);
  if (kind === 'share') return measure === 'median-weeks' ? 'weeks' : 'percent';
  return kind === 'mean' || kind === 'load' ? 'decimal' : 'count';
};

/** What a measure comes to for one unit (a team, an authority, an employer) in one month. */
export interface TrackFact {
  readonly measure: TrackMeasure;
  readonly unit: string;
  /** Its first day; of a figure on a date the month of the date. */
  readonly month: string;
  readonly above: number;
  /** What it is shared by; 0 for a count. */
  readonly below: number;
}

/** A figure that is no quotient of its amounts: of a curve. */
export interface Estimated {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}
