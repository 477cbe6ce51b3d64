import { ApiProperty } from '@nestjs/swagger';
import { REASONS, type Reason } from '../../../disclosure/index.js';
import { SkillView } from '../../../learning/index.js';
import { TRACKS, trackMeasures, type Track, type TrackMeasure } from '../domain/track-measures.js';

export class TrackFigureView {
  @ApiProperty({ enum: trackMeasures, enumName: 'TrackMeasure' })
  measure: TrackMeasure;
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
  abilities: string[];
}
