import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Id } from '../platform/http/id.js';
import { absencePolicy } from './absence.policy.js';
import { OpenSpellsQuery } from './person-absence.dto.js';
import { PersonAbsenceService } from './person-absence.service.js';
import { OpenSpellPage, PersonAbsenceView } from './person-absence.view.js';

@ApiTags('absence')
@Controller()
export class PersonAbsenceController {
  constructor(private readonly absence: PersonAbsenceService) {}

  /** What a person's absence comes to today: the numbers that the rules look at. */
  @Get('people/:id/absence')
  @Permit(absencePolicy, 'spell.read')
  async person(@CurrentActor() actor: HatActor, @Id() id: string): Promise<PersonAbsenceView> {
    return this.absence.person(actor, id);
  }

  /** Who of those in reach is absent today. */
  @Get('open-spells')
  @Permit(absencePolicy, 'spell.read')
  async open(@CurrentActor() actor: HatActor, @Query() query: OpenSpellsQuery): Promise<OpenSpellPage> {
    return this.absence.open(actor, query);
  }
}
