import { Body, Controller, Delete, Get, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { HatActor } from '../domain/actor.js';
import { CurrentActor, Permit } from '../permit.js';
import { AskForEndDto, ContractEndView } from './contract-end.view.js';
import { EndDecisions } from './end-decisions.service.js';
import { privacyPolicy } from './privacy.policy.js';

/** The end of an employer's contract: asked for by one, confirmed by another, handed over, then erased. */
@ApiTags('privacy')
@Controller('contract-end')
export class ContractEndController {
  constructor(private readonly decisions: EndDecisions) {}

  @Get()
  @Permit(privacyPolicy, 'contract-end.read')
  async read(@CurrentActor() actor: HatActor): Promise<ContractEndView> {
    return this.decisions.read(actor);
  }

  @Post()
  @Permit(privacyPolicy, 'contract-end.decide')
  @HttpCode(204)
  async ask(@CurrentActor() actor: HatActor, @Body() body: AskForEndDto): Promise<void> {
    await this.decisions.ask(actor, body.endsOn);
  }

  /** By another person than the one who asked. */
  @Post('confirmation')
  @Permit(privacyPolicy, 'contract-end.decide')
  @HttpCode(204)
  async confirm(@CurrentActor() actor: HatActor): Promise<void> {
    await this.decisions.confirm(actor);
  }

  @Delete()
  @Permit(privacyPolicy, 'contract-end.decide')
  @HttpCode(204)
  async takeBack(@CurrentActor() actor: HatActor): Promise<void> {
    await this.decisions.takeBack(actor);
  }

  /** Everything of the employer, opened, once two people have decided. */
  @Get('export.zip')
  @Permit(privacyPolicy, 'contract-end.export')
  @ApiProduces('application/zip')
  async export(@CurrentActor() actor: HatActor): Promise<StreamableFile> {
    return new StreamableFile(await this.decisions.export(actor), {
      type: 'application/zip',
      disposition: 'attachment; filename="everything.zip"',
    });
  }
}
