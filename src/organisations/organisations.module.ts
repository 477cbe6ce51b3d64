import { Module } from '@nestjs/common';
import { EmployersService } from './employers.service.js';
import { GoLiveController } from './go-live.controller.js';
import { GoLiveService } from './go-live.service.js';
import { UnitsController } from './units.controller.js';
import { UnitsService } from './units.service.js';

@Module({
  controllers: [UnitsController, GoLiveController],
  providers: [EmployersService, UnitsService, GoLiveService],
  exports: [EmployersService, GoLiveService],
})
export class OrganisationsModule {}
