export { DOCUMENT_FORMATS, type DocumentFormat } from './report-documents.js';
export { ReportsModule } from './reports.module.js';
export { ReportsService, type ReportOrder } from './reports.service.js';
export type { PartnershipReportView } from './reports.view.js';
