import { Module } from '@nestjs/common';
import { PartnershipsModule } from '../partnerships/index.js';
import { RepresentativeFiguresController } from './representative/representative-figures.controller.js';
import { RepresentativeFigures } from './representative/representative-figures.service.js';
import { ComparableFactsService } from './comparable-facts.service.js';
import { EVALUATOR_CONTROLLERS, EVALUATOR_PROVIDERS } from './evaluator/evaluator.parts.js';
import { PacksController } from './packs/packs.controller.js';
import { FindDuePacks, OrderDuePack } from './packs/packs.processor.js';
import { PacksService } from './packs/packs.service.js';
import { ReportBuildingService } from './report-building.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsProcessor } from './reports.processor.js';
import { ReportsService } from './reports.service.js';
import { WorkplaceFactsService } from './workplace-facts.service.js';

@Module({
  imports: [PartnershipsModule],
  controllers: [
    ReportsController,
    PacksController,
    RepresentativeFiguresController,
    ...EVALUATOR_CONTROLLERS,
  ],
  providers: [
    ReportsService,
    ReportBuildingService,
    WorkplaceFactsService,
    ComparableFactsService,
    ...EVALUATOR_PROVIDERS,
    ReportsProcessor,
    PacksService,
    FindDuePacks,
    OrderDuePack,
    RepresentativeFigures,
  ],
  exports: [ReportsService],
})
export class ReportsModule {}
