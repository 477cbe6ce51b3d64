import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accessPolicy } from '../access.policy.js';
import type { HatActor } from '../domain/actor.js';
import { CurrentActor, Permit } from '../permit.js';
import { SignInSettingsDto, SignInSettingsView } from './sign-in-settings.dto.js';
import { SignInSettings } from './sign-in-settings.service.js';

/** What an employer requires at sign-in. */
@ApiTags('users')
@Controller('sign-in-settings')
export class SignInSettingsController {
  constructor(private readonly settings: SignInSettings) {}

  @Get()
  @Permit(accessPolicy, 'sign-in.manage')
  async read(@CurrentActor() actor: HatActor): Promise<SignInSettingsView> {
    return this.settings.read(actor);
  }

  @Put()
  @Permit(accessPolicy, 'sign-in.manage')
  @HttpCode(204)
  async change(@CurrentActor() actor: HatActor, @Body() body: SignInSettingsDto): Promise<void> {
    await this.settings.change(actor, body.secondFactorRequiredFrom ?? null);
  }
}
