import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../../access/index.js';
import { Id } from '../../platform/http/id.js';
import { LettersService } from './letters.service.js';
import {
  ClosingDayDto,
  ClosureDto,
  LettersQuery,
  NewRoundDto,
  PopulationDto,
  RoundsQuery,
} from './rounds.dto.js';
import { roundsPolicy } from './rounds.policy.js';
import { RoundsService } from './rounds.service.js';
import {
  PreviewView,
  RemindedView,
  RoundChoicesView,
  RoundMadeView,
  RoundPage,
  RoundView,
} from './rounds.view.js';

const PDF = 'application/pdf';

@ApiTags('surveys')
@Controller('survey-rounds')
export class RoundsController {
  constructor(
    private readonly rounds: RoundsService,
    private readonly letters: LettersService,
  ) {}

  /** Open ones first, then those to come, then the latest closed. */
  @Get()
  @Permit(roundsPolicy, 'survey.read')
  async list(@CurrentActor() actor: HatActor, @Query() query: RoundsQuery): Promise<RoundPage> {
    return this.rounds.list(actor, query);
  }

  /** Plans a round; one that opens today opens at once. */
  @Post()
  @Permit(roundsPolicy, 'survey.plan')
  async make(@CurrentActor() actor: HatActor, @Body() body: NewRoundDto): Promise<RoundMadeView> {
    return this.rounds.make(actor, body);
  }

  /** What a round may be made of. */
  @Get('choices')
  @Permit(roundsPolicy, 'survey.plan')
  async choices(@CurrentActor() actor: HatActor): Promise<RoundChoicesView> {
    return this.rounds.choices(actor);
  }

  /** Whom a round would ask today, group by group. */
  @Post('previews')
  @HttpCode(200)
  @Permit(roundsPolicy, 'survey.plan')
  async preview(@CurrentActor() actor: HatActor, @Body() body: PopulationDto): Promise<PreviewView> {
    return this.rounds.preview(actor, body);
  }

  @Get(':id')
  @Permit(roundsPolicy, 'survey.read')
  async get(@CurrentActor() actor: HatActor, @Id() id: string): Promise<RoundView> {
    return this.rounds.get(actor, id);
  }

  /** Forgets a round that has not opened. */
  @Delete(':id')
  @HttpCode(204)
  @Permit(roundsPolicy, 'survey.plan')
  async remove(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.rounds.remove(actor, id);
  }

  /** Opens a planned round now. */
  @Post(':id/opening')
  @HttpCode(202)
  @Permit(roundsPolicy, 'survey.plan')
  async open(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    await this.rounds.open(actor, id);
  }

  /** Sends the link again to those for whom no token was issued. */
  @Post(':id/reminders')
  @HttpCode(202)
  @Permit(roundsPolicy, 'survey.invite')
  async remind(@CurrentActor() actor: HatActor, @Id() id: string): Promise<RemindedView> {
    return this.rounds.remind(actor, id);
  }

  @Put(':id/closing-day')
  @HttpCode(204)
  @Permit(roundsPolicy, 'survey.plan')
  async moveClosing(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Body() body: ClosingDayDto,
  ): Promise<void> {
    await this.rounds.moveClosing(actor, id, body);
  }

  /** Ends a round for good. */
  @Post(':id/closure')
  @HttpCode(204)
  @Permit(roundsPolicy, 'survey.close')
  async close(@CurrentActor() actor: HatActor, @Id() id: string, @Body() body: ClosureDto): Promise<void> {
    await this.rounds.close(actor, id, body);
  }

  /** Letters to print, one a page, for all who are not reached otherwise, whether they have opened theirs or not. */
  @Get(':id/letters.pdf')
  @ApiProduces(PDF)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Permit(roundsPolicy, 'survey.invite')
  async print(
    @CurrentActor() actor: HatActor,
    @Id() id: string,
    @Query() { part }: LettersQuery,
  ): Promise<StreamableFile> {
    const pdf = await this.letters.render(actor, id, part);
    return new StreamableFile(pdf, { type: PDF, disposition: `attachment; filename="letters-${part}.pdf"` });
  }
}
