import { Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, Permit, type HatActor } from '../../../access/index.js';
import { Id } from '../../../platform/http/id.js';
import { PageQuery } from '../../../platform/http/page.js';
import { Problem } from '../../../platform/http/problem.js';
import { tracksPolicy } from '../tracks.policy.js';
import { TrackImportsService } from './track-imports.service.js';
import { TrackImportPage, TrackImportView, TrackRejectionPage } from './track-imports.view.js';

const UPLOAD = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary', description: 'CSV or XLSX.' } },
};

@ApiTags('employment track')
@Controller('track-imports')
export class TrackImportsController {
  constructor(private readonly imports: TrackImportsService) {}

  /** The newest first. */
  @Get()
  @Permit(tracksPolicy, 'track-import.read')
  async list(@CurrentActor() actor: HatActor, @Query() query: PageQuery): Promise<TrackImportPage> {
    return this.imports.list(actor, query);
  }

  /** Takes in a file of citizens’ weeks; it is recorded in the background. */
  @Post()
  @Permit(tracksPolicy, 'track-import.upload')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  async upload(@CurrentActor() actor: HatActor, @Req() request: FastifyRequest): Promise<TrackImportView> {
    if (!request.isMultipart())
      throw new Problem(415, 'unsupported-media-type', 'Send the file as multipart/form-data.');
    return this.imports.upload(actor, request.parts());
  }

  @Get(':id')
  @Permit(tracksPolicy, 'track-import.read')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<TrackImportView> {
    return this.imports.get(actor, id);
  }

  /** Puts back what an import changed, as far as nobody has changed it since. */
  @Post(':id/reversal')
  @Permit(tracksPolicy, 'track-import.reverse')
  @HttpCode(202)
  async reverse(@CurrentActor() actor: HatActor, @Id() id: string): Promise<TrackImportView> {
    return this.imports.reverse(actor, id);
  }

  /** Rows that were refused, and why. */
  @Get(':id/rejections')
  @Permit(tracksPolicy, 'track-import.read')
  async rejections(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() query: PageQuery,
  ): Promise<TrackRejectionPage> {
    return this.imports.rejections(actor, id, query);
  }
}
