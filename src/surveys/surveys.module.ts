import { Module } from '@nestjs/common';
import { InstrumentsModule } from './instruments/index.js';
import { ResultsModule } from './results/results.module.js';
import { RoundsModule } from './rounds/rounds.module.js';

/** Surveys: instruments, rounds with their anonymous answers, and results of groups. */
@Module({ imports: [InstrumentsModule, RoundsModule, ResultsModule] })
export class SurveysModule {}
