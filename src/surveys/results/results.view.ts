import { ApiProperty } from '@nestjs/swagger';
import { SURVEY_REASONS, type SurveyReason } from '../../disclosure/index.js';
import { PageView } from '../../platform/http/page.js';
import { RESPONSE_LABELS, type ResponseLabel } from './domain/response.js';

export const ROUND_KINDS = ['once', 'pulse', 'newcomers', 'apv'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

export class BothLanguages {
  da: string;
  en: string;
}

/** A closed round with results. */
export class ResultRoundView {
  id: string;
  title: BothLanguages;
  @ApiProperty({ enum: ROUND_KINDS, enumName: 'SurveyRoundKind' })
  kind: RoundKind;
  opensOn: string;
  closesOn: string;
}

export class ResultRoundsView {
  items: ResultRoundView[];
  abilities: string[];
}

export class ResultThresholdView {
  score: number;
  @ApiProperty({ enum: ['at-or-below', 'at-or-above'], enumName: 'ThresholdSide' })
  side: 'at-or-below' | 'at-or-above';
  meaning: BothLanguages;
  source: string;
}

export class ResultReferenceView {
  population: BothLanguages;
  mean: number;
  source: string;
}

export class ResultScaleView {
  id: string;
  name: BothLanguages;
  measures: BothLanguages;
  higherIsBetter: boolean;
  /** Smaller changes of the mean do not matter, in points. */
  minimumDifference: number;
  offensive: boolean;
  thresholds: ResultThresholdView[];
  references: ResultReferenceView[];
}

export class ChangeView {
  from: number;
  difference: number;
  low: number;
  high: number;
  /** Null where chance explains it, or it is smaller than matters. */
  @ApiProperty({ enum: ['better', 'worse'], enumName: 'ChangeDirection', nullable: true })
  direction: 'better' | 'worse' | null;
  /** For the worse, and answered by at least 60 % both times. */
  drop: boolean;
}

/** A unit's score on a scale, 0 to 100, or why there is none. */
export class ScaleCellView {
  id: string;
  @ApiProperty({ enum: SURVEY_REASONS, enumName: 'SurveyHiddenReason', nullable: true })
  reason: SurveyReason | null;
  /** Answers that it needs and has, where it has too few. */
  needs: number | null;
  has: number | null;
  answers: number | null;
  mean: number | null;
  spread: number | null;
  /** 95 % interval. */
  low: number | null;
  high: number | null;
  @ApiProperty({ type: () => ChangeView, nullable: true })
  change: ChangeView | null;
  /** This less the unit right above. */
  fromParent: number | null;
  @ApiProperty({ enum: ['better', 'worse'], enumName: 'ChangeDirection', nullable: true })
  besideReference: 'better' | 'worse' | null;
}

export class UnitResultView {
  /** Null for the whole round. */
  unitId: string | null;
  name: string;
  /** The unit right above; null at the top. */
  above: string | null;
  kind: string | null;
  /** Units right below it. */
  parts: number;
  invited: number;
  /** Null where its answers lie in a group above. */
  answered: number | null;
  rate: number | null;
  @ApiProperty({ enum: RESPONSE_LABELS, enumName: 'ResponseLabel', nullable: true })
  label: ResponseLabel | null;
  /** Why there is no report about it. */
  @ApiProperty({ enum: SURVEY_REASONS, enumName: 'SurveyHiddenReason', nullable: true })
  reason: SurveyReason | null;
  needs: number | null;
  has: number | null;
  comments: boolean;
  scales: ScaleCellView[];
}

export class PlaceNameView {
  /** Null for the whole round. */
  unitId: string | null;
  name: string;
}

/** Units by scales. */
export class ResultsView extends PageView {
  round: ResultRoundView;
  scales: ResultScaleView[];
  /** The whole round. */
  whole: UnitResultView;
  /** The unit whose parts are shown, last, below those above it. Empty at the top. */
  path: PlaceNameView[];
  items: UnitResultView[];
  abilities: string[];
}

export class ChoiceResultView {
  wording: BothLanguages;
  /** Null where hidden. */
  count: number | null;
  score: number | null;
}

export class ItemResultView {
  id: string;
  wording: BothLanguages;
  reversed: boolean;
  offensive: boolean;
  @ApiProperty({ enum: SURVEY_REASONS, enumName: 'SurveyHiddenReason', nullable: true })
  reason: SurveyReason | null;
  needs: number | null;
  has: number | null;
  answers: number | null;
  mean: number | null;
  net: number | null;
  choices: ChoiceResultView[];
  /** Scales that the item is part of. */
  scaleIds: string[];
}

export class TrendPointView {
  roundId: string;
  title: BothLanguages;
  closesOn: string;
  rate: number | null;
  scales: ScaleCellView[];
}

/** Everything that is shown of one unit, or of the whole. */
export class UnitResultsView {
  round: ResultRoundView;
  scales: ResultScaleView[];
  unit: UnitResultView;
  path: PlaceNameView[];
  /** The nearest unit above that has a report, where this one has none. */
  @ApiProperty({ type: () => PlaceNameView, nullable: true })
  shownIn: PlaceNameView | null;
  items: ItemResultView[];
  /** The rounds of the same row, the oldest first. */
  trend: TrendPointView[];
  /** Comments that may be read. */
  commentCount: number;
  abilities: string[];
}

export class CommentView {
  itemId: string;
  words: string;
}

export class CommentPage extends PageView {
  items: CommentView[];
  /** Null where comments are shown; else why not. */
  @ApiProperty({ enum: SURVEY_REASONS, enumName: 'SurveyHiddenReason', nullable: true })
  reason: SurveyReason | null;
  needs: number | null;
}
