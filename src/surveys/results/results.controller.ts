import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { BesideAbsenceService } from './beside-absence.service.js';
import { BesideAbsenceQuery } from './beside-absence.dto.js';
import { BesideAbsenceView } from './beside-absence.view.js';
import { CommentsQuery, ResultsDocumentQuery, ResultsQuery, UnitQuery } from './results.dto.js';
import { ResultDocumentsService } from './result-documents.service.js';
import { resultsPolicy } from './results.policy.js';
import { ResultsService } from './results.service.js';
import { CommentPage, ResultRoundsView, ResultsView, UnitResultsView } from './results.view.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILE = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('survey results')
@Controller('survey-results')
export class ResultsController {
  constructor(
    private readonly results: ResultsService,
    private readonly documents: ResultDocumentsService,
    private readonly beside: BesideAbsenceService,
  ) {}

  /** Closed rounds with results, the newest first. */
  @Get()
  @Permit(resultsPolicy, 'survey-result.read')
  async rounds(@CurrentActor() actor: HatActor): Promise<ResultRoundsView> {
    return this.results.rounds(actor);
  }

  /** Units by scales, as frozen when the round closed. */
  @Get(':roundId')
  @Permit(resultsPolicy, 'survey-result.read')
  async units(
    @CurrentActor() actor: HatActor,
    @Id('roundId') roundId: string,
    @Query() query: ResultsQuery,
  ): Promise<ResultsView> {
    return this.results.units(actor, roundId, query);
  }

  /** One unit, or the whole: its scales over the rounds, and how each question was answered. */
  @Get(':roundId/unit')
  @Permit(resultsPolicy, 'survey-result.read')
  async unit(
    @CurrentActor() actor: HatActor,
    @Id('roundId') roundId: string,
    @Query() query: UnitQuery,
  ): Promise<UnitResultsView> {
    return this.results.unit(actor, roundId, query.unit ?? null);
  }

  /** Comments in an order drawn by lot. */
  @Get(':roundId/comments')
  @Permit(resultsPolicy, 'survey-comment.read')
  async comments(
    @CurrentActor() actor: HatActor,
    @Id('roundId') roundId: string,
    @Query() query: CommentsQuery,
  ): Promise<CommentPage> {
    return this.results.comments(actor, roundId, query);
  }

  /** A scale beside absence, unit by unit. */
  @Get(':roundId/absence')
  @Permit(resultsPolicy, 'survey-absence.read')
  async absence(
    @CurrentActor() actor: HatActor,
    @Id('roundId') roundId: string,
    @Query() query: BesideAbsenceQuery,
  ): Promise<BesideAbsenceView> {
    return this.beside.read(actor, roundId, query.scale ?? null);
  }

  @Get(':roundId/document.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse(FILE)
  @Permit(resultsPolicy, 'survey-result.export')
  async csv(
    @CurrentActor() actor: HatActor,
    @Id('roundId') roundId: string,
    @Query() query: ResultsDocumentQuery,
  ): Promise<StreamableFile> {
    const disposition = 'attachment; filename="survey-results.csv"';
    return new StreamableFile(await this.documents.csv(actor, roundId, query), {
      type: 'text/csv; charset=utf-8',
      disposition,
    });
  }

  @Get(':roundId/document.xlsx')
  @ApiProduces(XLSX)
  @ApiOkResponse(FILE)
  @Permit(resultsPolicy, 'survey-result.export')
  async xlsx(
    @CurrentActor() actor: HatActor,
    @Id('roundId') roundId: string,
    @Query() query: ResultsDocumentQuery,
  ): Promise<StreamableFile> {
    const disposition = 'attachment; filename="survey-results.xlsx"';
    return new StreamableFile(await this.documents.xlsx(actor, roundId, query), { type: XLSX, disposition });
  }
}
