import { Module } from '@nestjs/common';
import { PapersController } from './papers/papers.controller.js';
import { PapersService } from './papers/papers.service.js';
import { RulesController } from './rules.controller.js';
import { RulesService } from './rules.service.js';
import { AbsenceChangedProcessor, LookAtSignalsProcessor } from './signals.processor.js';
import { SignalsHolder } from './signals.holder.js';
import { SignalsService } from './signals.service.js';

@Module({
  controllers: [RulesController, PapersController],
  providers: [
    SignalsService,
    RulesService,
    PapersService,
    SignalsHolder,
    AbsenceChangedProcessor,
    LookAtSignalsProcessor,
  ],
  exports: [SignalsService],
})
export class SignalsModule {}
