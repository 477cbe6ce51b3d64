export { OwnPageModule } from './own-page.module.js';
export { RequestsService } from './requests.service.js';
