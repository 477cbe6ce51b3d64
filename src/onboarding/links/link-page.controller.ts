import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../access/index.js';
import { CheckInDto, LinkSecretDto, OwnStepDto, TalkDto } from './link-page.dto.js';
import { LinkPageService } from './link-page.service.js';
import { LinkPageView } from './link-page.view.js';

/** The page of a new employee or a buddy: whoever has the secret of a link needs no login. */
@ApiTags('introductions')
@Controller('introduction-page')
export class LinkPageController {
  constructor(private readonly page: LinkPageService) {}

  @Post('openings')
  @Public()
  @HttpCode(200)
  async open(@Body() body: LinkSecretDto, @Ip() ip: string): Promise<LinkPageView> {
    return this.page.open(body.secret, ip);
  }

  /** Marks one of the reader's own steps as done, or takes that back. */
  @Post('steps')
  @Public()
  @HttpCode(200)
  async mark(@Body() body: OwnStepDto, @Ip() ip: string): Promise<LinkPageView> {
    return this.page.mark(body, ip);
  }

  /** Answers a check-in, under the new employee's name. */
  @Post('check-ins')
  @Public()
  @HttpCode(200)
  async answer(@Body() body: CheckInDto, @Ip() ip: string): Promise<LinkPageView> {
    return this.page.answer(body, ip);
  }

  /** Asks the leader for a talk, or takes that back. */
  @Post('talks')
  @Public()
  @HttpCode(200)
  async talk(@Body() body: TalkDto, @Ip() ip: string): Promise<LinkPageView> {
    return this.page.talk(body, ip);
  }
}
