import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Id } from '../platform/http/id.js';
import { organisationsPolicy } from './organisations.policy.js';
import { NewUnitDto, NewUnitVersionDto, OnDayQuery } from './units.dto.js';
import { UnitsService } from './units.service.js';
import { UnitTreeView, UnitView } from './units.view.js';

@ApiTags('organisations')
@Controller('units')
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  @Permit(organisationsPolicy, 'unit.read')
  async tree(@CurrentActor() actor: HatActor, @Query() query: OnDayQuery): Promise<UnitTreeView> {
    return this.units.tree(actor, query.on);
  }

  @Get(':id')
  @Permit(organisationsPolicy, 'unit.read')
  async unit(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() query: OnDayQuery,
  ): Promise<UnitView> {
    return this.units.unit(actor, id, query.on);
  }

  @Post()
  @Permit(organisationsPolicy, 'unit.reorganise')
  async open(@CurrentActor() actor: HatActor, @Body() body: NewUnitDto): Promise<UnitView> {
    return this.units.open(actor, body);
  }

  /** Renames, moves or closes a unit from a day on. Answers with the tree as it stands on that day. */
  @Post(':id/versions')
  @Permit(organisationsPolicy, 'unit.reorganise')
  async change(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: NewUnitVersionDto,
  ): Promise<UnitTreeView> {
    return this.units.change(actor, id, body);
  }
}
