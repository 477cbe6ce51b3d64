import { Body, Controller, Delete, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Id } from '../platform/http/id.js';
import { PageQuery } from '../platform/http/page.js';
import { OwnDataService } from './own-data.service.js';
import { ownPagePolicy } from './own-page.policy.js';
import { OwnPageService } from './own-page.service.js';
import {
  LookUpPage,
  OwnPageView,
  OwnRequestsView,
  OwnSignalsView,
  RequestMadeView,
} from './own-page.view.js';
import { AskDto } from './requests.dto.js';
import { RequestsService } from './requests.service.js';

@ApiTags('own page')
@Controller('own-page')
export class OwnPageController {
  constructor(
    private readonly page: OwnPageService,
    private readonly data: OwnDataService,
    private readonly requests: RequestsService,
  ) {}

  /** What is stored about the employee who is signed in. */
  @Get()
  @Permit(ownPagePolicy, 'own-page.read')
  async read(@CurrentActor() actor: HatActor): Promise<OwnPageView> {
    return this.page.read(actor);
  }

  /** Why rules pointed at the employee: each signal with its rule, window and what it counted. */
  @Get('signals')
  @Permit(ownPagePolicy, 'own-page.read')
  async signals(@CurrentActor() actor: HatActor): Promise<OwnSignalsView> {
    return { items: await this.page.signals(actor) };
  }

  /** Who looked at the employee or changed something of theirs: date, purpose and role. */
  @Get('look-ups')
  @Permit(ownPagePolicy, 'own-page.read')
  async lookUps(@CurrentActor() actor: HatActor, @Query() query: PageQuery): Promise<LookUpPage> {
    return this.page.lookUps(actor, query);
  }

  @Get('requests')
  @Permit(ownPagePolicy, 'own-page.read')
  async listRequests(@CurrentActor() actor: HatActor): Promise<OwnRequestsView> {
    return this.requests.own(actor);
  }

  /** Asks for a talk, a plan of § 7 b, a correction or names, or objects; an objection works at once. */
  @Post('requests')
  @Permit(ownPagePolicy, 'own-page.ask')
  async ask(@CurrentActor() actor: HatActor, @Body() body: AskDto): Promise<RequestMadeView> {
    return this.requests.ask(actor, body);
  }

  /** Takes back what is not decided yet. */
  @Delete('requests/:id')
  @Permit(ownPagePolicy, 'own-page.ask')
  @HttpCode(204)
  async withdraw(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.requests.withdraw(actor, id);
  }

  @Get('data.json')
  @Permit(ownPagePolicy, 'own-page.read')
  @Header('content-disposition', 'attachment; filename="own-data.json"')
  @ApiOkResponse({ schema: { type: 'object' } })
  async json(@CurrentActor() actor: HatActor): Promise<object> {
    return this.data.json(actor);
  }

  @Get('data.pdf')
  @Permit(ownPagePolicy, 'own-page.read')
  @ApiProduces('application/pdf')
  async pdf(@CurrentActor() actor: HatActor): Promise<StreamableFile> {
    return new StreamableFile(await this.data.pdf(actor), {
      type: 'application/pdf',
      disposition: 'attachment; filename="own-data.pdf"',
    });
  }
}
