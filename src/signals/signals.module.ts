import { Global, Module } from '@nestjs/common';
import { ImpactAssessments } from '../organisations/index.js';
import { PapersController } from './papers/papers.controller.js';
import { PapersService } from './papers/papers.service.js';
import { RulesController } from './rules.controller.js';
import { RulesService } from './rules.service.js';
import { AbsenceChangedProcessor, LookAtSignalsProcessor } from './signals.processor.js';
import { SignalsHolder } from './signals.holder.js';
import { SignalsService } from './signals.service.js';

/** Global for the impact assessment that going live keeps. */
@Global()
@Module({
  controllers: [RulesController, PapersController],
  providers: [
    SignalsService,
    RulesService,
    PapersService,
    { provide: ImpactAssessments, useExisting: PapersService },
    SignalsHolder,
    AbsenceChangedProcessor,
    LookAtSignalsProcessor,
  ],
  exports: [SignalsService, ImpactAssessments],
})
export class SignalsModule {}
