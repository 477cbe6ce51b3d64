import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { PageQuery } from '../platform/http/page.js';
import { ChangeRulesDto } from './rules.dto.js';
import { RulesService } from './rules.service.js';
import { RulesHistoryView, SignalRulesView, UnitSpellsView } from './rules.view.js';
import { signalsPolicy } from './signals.policy.js';

@ApiTags('signals')
@Controller('signal-rules')
export class RulesController {
  constructor(private readonly rules: RulesService) {}

  /** The rules in force, by employer; a consultant sees those of every employer that mandates the provider. */
  @Get()
  @Permit(signalsPolicy, 'rule.read')
  async list(@CurrentActor() actor: HatActor): Promise<SignalRulesView[]> {
    return this.rules.list(actor);
  }

  /** Every rule set that was recorded at the employer: who, when and why, on which days it held, when employees were told. */
  @Get('history')
  @Permit(signalsPolicy, 'rule.trace')
  async listKept(@CurrentActor() actor: HatActor, @Query() query: PageQuery): Promise<RulesHistoryView> {
    return this.rules.listKept(actor, query);
  }

  /** What the rule about many new spells of a unit would look at today, and how often it would be wrong. */
  @Get('unit-spells')
  @Permit(signalsPolicy, 'rule.change')
  async unitSpells(@CurrentActor() actor: HatActor): Promise<UnitSpellsView> {
    return this.rules.unitSpells(actor);
  }

  /** The rule set from a day on. A rule that is news to the employees is told and discussed first. */
  @Put()
  @Permit(signalsPolicy, 'rule.change')
  @HttpCode(204)
  async change(@CurrentActor() actor: HatActor, @Body() body: ChangeRulesDto): Promise<void> {
    await this.rules.change(actor, body);
  }

  /** Takes back a change that has not come into force. */
  @Delete('coming')
  @Permit(signalsPolicy, 'rule.change')
  @HttpCode(204)
  async takeBack(@CurrentActor() actor: HatActor): Promise<void> {
    await this.rules.takeBack(actor);
  }
}
