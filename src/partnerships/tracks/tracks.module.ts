import { Module } from '@nestjs/common';
import { AuthoritiesService } from './authorities.service.js';
import { CitizensController } from './citizens/citizens.controller.js';
import { CitizensService } from './citizens/citizens.service.js';
import { RecordWeeksService } from './import/record-weeks.service.js';
import { TrackImportsController } from './import/track-imports.controller.js';
import { RecordWeeks, UndoWeeks } from './import/track-imports.processor.js';
import { TrackImportsService } from './import/track-imports.service.js';
import { TracksHolder } from './tracks.holder.js';
import { TrackWorkersController } from './workers/track-workers.controller.js';
import { TrackWorkersService } from './workers/track-workers.service.js';

@Module({
  controllers: [CitizensController, TrackImportsController, TrackWorkersController],
  providers: [
    AuthoritiesService,
    CitizensService,
    RecordWeeks,
    RecordWeeksService,
    TracksHolder,
    TrackImportsService,
    TrackWorkersService,
    UndoWeeks,
  ],
  exports: [AuthoritiesService, CitizensService, TrackImportsService, TrackWorkersService],
})
export class TracksModule {}
