import { Module } from '@nestjs/common';
import { RulesController } from './rules.controller.js';
import { RulesService } from './rules.service.js';
import { AbsenceChangedProcessor, LookAtSignalsProcessor } from './signals.processor.js';
import { SignalsHolder } from './signals.holder.js';
import { SignalsService } from './signals.service.js';

@Module({
  controllers: [RulesController],
  providers: [SignalsService, RulesService, SignalsHolder, AbsenceChangedProcessor, LookAtSignalsProcessor],
  exports: [SignalsService],
})
export class SignalsModule {}
