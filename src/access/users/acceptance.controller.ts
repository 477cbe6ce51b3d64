import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/public.js';
import { LoginAttempts } from '../login-attempts.js';
import { Acceptance } from './acceptance.service.js';
import { AcceptInvitationDto, LinkDto, OpenedInvitationView } from './users.dto.js';

/** The invited's side of an invitation. */
@ApiTags('invitations')
@Controller('invitations')
export class AcceptanceController {
  constructor(
    private readonly acceptance: Acceptance,
    private readonly attempts: LoginAttempts,
  ) {}

  /** What a mailed link invites to. */
  @Post('openings')
  @Public()
  @HttpCode(200)
  async open(@Body() body: LinkDto, @Ip() ip: string): Promise<OpenedInvitationView> {
    await this.attempts.limitPublic(ip);
    return this.acceptance.open(body.token);
  }

  @Post('acceptances')
  @Public()
  @HttpCode(204)
  async accept(@Body() body: AcceptInvitationDto, @Ip() ip: string): Promise<void> {
    await this.attempts.limitPublic(ip);
    await this.acceptance.accept(body.token, body.password ?? null);
  }
}
