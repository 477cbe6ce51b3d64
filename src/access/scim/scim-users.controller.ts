import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accessPolicy } from '../access.policy.js';
import type { HatActor } from '../domain/actor.js';
import { CurrentActor, Permit } from '../permit.js';
import { ScimUsers } from './scim-users.service.js';
import { ScimListQuery, ScimReadQuery } from './scim.dto.js';
import { ScimAnswers, ScimId } from './scim.interceptor.js';
import { ScimUsersView, ScimUserView } from './scim.view.js';

/** Users as an employer’s directory keeps them (RFC 7644). Bodies are SCIM's: attributes that are not kept are passed over. */
@ApiTags('scim')
@Controller('scim/v2/Users')
@UseInterceptors(ScimAnswers)
export class ScimUsersController {
  constructor(private readonly users: ScimUsers) {}

  @Get()
  @Permit(accessPolicy, 'user.provision')
  async list(@CurrentActor() actor: HatActor, @Query() query: ScimListQuery): Promise<ScimUsersView> {
    return this.users.list(actor, query);
  }

  @Post()
  @Permit(accessPolicy, 'user.provision')
  async make(@CurrentActor() actor: HatActor, @Body() body: object): Promise<ScimUserView> {
    return this.users.make(actor, body);
  }

  @Get(':id')
  @Permit(accessPolicy, 'user.provision')
  async show(
    @CurrentActor() actor: HatActor,
    @Param('id', ScimId) id: string,
    @Query() _query: ScimReadQuery,
  ): Promise<ScimUserView> {
    return this.users.show(actor, id);
  }

  @Put(':id')
  @Permit(accessPolicy, 'user.provision')
  async replace(
    @CurrentActor() actor: HatActor,
    @Param('id', ScimId) id: string,
    @Body() body: object,
  ): Promise<ScimUserView> {
    return this.users.replace(actor, id, body);
  }

  @Patch(':id')
  @Permit(accessPolicy, 'user.provision')
  async patch(
    @CurrentActor() actor: HatActor,
    @Param('id', ScimId) id: string,
    @Body() body: object,
  ): Promise<ScimUserView> {
    return this.users.patch(actor, id, body);
  }

  @Delete(':id')
  @Permit(accessPolicy, 'user.provision')
  @HttpCode(204)
  async remove(@CurrentActor() actor: HatActor, @Param('id', ScimId) id: string): Promise<void> {
    await this.users.remove(actor, id);
  }
}
