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
import { ScimGroups } from './scim-groups.service.js';
import { ScimListQuery, ScimReadQuery } from './scim.dto.js';
import { ScimAnswers, ScimId } from './scim.interceptor.js';
import { ScimGroupsView, ScimGroupView } from './scim.view.js';

/** Groups of an employer’s directory (RFC 7644). Bodies are SCIM's: attributes that are not kept are passed over. */
@ApiTags('scim')
@Controller('scim/v2/Groups')
@UseInterceptors(ScimAnswers)
export class ScimGroupsController {
  constructor(private readonly groups: ScimGroups) {}

  @Get()
  @Permit(accessPolicy, 'user.provision')
  async list(@CurrentActor() actor: HatActor, @Query() query: ScimListQuery): Promise<ScimGroupsView> {
    return this.groups.list(actor, query);
  }

  @Post()
  @Permit(accessPolicy, 'user.provision')
  async make(@CurrentActor() actor: HatActor, @Body() body: object): Promise<ScimGroupView> {
    return this.groups.make(actor, body);
  }

  @Get(':id')
  @Permit(accessPolicy, 'user.provision')
  async show(
    @CurrentActor() actor: HatActor,
    @Param('id', ScimId) id: string,
    @Query() query: ScimReadQuery,
  ): Promise<ScimGroupView> {
    return this.groups.show(actor, id, query);
  }

  @Put(':id')
  @Permit(accessPolicy, 'user.provision')
  async replace(
    @CurrentActor() actor: HatActor,
    @Param('id', ScimId) id: string,
    @Body() body: object,
  ): Promise<ScimGroupView> {
    return this.groups.replace(actor, id, body);
  }

  @Patch(':id')
  @Permit(accessPolicy, 'user.provision')
  async patch(
    @CurrentActor() actor: HatActor,
    @Param('id', ScimId) id: string,
    @Body() body: object,
  ): Promise<ScimGroupView> {
    return this.groups.patch(actor, id, body);
  }

  @Delete(':id')
  @Permit(accessPolicy, 'user.provision')
  @HttpCode(204)
  async remove(@CurrentActor() actor: HatActor, @Param('id', ScimId) id: string): Promise<void> {
    await this.groups.remove(actor, id);
  }
}
