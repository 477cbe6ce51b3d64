import { Module } from '@nestjs/common';
import { CalculationThreads } from './calculation-threads.js';

@Module({ providers: [CalculationThreads], exports: [CalculationThreads] })
export class CalculationsModule {}
