import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

export const TRACK_WORKER_KINDS = ['job-coach', 'caseworker'] as const;
export type TrackWorkerKind = (typeof TRACK_WORKER_KINDS)[number];

export class LinkWorkerDto {
  /** Whose login it is; null to end the link. */
  @IsOptional()
  @IsUUID()
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  hatId?: string | null;
}

/** A coach or caseworker as the authority's files call them. */
export class TrackWorkerView {
  id: string;
  @ApiProperty({ enum: TRACK_WORKER_KINDS, enumName: 'TrackWorkerKind' })
  kind: TrackWorkerKind;
  code: string;
  @ApiProperty({ type: String, nullable: true })
  hatId: string | null;
  @ApiProperty({ type: String, nullable: true })
  loginName: string | null;
}

/** A login that a code may be linked to. */
export class TrackLoginView {
  hatId: string;
  @ApiProperty({ enum: TRACK_WORKER_KINDS, enumName: 'TrackWorkerKind' })
  kind: TrackWorkerKind;
  name: string;
}

export class TrackWorkersView {
  items: TrackWorkerView[];
  logins: TrackLoginView[];
}
