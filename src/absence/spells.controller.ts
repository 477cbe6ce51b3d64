import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Id } from '../platform/http/id.js';
import { PageQuery } from '../platform/http/page.js';
import { absencePolicy } from './absence.policy.js';
import {
  ChangeDegreeDto,
  CorrectSpellDto,
  DeleteSpellDto,
  RecoverDto,
  ReportSpellDto,
} from './spells.dto.js';
import { SpellsService } from './spells.service.js';
import { SpellHistoryView, SpellMadeView, SpellPage } from './spells.view.js';

@ApiTags('absence')
@Controller()
export class SpellsController {
  constructor(private readonly spells: SpellsService) {}

  /** A person's absences, newest first. */
  @Get('people/:id/spells')
  @Permit(absencePolicy, 'spell.read')
  async list(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() page: PageQuery,
  ): Promise<SpellPage> {
    return this.spells.list(actor, id, page);
  }

  /** Reports a person sick, and well again where the last day is given. */
  @Post('people/:id/spells')
  @Permit(absencePolicy, 'spell.report')
  async report(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: ReportSpellDto,
  ): Promise<SpellMadeView> {
    return this.spells.report(actor, id, body);
  }

  /** Reports a person well again. */
  @Post('spells/:id/recovery')
  @Permit(absencePolicy, 'spell.report')
  @HttpCode(204)
  async recover(@CurrentActor() actor: HatActor, @Id() id: string, @Body() body: RecoverDto): Promise<void> {
    await this.spells.recover(actor, id, body.lastOn);
  }

  /** From a day on at another degree; the answer names the row that begins. */
  @Post('spells/:id/degrees')
  @Permit(absencePolicy, 'spell.report')
  async changeDegree(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: ChangeDegreeDto,
  ): Promise<SpellMadeView> {
    return this.spells.changeDegree(actor, id, body);
  }

  @Put('spells/:id')
  @Permit(absencePolicy, 'spell.correct')
  @HttpCode(204)
  async correct(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: CorrectSpellDto,
  ): Promise<void> {
    await this.spells.correct(actor, id, body);
  }

  /** Removes an absence that never was; what it said is kept with the reason. */
  @Post('spells/:id/deletion')
  @Permit(absencePolicy, 'spell.delete')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: DeleteSpellDto,
  ): Promise<void> {
    await this.spells.remove(actor, id, body.reason);
  }

  /** Takes a deletion back. */
  @Post('spells/:id/restoration')
  @Permit(absencePolicy, 'spell.delete')
  @HttpCode(204)
  async restore(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.spells.restore(actor, id);
  }

  /** What an absence has said over time, the version that stands first. */
  @Get('spells/:id/versions')
  @Permit(absencePolicy, 'spell.read')
  async history(@CurrentActor() actor: HatActor, @Id() id: string): Promise<SpellHistoryView> {
    return this.spells.history(actor, id);
  }
}
