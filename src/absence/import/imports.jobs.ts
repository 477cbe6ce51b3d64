import { IsUUID } from 'class-validator';
import { defineJob } from '../../platform/jobs/job.js';

class OfImport {
  @IsUUID()
  tenantId: string;

  @IsUUID()
  importId: string;
}

class OfAll {}

/** The dry run of an uploaded file. */
export const analyseImport = defineJob({ name: 'analyse-import', queue: 'imports', payload: OfImport });
/** Records what a confirmed file brings. */
export const applyImport = defineJob({ name: 'apply-import', queue: 'imports', payload: OfImport });
/** Puts back what an import changed. */
export const reverseImport = defineJob({ name: 'reverse-import', queue: 'imports', payload: OfImport });
/** Rewrites the stored file of an applied import with its mapped columns alone. */
export const reduceImportFile = defineJob({
  name: 'reduce-import-file',
  queue: 'imports',
  payload: OfImport,
});
/** Removes files and rows of imports that have been kept long enough; every day. */
export const cleanUpImports = defineJob({ name: 'clean-up-imports', payload: OfAll });
