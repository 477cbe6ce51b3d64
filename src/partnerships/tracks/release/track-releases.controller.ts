import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../../access/index.js';
import { Id } from '../../../platform/http/id.js';
import { TrackPeriodDto, TracksQuery } from './track-releases.dto.js';
import { trackReleasesPolicy } from './track-releases.policy.js';
import { TrackReleasesService } from './track-releases.service.js';
import { TrackReleaseView } from './track-releases.view.js';

@ApiTags('partnerships')
@Controller('partnerships/:id/tracks')
export class TrackReleasesController {
  constructor(private readonly releases: TrackReleasesService) {}

  /** The tracks' own indicators of a calendar cut, as they were last released. */
  @Get()
  @Permit(trackReleasesPolicy, 'track-figure.read')
  async get(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() query: TracksQuery,
  ): Promise<TrackReleaseView> {
    return this.releases.get(actor, id, query);
  }

  /** Works the figures of a calendar cut out and releases them under the output policy. */
  @Post()
  @Permit(trackReleasesPolicy, 'track-figure.release')
  async release(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: TrackPeriodDto,
  ): Promise<TrackReleaseView> {
    await this.releases.release(actor, id, body);
    return this.releases.get(actor, id, body);
  }
}
