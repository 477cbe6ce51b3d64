import { Module } from '@nestjs/common';
import { FollowEmployments, FollowUnitTree, RefreshMonthFacts } from './absence.processor.js';
import { SpellsController } from './spells.controller.js';
import { SpellsService } from './spells.service.js';

@Module({
  controllers: [SpellsController],
  providers: [RefreshMonthFacts, FollowEmployments, FollowUnitTree, SpellsService],
})
export class AbsenceModule {}
