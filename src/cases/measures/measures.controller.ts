import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { casesPolicy } from '../cases.policy.js';
import { MeasureDto } from './measures.dto.js';
import { MeasuresService } from './measures.service.js';

@ApiTags('cases')
@Controller('cases/:id/measures')
export class MeasuresController {
  constructor(private readonly measures: MeasuresService) {}

  /** Records what was agreed for the unit of a case. */
  @Post()
  @Permit(casesPolicy, 'case.change')
  @HttpCode(204)
  async agree(@CurrentActor() actor: HatActor, @Id() id: string, @Body() body: MeasureDto): Promise<void> {
    await this.measures.agree(actor, id, body);
  }

  /** The measure as it stands now: its words, its days and whether it is done. */
  @Put(':measureId')
  @Permit(casesPolicy, 'case.change')
  @HttpCode(204)
  async change(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Id('measureId') measureId: string,
    @Body() body: MeasureDto,
  ): Promise<void> {
    await this.measures.change(actor, id, measureId, body);
  }
}
