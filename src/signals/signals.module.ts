import { Module } from '@nestjs/common';
import { AbsenceChangedProcessor, LookAtSignalsProcessor } from './signals.processor.js';
import { SignalsService } from './signals.service.js';

@Module({
  providers: [SignalsService, AbsenceChangedProcessor, LookAtSignalsProcessor],
  exports: [SignalsService],
})
export class SignalsModule {}
