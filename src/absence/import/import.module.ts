import { Module } from '@nestjs/common';
import { ImportRunService } from './import-run.service.js';
import { ImportService } from './import.service.js';
import { StoredFiles } from './stored-files.js';

/** Payroll files of people and of absences, from upload to undo. */
@Module({
  providers: [StoredFiles, ImportRunService, ImportService],
  exports: [ImportService],
})
export class ImportModule {}
