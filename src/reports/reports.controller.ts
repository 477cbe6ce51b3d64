import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Id } from '../platform/http/id.js';
import { PageQuery } from '../platform/http/page.js';
import type { DocumentFormat } from './report-documents.js';
import { DocumentQuery, NewReportDto } from './reports.dto.js';
import { reportsPolicy } from './reports.policy.js';
import { ReportsService } from './reports.service.js';
import { PartnershipReportView, ReportPage } from './reports.view.js';

const TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
} as const satisfies Record<DocumentFormat, string>;

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('reports')
@Controller('partnerships/:id/reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  /** Orders a report of a whole calendar quarter, half-year or year; it is ready when its state says so. */
  @Post()
  @HttpCode(202)
  @Permit(reportsPolicy, 'report.build')
  async order(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: NewReportDto,
  ): Promise<PartnershipReportView> {
    return this.reports.order(actor, id, body);
  }

  /** The newest first. */
  @Get()
  @Permit(reportsPolicy, 'report.read')
  async list(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() page: PageQuery,
  ): Promise<ReportPage> {
    return this.reports.list(actor, id, page);
  }

  @Get(':reportId')
  @Permit(reportsPolicy, 'report.read')
  async get(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Id('reportId') reportId: string,
  ): Promise<PartnershipReportView> {
    return this.reports.get(actor, id, reportId);
  }

  @Get(':reportId/document.pdf')
  @ApiProduces(TYPES.pdf)
  @ApiOkResponse(FILE)
  @Permit(reportsPolicy, 'report.read')
  async pdf(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('reportId') reportId: string,
    @Query() query: DocumentQuery,
  ): Promise<StreamableFile> {
    return this.file(actor, { partnershipId, reportId }, { format: 'pdf', ...query });
  }

  @Get(':reportId/document.xlsx')
  @ApiProduces(TYPES.xlsx)
  @ApiOkResponse(FILE)
  @Permit(reportsPolicy, 'report.read')
  async xlsx(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('reportId') reportId: string,
    @Query() query: DocumentQuery,
  ): Promise<StreamableFile> {
    return this.file(actor, { partnershipId, reportId }, { format: 'xlsx', ...query });
  }

  @Get(':reportId/document.csv')
  @ApiProduces(TYPES.csv)
  @ApiOkResponse(FILE)
  @Permit(reportsPolicy, 'report.read')
  async csv(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('reportId') reportId: string,
    @Query() query: DocumentQuery,
  ): Promise<StreamableFile> {
    return this.file(actor, { partnershipId, reportId }, { format: 'csv', ...query });
  }

  private async file(...order: Parameters<ReportsService['document']>): Promise<StreamableFile> {
    const [, , { format }] = order;
    const disposition = `attachment; filename="report.${format}"`;
    return new StreamableFile(await this.reports.document(...order), { type: TYPES[format], disposition });
  }
}
