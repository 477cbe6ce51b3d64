import { Body, Controller, Get, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Counted } from '../platform/http/id.js';
import { PageQuery } from '../platform/http/page.js';
import { RecordGoLiveDto } from './go-live.dto.js';
import { GoLiveService } from './go-live.service.js';
import { GoLiveRecordsView, GoLiveView } from './go-live.view.js';
import { organisationsPolicy } from './organisations.policy.js';

@ApiTags('organisations')
@Controller('go-live')
export class GoLiveController {
  constructor(private readonly goLive: GoLiveService) {}

  @Get()
  @Permit(organisationsPolicy, 'go-live.read')
  async read(@CurrentActor() actor: HatActor): Promise<GoLiveView> {
    return this.goLive.read(actor);
  }

  /** Keeps the whole record; with `liveFrom` it must be complete and the employees' notice must have run. */
  @Put()
  @Permit(organisationsPolicy, 'go-live.record')
  async record(@CurrentActor() actor: HatActor, @Body() body: RecordGoLiveDto): Promise<GoLiveView> {
    return this.goLive.record(actor, body);
  }

  /** Every record as it was kept. */
  @Get('records')
  @Permit(organisationsPolicy, 'go-live.read')
  async listRecords(@CurrentActor() actor: HatActor, @Query() query: PageQuery): Promise<GoLiveRecordsView> {
    return this.goLive.listRecords(actor, query);
  }

  /** The impact assessment as it stood when a record told of its approval. */
  @Get('records/:version/impact-assessment.pdf')
  @Permit(organisationsPolicy, 'go-live.read')
  @ApiProduces('application/pdf')
  async assessmentOf(
    @CurrentActor() actor: HatActor,
    @Counted('version') version: number,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.goLive.assessmentOf(actor, version), {
      type: 'application/pdf',
      disposition: `attachment; filename="konsekvensanalyse-${version}.pdf"`,
    });
  }
}
