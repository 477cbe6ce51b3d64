import { ApiProperty } from '@nestjs/swagger';
import { HELP, type Help } from '../../../cases/index.js';
import { REASONS, type Reason } from '../../../disclosure/index.js';
import { SkillView } from '../../../learning/index.js';
import {
  FIGURE_FORMS,
  TRACKS,
  trackMeasures,
  type FigureForm,
  type Track,
  type TrackMeasure,
} from '../domain/track-measures.js';

export class TrackFigureView {
  @ApiProperty({ enum: trackMeasures, enumName: 'TrackMeasure' })
  measure: TrackMeasure;
  /** How it is written. */
  @ApiProperty({ enum: FIGURE_FORMS, enumName: 'FigureForm' })
  form: FigureForm;
  /** A team or authority; null for all together. */
  @ApiProperty({ type: String, nullable: true })
  unitName: string | null;
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;
  @ApiProperty({ type: Number, nullable: true })
  low: number | null;
  @ApiProperty({ type: Number, nullable: true })
  high: number | null;
  /** How many it is shared by. */
  @ApiProperty({ type: Number, nullable: true })
  of: number | null;
  /** Why it is hidden. */
  @ApiProperty({ enum: REASONS, enumName: 'TrackHiddenReason', nullable: true })
  reason: Reason | null;
  /** How a small count prints: "<5", or below what an employer has raised it to. */
  @ApiProperty({ type: String, nullable: true })
  bound: string | null;
}

export class TrackFiguresView {
  @ApiProperty({ enum: TRACKS, enumName: 'Track' })
  track: Track;
  /** Who it is measured at; none where it is not measured yet. */
  sources: string[];
  figures: TrackFigureView[];
}

/** The yearly question of the learning track at one employer. */
export class SkillAnswerView extends SkillView {
  employerName: string;
}

/** Visits, referrals and waiting at a workplace, as in the report of the steering group. */
export class HelpFigureView {
  @ApiProperty({ enum: HELP, enumName: 'HelpMeasure' })
  measure: Help;
  /** Null for all workplaces together. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  workplaceId: string | null;
  @ApiProperty({ type: String, nullable: true })
  workplaceName: string | null;
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;
  /** The referrals that waiting days are a mean of. */
  @ApiProperty({ type: Number, nullable: true })
  of: number | null;
  @ApiProperty({ enum: REASONS, enumName: 'TrackHiddenReason', nullable: true })
  reason: Reason | null;
  /** How a small count prints: "<5", or below what an employer has raised it to. */
  @ApiProperty({ type: String, nullable: true })
  bound: string | null;
}

export class TrackReleaseView {
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  @ApiProperty({ type: String, format: 'date' })
  to: string;
  /** Null where the period has not been released. */
  @ApiProperty({ type: Date, nullable: true })
  releasedAt: Date | null;
  /** The last week that every authority has told of. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  knownUntil: string | null;
  tracks: TrackFiguresView[];
  skills: SkillAnswerView[];
  help: HelpFigureView[];
  abilities: string[];
}
