import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { Problem } from '../../platform/http/problem.js';
import { IMPORT_KINDS } from './domain/fields.js';
import { ImportRejectionsService } from './import-rejections.service.js';
import { ImportsQuery, MappingDto, RejectionsQuery } from './imports.dto.js';
import { importsPolicy } from './imports.policy.js';
import { ImportsService } from './imports.service.js';
import { ImportPage, ImportPreviewView, ImportView, RejectionPage } from './imports.view.js';
import { UploadsService } from './uploads.service.js';

const UPLOAD = {
  type: 'object',
  required: ['kind', 'file'],
  properties: {
    kind: { type: 'string', enum: [...IMPORT_KINDS] },
    source: { type: 'string', default: 'payroll' },
    dataAsOf: { type: 'string', format: 'date' },
    profileId: { type: 'string', format: 'uuid' },
    file: { type: 'string', format: 'binary', description: 'CSV or XLSX; after the other fields.' },
  },
};

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly uploads: UploadsService,
    private readonly rejections: ImportRejectionsService,
  ) {}

  /** The newest first. */
  @Get()
  @Permit(importsPolicy, 'import.read')
  async list(@CurrentActor() actor: HatActor, @Query() query: ImportsQuery): Promise<ImportPage> {
    return this.imports.list(actor, query);
  }

  /** Takes in a file and guesses its columns; nothing is read into the records yet. */
  @Post()
  @Permit(importsPolicy, 'import.upload')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  async upload(@CurrentActor() actor: HatActor, @Req() request: FastifyRequest): Promise<ImportView> {
    if (!request.isMultipart())
      throw new Problem(415, 'unsupported-media-type', 'Send the file as multipart/form-data.');
    const stored = await this.uploads.upload(actor, request.parts());
    return this.imports.get(actor, stored.id);
  }

  @Get(':id')
  @Permit(importsPolicy, 'import.read')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<ImportView> {
    return this.imports.get(actor, id);
  }

  /** The first rows as they stand in the file. */
  @Get(':id/preview')
  @Permit(importsPolicy, 'import.read-rows')
  async preview(@CurrentActor() actor: HatActor, @Id() id: string): Promise<ImportPreviewView> {
    return this.imports.preview(actor, id);
  }

  /** Says which column holds what. */
  @Put(':id/mapping')
  @Permit(importsPolicy, 'import.map')
  async map(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: MappingDto,
  ): Promise<ImportView> {
    return this.imports.map(actor, id, body);
  }

  /** Starts a dry run: what the file would bring, and which rows could not be taken. */
  @Post(':id/analysis')
  @Permit(importsPolicy, 'import.analyse')
  @HttpCode(202)
  async analyse(@CurrentActor() actor: HatActor, @Id() id: string): Promise<ImportView> {
    return this.imports.analyse(actor, id);
  }

  /** Lets an analysed file be recorded. */
  @Post(':id/confirmation')
  @Permit(importsPolicy, 'import.confirm')
  @HttpCode(202)
  async confirm(@CurrentActor() actor: HatActor, @Id() id: string): Promise<ImportView> {
    return this.imports.confirm(actor, id);
  }

  /** Gives an import up, also while it runs. */
  @Post(':id/cancellation')
  @Permit(importsPolicy, 'import.cancel')
  @HttpCode(200)
  async cancel(@CurrentActor() actor: HatActor, @Id() id: string): Promise<ImportView> {
    return this.imports.cancel(actor, id);
  }

  /** Puts back what an import changed, as far as nobody has changed it since. */
  @Post(':id/reversal')
  @Permit(importsPolicy, 'import.reverse')
  @HttpCode(202)
  async reverse(@CurrentActor() actor: HatActor, @Id() id: string): Promise<ImportView> {
    return this.imports.reverse(actor, id);
  }

  /** Rows that were refused, or kept with a remark. */
  @Get(':id/rejections')
  @Permit(importsPolicy, 'import.read')
  async listRejections(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() query: RejectionsQuery,
  ): Promise<RejectionPage> {
    return this.rejections.list(actor, id, query);
  }

  /** The same as a file to mend and send again. */
  @Get(':id/rejections.csv')
  @Permit(importsPolicy, 'import.read-rows')
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="rejections.csv"')
  async downloadRejections(@CurrentActor() actor: HatActor, @Id() id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.rejections.file(actor, id));
  }
}
