import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Public } from '../../access/index.js';
import { UNRECORDED } from '../../platform/http/unrecorded.js';
import { IssueDto, SpendDto, StandingDto, WayIn } from './respondents.dto.js';
import { AnswerStandingView, SurveyOpenedView, TokenIssuedView } from './respondents.view.js';
import { RespondentsService } from './respondents.service.js';
import { SpendingService } from './spending.service.js';
import { SpentAnswer } from './spent-answer.js';

/**
 * The respondent's side. Nobody is signed in here and no address is counted; of the two routes for answers nothing is
 * recorded at all, not even a fault.
 */
@ApiTags('surveys: respondents')
@Controller()
export class RespondentsController {
  constructor(
    private readonly respondents: RespondentsService,
    private readonly spending: SpendingService,
  ) {}

  /** What an invitation leads to. */
  @Post('survey-invitations/openings')
  @Public()
  @HttpCode(200)
  async open(@Body() body: WayIn): Promise<SurveyOpenedView> {
    return this.respondents.open(body);
  }

  /** Signs a blinded token against an invitation. */
  @Post('survey-invitations/tokens')
  @Public()
  @HttpCode(200)
  async issue(@Body() { blinded, ...way }: IssueDto): Promise<TokenIssuedView> {
    return this.respondents.issue(way, blinded);
  }

  /** Takes an answer against a token. */
  @Post('survey-answers')
  @RouteConfig(UNRECORDED)
  @ApiBody({ type: SpendDto })
  @Public()
  @HttpCode(200)
  async spend(@SpentAnswer() body: SpendDto): Promise<AnswerStandingView> {
    return this.spending.spend(body);
  }

  /** How far an answer has come. */
  @Post('survey-answers/standings')
  @RouteConfig(UNRECORDED)
  @Public()
  @HttpCode(200)
  async standing(@Body() body: StandingDto): Promise<AnswerStandingView> {
    return this.spending.standing(body);
  }
}
