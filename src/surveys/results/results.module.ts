import { Module } from '@nestjs/common';
import { ActionPlansController } from './action-plans.controller.js';
import { ActionPlansService } from './action-plans.service.js';
import { ApvController } from './apv.controller.js';
import { ApvService } from './apv.service.js';
import { BesideAbsenceService } from './beside-absence.service.js';
import { FreezingService } from './freezing.service.js';
import { ResultDocumentsService } from './result-documents.service.js';
import { ResultsController } from './results.controller.js';
import { ResultsProcessor } from './results.processor.js';
import { ResultsService } from './results.service.js';

@Module({
  controllers: [ResultsController, ActionPlansController, ApvController],
  providers: [
    ResultsService,
    ResultDocumentsService,
    BesideAbsenceService,
    ActionPlansService,
    ApvService,
    FreezingService,
    ResultsProcessor,
  ],
  exports: [ActionPlansService, ApvService, FreezingService],
})
export class ResultsModule {}
