import { Module } from '@nestjs/common';
import { OwnDataService } from './own-data.service.js';
import { OwnPageController } from './own-page.controller.js';
import { OwnPageHolder } from './own-page.holder.js';
import { OwnPageService } from './own-page.service.js';
import { RequestsController } from './requests.controller.js';
import { RequestsService } from './requests.service.js';

@Module({
  controllers: [OwnPageController, RequestsController],
  providers: [OwnPageService, OwnDataService, RequestsService, OwnPageHolder],
  exports: [RequestsService],
})
export class OwnPageModule {}
