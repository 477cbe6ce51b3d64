import { Module } from '@nestjs/common';
import { PartnershipsModule } from '../../partnerships/index.js';
import { CalculationsModule } from '../calculations/calculations.module.js';
import { LabReadingService } from './lab-reading.service.js';
import { LabUnitsService } from './lab-units.service.js';
import { LabController } from './lab.controller.js';
import { LabProcessor } from './lab.processor.js';
import { LabsService } from './labs.service.js';
import { TrialsService } from './trials.service.js';

@Module({
  imports: [PartnershipsModule, CalculationsModule],
  controllers: [LabController],
  providers: [LabsService, TrialsService, LabUnitsService, LabReadingService, LabProcessor],
})
export class LabModule {}
