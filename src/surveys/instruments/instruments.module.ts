import { Module } from '@nestjs/common';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';
import { InstrumentsController } from './instruments.controller.js';
import { InstrumentsService } from './instruments.service.js';
import { RightsController } from './rights.controller.js';
import { RightsService } from './rights.service.js';

@Module({
  controllers: [InstrumentsController, DraftsController, RightsController],
  providers: [InstrumentsService, DraftsService, RightsService],
})
export class InstrumentsModule {}
