import { Global, Module } from '@nestjs/common';
import { EmployeeDirectory } from '../access/index.js';
import { PeopleDirectory } from './people-directory.service.js';
import { PeopleHolder } from './people.holder.js';
import { PeopleController } from './people.controller.js';
import { PrivateDataController } from './private-data.controller.js';
import { PrivateDataService } from './private-data.service.js';
import { ErasureController } from './erasure.controller.js';
import { ErasureService } from './erasure.service.js';
import { PeopleService } from './people.service.js';

/** Global for the directory that `access` asks who is employed. */
@Global()
@Module({
  controllers: [PeopleController, PrivateDataController, ErasureController],
  providers: [
    PeopleService,
    PrivateDataService,
    ErasureService,
    PeopleHolder,
    { provide: EmployeeDirectory, useClass: PeopleDirectory },
  ],
  exports: [EmployeeDirectory],
})
export class PeopleModule {}
