import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { ImportProfilesService } from './import-profiles.service.js';
import { ProfileDto, ProfilesQuery } from './imports.dto.js';
import { importsPolicy } from './imports.policy.js';
import { ImportProfilePage, ImportProfileView } from './imports.view.js';

@ApiTags('imports')
@Controller('import-profiles')
export class ImportProfilesController {
  constructor(private readonly profiles: ImportProfilesService) {}

  @Get()
  @Permit(importsPolicy, 'import-profile.read')
  async list(@CurrentActor() actor: HatActor, @Query() query: ProfilesQuery): Promise<ImportProfilePage> {
    return this.profiles.list(actor, query);
  }

  /** Saves how files are read; a profile of the same name is replaced. */
  @Post()
  @Permit(importsPolicy, 'import-profile.change')
  async save(@CurrentActor() actor: HatActor, @Body() body: ProfileDto): Promise<ImportProfileView> {
    return this.profiles.save(actor, body);
  }

  @Delete(':id')
  @Permit(importsPolicy, 'import-profile.change')
  @HttpCode(204)
  async remove(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.profiles.remove(actor, id);
  }
}
