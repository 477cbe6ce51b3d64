import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../../access/index.js';
import { Id } from '../../../platform/http/id.js';
import { tracksPolicy } from '../tracks.policy.js';
import { LinkWorkerDto, TrackWorkersView } from './track-workers.dto.js';
import { TrackWorkersService } from './track-workers.service.js';

@ApiTags('employment track')
@Controller('track-workers')
export class TrackWorkersController {
  constructor(private readonly workers: TrackWorkersService) {}

  /** Coaches and caseworkers as the files call them, and the logins they may be linked to. */
  @Get()
  @Permit(tracksPolicy, 'track-worker.manage')
  async list(@CurrentActor() actor: HatActor): Promise<TrackWorkersView> {
    return this.workers.list(actor);
  }

  /** Says whose login a coach or caseworker of the files is. */
  @Put(':id/login')
  @Permit(tracksPolicy, 'track-worker.manage')
  @HttpCode(204)
  async link(@CurrentActor() actor: HatActor, @Id() id: string, @Body() body: LinkWorkerDto): Promise<void> {
    return this.workers.link(actor, id, body.hatId ?? null);
  }
}
