export { OwnPageModule } from './own-page.module.js';
export { RequestsService } from './requests.service.js';
export { requestAsked, requestDecided } from './requests.jobs.js';
export { findAsker } from './requests.repository.js';
