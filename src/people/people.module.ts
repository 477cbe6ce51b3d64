import { Module } from '@nestjs/common';
import { PeopleHolder } from './people.holder.js';
import { PeopleController } from './people.controller.js';
import { PrivateDataController } from './private-data.controller.js';
import { PrivateDataService } from './private-data.service.js';
import { ErasureController } from './erasure.controller.js';
import { ErasureService } from './erasure.service.js';
import { PeopleService } from './people.service.js';

@Module({
  controllers: [PeopleController, PrivateDataController, ErasureController],
  providers: [PeopleService, PrivateDataService, ErasureService, PeopleHolder],
})
export class PeopleModule {}
