import { Module } from '@nestjs/common';
import { PeopleHolder } from './people.holder.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';

@Module({
  controllers: [PeopleController],
  providers: [PeopleService, PeopleHolder],
})
export class PeopleModule {}
