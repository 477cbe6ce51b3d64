import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { RulesService } from './rules.service.js';
import { SignalRulesView } from './rules.view.js';
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
}
