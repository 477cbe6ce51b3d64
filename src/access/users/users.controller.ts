import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '../../platform/http/id.js';
import { PageQuery } from '../../platform/http/page.js';
import { accessPolicy } from '../access.policy.js';
import type { HatActor } from '../domain/actor.js';
import { CurrentActor, Permit } from '../permit.js';
import { Invitations } from './invitations.service.js';
import {
  EmployeeChoiceView,
  InvitationView,
  InviteUserDto,
  LinkEmployeeDto,
  SearchEmployeesDto,
  UsersPage,
} from './users.dto.js';
import { Users } from './users.service.js';

/** An employer's users, for its administrator. */
@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: Users,
    private readonly invitations: Invitations,
  ) {}

  @Get()
  @Permit(accessPolicy, 'user.manage')
  async list(@CurrentActor() actor: HatActor, @Query() query: PageQuery): Promise<UsersPage> {
    return this.users.list(actor, query);
  }

  /** Ends every role the user has here and the sessions that wear one. */
  @Delete(':userId')
  @Permit(accessPolicy, 'user.manage')
  @HttpCode(204)
  async end(@CurrentActor() actor: HatActor, @Param('userId') userId: string): Promise<void> {
    await this.users.endAccess(actor, userId);
  }

  /** Says which employee a role is worn by. */
  @Put('hats/:id/employee')
  @Permit(accessPolicy, 'user.manage')
  @HttpCode(204)
  async link(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: LinkEmployeeDto,
  ): Promise<void> {
    await this.users.linkEmployee(actor, id, body.employeeNumber ?? null);
  }

  /** Employees that a user may be, by number or by the whole name. */
  @Post('employee-searches')
  @Permit(accessPolicy, 'user.manage')
  @HttpCode(200)
  async findEmployees(
    @CurrentActor() actor: HatActor,
    @Body() body: SearchEmployeesDto,
  ): Promise<EmployeeChoiceView[]> {
    return this.users.findEmployees(actor, body.text);
  }

  @Get('invitations')
  @Permit(accessPolicy, 'user.manage')
  async listInvitations(@CurrentActor() actor: HatActor): Promise<InvitationView[]> {
    return this.invitations.list(actor);
  }

  /** Invites by mail; the role is given when the invited opens the link. */
  @Post('invitations')
  @Permit(accessPolicy, 'user.manage')
  @HttpCode(204)
  async invite(@CurrentActor() actor: HatActor, @Body() body: InviteUserDto): Promise<void> {
    await this.invitations.invite(actor, body);
  }

  /** Mails a new link; the old one stops working. */
  @Post('invitations/:id/mails')
  @Permit(accessPolicy, 'user.manage')
  @HttpCode(204)
  async mailAgain(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.invitations.mailAgain(actor, id);
  }

  @Delete('invitations/:id')
  @Permit(accessPolicy, 'user.manage')
  @HttpCode(204)
  async withdraw(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.invitations.withdraw(actor, id);
  }
}
