import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Id } from '../platform/http/id.js';
import { absencePolicy } from './absence.policy.js';
import { MonthsQuery, UnitFiguresQuery } from './overview.dto.js';
import { OverviewService } from './overview.service.js';
import { OverviewView, UnitFiguresPage, UnitOverviewView } from './overview.view.js';

@ApiTags('absence')
@Controller()
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  /** The employer's figures of twelve months, each beside the same months a year earlier, and their trend. */
  @Get('overview')
  @Permit(absencePolicy, 'overview.read')
  async employer(@CurrentActor() actor: HatActor, @Query() query: MonthsQuery): Promise<OverviewView> {
    return this.overview.employer(actor, query.months);
  }

  /** The figures of every unit at the top, by name. */
  @Get('overview/units')
  @Permit(absencePolicy, 'overview.read')
  async units(@CurrentActor() actor: HatActor, @Query() query: UnitFiguresQuery): Promise<UnitFiguresPage> {
    return this.overview.units(actor, query.months, query);
  }

  /** The same of a unit with all below it, by the units right below. */
  @Get('units/:id/figures')
  @Permit(absencePolicy, 'unit-figures.read')
  async unit(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() query: MonthsQuery,
  ): Promise<UnitOverviewView> {
    return this.overview.unit(actor, id, query.months);
  }
}
