import { Body, Controller, Get, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../../access/index.js';
import { Id } from '../../../platform/http/id.js';
import { evaluatorPolicy } from '../evaluator.policy.js';
import { NewCellsDto } from './cells.dto.js';
import { CellsService } from './cells.service.js';
import { CellsList, CellsRow, CellsView } from './cells.view.js';

@ApiTags('evaluator')
@Controller('partnerships/:id/evaluator-cells')
export class CellsController {
  constructor(private readonly cells: CellsService) {}

  /** The newest first. */
  @Get()
  @Permit(evaluatorPolicy, 'evaluator-cells.read')
  async list(@CurrentActor() actor: HatActor, @Id() id: string): Promise<CellsList> {
    return this.cells.list(actor, id);
  }

  /** Orders the cells of a whole calendar quarter, half-year or year; they are there when the state says so. */
  @Post()
  @HttpCode(202)
  @Permit(evaluatorPolicy, 'evaluator-cells.order')
  async order(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: NewCellsDto,
  ): Promise<CellsRow> {
    return this.cells.order(actor, id, body);
  }

  /** With every workplace, and why figures of it are hidden. */
  @Get(':cellsId')
  @Permit(evaluatorPolicy, 'evaluator-cells.read')
  async get(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('cellsId') cellsId: string,
  ): Promise<CellsView> {
    return this.cells.get(actor, { partnershipId, cellsId });
  }

  @Get(':cellsId/cells.csv')
  @ApiProduces('text/csv; charset=utf-8')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Permit(evaluatorPolicy, 'evaluator-cells.read')
  async file(
    @CurrentActor() actor: HatActor,
    @Id() partnershipId: string,
    @Id('cellsId') cellsId: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.cells.file(actor, { partnershipId, cellsId }), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="cells.csv"',
    });
  }
}
