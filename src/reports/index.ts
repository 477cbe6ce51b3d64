export { DOCUMENT_FORMATS, type DocumentFormat } from './report-documents.js';
export { ReportsModule } from './reports.module.js';
export { ReportsService } from './reports.service.js';
