import {
  Body,
  Controller,
  Get,
  Param,
  ParseEnumPipe,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { ApvCompletionDto, ApvDocumentQuery, ApvPhaseDto, NewApvDto } from './apv.dto.js';
import { ApvService } from './apv.service.js';
import { ApvView } from './apv.view.js';
import { APV_PHASES, type ApvPhase } from './domain/apv.js';
import { resultsPolicy } from './results.policy.js';

const PHASES = Object.fromEntries(APV_PHASES.map((phase) => [phase, phase]));

@ApiTags('workplace assessment')
@Controller('workplace-assessments')
export class ApvController {
  constructor(private readonly apv: ApvService) {}

  /** The statutory cycle, and every assessment with its five phases. */
  @Get()
  @Permit(resultsPolicy, 'apv.read')
  async list(@CurrentActor() actor: HatActor): Promise<ApvView> {
    return this.apv.list(actor);
  }

  @Post()
  @Permit(resultsPolicy, 'apv.record')
  async begin(@CurrentActor() actor: HatActor, @Body() body: NewApvDto): Promise<ApvView> {
    return this.apv.begin(actor, body);
  }

  @Put(':id/phases/:phase')
  @ApiParam({ name: 'phase', enum: APV_PHASES, enumName: 'ApvPhase' })
  @Permit(resultsPolicy, 'apv.record')
  async record(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Param('phase', new ParseEnumPipe(PHASES)) phase: ApvPhase,
    @Body() body: ApvPhaseDto,
  ): Promise<ApvView> {
    return this.apv.record(actor, id, phase, body);
  }

  /** Ends it: from this day the next one's time counts. */
  @Put(':id/completion')
  @Permit(resultsPolicy, 'apv.record')
  async complete(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: ApvCompletionDto,
  ): Promise<ApvView> {
    return this.apv.complete(actor, id, body);
  }

  @Get(':id/document.pdf')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Permit(resultsPolicy, 'apv.read')
  async pdf(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() query: ApvDocumentQuery,
  ): Promise<StreamableFile> {
    const disposition = 'attachment; filename="workplace-assessment.pdf"';
    return new StreamableFile(await this.apv.document(actor, id, query.language), {
      type: 'application/pdf',
      disposition,
    });
  }
}
