import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Id } from '../platform/http/id.js';
import { SearchPeopleDto, UnitPeopleQuery } from './people.dto.js';
import { peoplePolicy } from './people.policy.js';
import { PeopleService } from './people.service.js';
import { PeoplePage, PersonView } from './people.view.js';

@ApiTags('people')
@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  /** People in reach by name or employee number. */
  @Post('people/searches')
  @Permit(peoplePolicy, 'person.read')
  @HttpCode(200)
  async search(@CurrentActor() actor: HatActor, @Body() body: SearchPeopleDto): Promise<PeoplePage> {
    return this.people.search(actor, body);
  }

  /** A person with employments over time. */
  @Get('people/:id')
  @Permit(peoplePolicy, 'person.read')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<PersonView> {
    return this.people.get(actor, id);
  }

  /** The people of a unit and of those below it today. */
  @Get('units/:id/people')
  @Permit(peoplePolicy, 'person.read')
  async ofUnit(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() query: UnitPeopleQuery,
  ): Promise<PeoplePage> {
    return this.people.ofUnit(actor, id, query);
  }
}
