import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../../access/index.js';
import { Id } from '../../../platform/http/id.js';
import { PageQuery } from '../../../platform/http/page.js';
import { tracksPolicy } from '../tracks.policy.js';
import { CitizensQuery, FindCitizenDto, HoldContactDto, PlanContactDto } from './citizens.dto.js';
import { CitizensService } from './citizens.service.js';
import { CitizenContactPage, CitizenPage, CitizenView, FoundCitizenView } from './citizens.view.js';

@ApiTags('employment track')
@Controller('citizens')
export class CitizensController {
  constructor(private readonly citizens: CitizensService) {}

  /** Citizens in reach, by where the case stands. */
  @Get()
  @Permit(tracksPolicy, 'citizen.read')
  async list(@CurrentActor() actor: HatActor, @Query() query: CitizensQuery): Promise<CitizenPage> {
    return this.citizens.list(actor, query);
  }

  /** The citizen of a case number. */
  @Post('searches')
  @Permit(tracksPolicy, 'citizen.read')
  @HttpCode(200)
  async find(@CurrentActor() actor: HatActor, @Body() body: FindCitizenDto): Promise<FoundCitizenView> {
    return this.citizens.find(actor, body.caseNumber);
  }

  @Get(':id')
  @Permit(tracksPolicy, 'citizen.read')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<CitizenView> {
    return this.citizens.get(actor, id);
  }

  /** Contacts: those to come and overdue first, then the latest held. */
  @Get(':id/contacts')
  @Permit(tracksPolicy, 'citizen.read')
  async contacts(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() page: PageQuery,
  ): Promise<CitizenContactPage> {
    return this.citizens.contacts(actor, id, page);
  }

  /** Plans a contact, or records one that was held. */
  @Post(':id/contacts')
  @Permit(tracksPolicy, 'citizen.contact')
  async plan(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: PlanContactDto,
  ): Promise<CitizenView> {
    return this.citizens.plan(actor, id, body);
  }

  /** Records that a planned contact was held. */
  @Put(':id/contacts/:contactId')
  @Permit(tracksPolicy, 'citizen.contact')
  async hold(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Id('contactId') contactId: string,
    @Body() body: HoldContactDto,
  ): Promise<CitizenView> {
    return this.citizens.hold(actor, id, contactId, body);
  }

  /** Gives up a planned contact. */
  @Delete(':id/contacts/:contactId')
  @Permit(tracksPolicy, 'citizen.contact')
  @HttpCode(204)
  async cancel(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Id('contactId') contactId: string,
  ): Promise<void> {
    return this.citizens.cancel(actor, id, contactId);
  }
}
