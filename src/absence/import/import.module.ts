import { Module } from '@nestjs/common';
import { ImportHolder } from './import.holder.js';
import { ImportCleanUpService } from './import-clean-up.service.js';
import { ImportProfilesController } from './import-profiles.controller.js';
import { ImportProfilesService } from './import-profiles.service.js';
import { ImportRejectionsService } from './import-rejections.service.js';
import { ImportReversalService } from './import-reversal.service.js';
import { ImportRunService } from './import-run.service.js';
import { ImportService } from './import.service.js';
import { ImportsController } from './imports.controller.js';
import {
  AnalyseImport,
  ApplyImport,
  CleanUpImports,
  ReduceImportFile,
  ReverseImport,
} from './imports.processor.js';
import { ImportsService } from './imports.service.js';
import { StoredFiles } from './stored-files.js';
import { UploadsService } from './uploads.service.js';

/** Payroll files of people and of absences, from upload to undo. */
@Module({
  controllers: [ImportsController, ImportProfilesController],
  providers: [
    StoredFiles,
    UploadsService,
    ImportsService,
    ImportRejectionsService,
    ImportProfilesService,
    ImportRunService,
    ImportReversalService,
    ImportCleanUpService,
    ImportService,
    ImportHolder,
    AnalyseImport,
    ApplyImport,
    ReverseImport,
    ReduceImportFile,
    CleanUpImports,
  ],
  exports: [ImportService],
})
export class ImportModule {}
