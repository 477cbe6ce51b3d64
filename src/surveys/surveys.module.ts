import { Module } from '@nestjs/common';
import { InstrumentsModule } from './instruments/index.js';

@Module({ imports: [InstrumentsModule] })
export class SurveysModule {}
