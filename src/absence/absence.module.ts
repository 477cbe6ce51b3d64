import { Module } from '@nestjs/common';
import { AbsenceHolder } from './absence.holder.js';
import { FollowEmployments, FollowUnitTree, RefreshMonthFacts } from './absence.processor.js';
import { MeasuresService } from './measures.service.js';
import { OverviewController } from './overview.controller.js';
import { OverviewService } from './overview.service.js';
import { PersonAbsenceController } from './person-absence.controller.js';
import { PersonAbsenceService } from './person-absence.service.js';
import { SpellsController } from './spells.controller.js';
import { SpellsService } from './spells.service.js';

@Module({
  controllers: [SpellsController, PersonAbsenceController, OverviewController],
  providers: [
    SpellsService,
    PersonAbsenceService,
    OverviewService,
    MeasuresService,
    AbsenceHolder,
    RefreshMonthFacts,
    FollowEmployments,
    FollowUnitTree,
  ],
  exports: [MeasuresService],
})
export class AbsenceModule {}
