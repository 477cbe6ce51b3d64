import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '../../platform/http/id.js';
import { PageQuery } from '../../platform/http/page.js';
import { accessPolicy } from '../access.policy.js';
import type { HatActor } from '../domain/actor.js';
import { CurrentActor, Permit } from '../permit.js';
import { Invitations } from '../users/invitations.service.js';
import { InvitationView } from '../users/users.dto.js';
import { ColleaguesPage, InviteColleagueDto } from './colleagues.dto.js';
import { Colleagues } from './colleagues.service.js';

/** Who else works for a provider or speaks for a party of a partnership. */
@ApiTags('colleagues')
@Controller('colleagues')
export class ColleaguesController {
  constructor(
    private readonly colleagues: Colleagues,
    private readonly invitations: Invitations,
  ) {}

  @Get()
  @Permit(accessPolicy, 'colleague.manage')
  async list(@CurrentActor() actor: HatActor, @Query() query: PageQuery): Promise<ColleaguesPage> {
    return this.colleagues.list(actor, query);
  }

  /** Ends a colleague's role, by its id, and the sessions that wear it. */
  @Delete(':id')
  @Permit(accessPolicy, 'colleague.manage')
  @HttpCode(204)
  async end(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.colleagues.end(actor, id);
  }

  @Get('invitations')
  @Permit(accessPolicy, 'colleague.manage')
  async listInvitations(@CurrentActor() actor: HatActor): Promise<InvitationView[]> {
    return this.invitations.list(actor);
  }

  /** Invites by mail; the role is given when the invited opens the link. */
  @Post('invitations')
  @Permit(accessPolicy, 'colleague.manage')
  @HttpCode(204)
  async invite(@CurrentActor() actor: HatActor, @Body() body: InviteColleagueDto): Promise<void> {
    await this.colleagues.invite(actor, body);
  }

  /** Mails a new link; the old one stops working. */
  @Post('invitations/:id/mails')
  @Permit(accessPolicy, 'colleague.manage')
  @HttpCode(204)
  async mailAgain(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.invitations.mailAgain(actor, id);
  }

  @Delete('invitations/:id')
  @Permit(accessPolicy, 'colleague.manage')
  @HttpCode(204)
  async withdraw(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.invitations.withdraw(actor, id);
  }
}
