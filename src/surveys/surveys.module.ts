import { Module } from '@nestjs/common';
import { InstrumentsModule } from './instruments/index.js';
import { RoundsModule } from './rounds/rounds.module.js';

@Module({ imports: [InstrumentsModule, RoundsModule] })
export class SurveysModule {}
