import { Module } from '@nestjs/common';
import { SignalsService } from './signals.service.js';

@Module({
  providers: [SignalsService],
  exports: [SignalsService],
})
export class SignalsModule {}
