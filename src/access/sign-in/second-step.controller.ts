import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/public.js';
import { LoginAttempts } from '../login-attempts.js';
import { SessionView } from '../session.dto.js';
import { SessionService } from '../session.service.js';
import { Passkeys } from './passkeys.service.js';
import { PasskeyAnswerDto, PasskeyOptionsView, SecondStepDto } from './second-factor.dto.js';
import { SecondFactor } from './second-factor.service.js';

/** The ways in that want more than a password. */
@ApiTags('session')
@Controller('session')
export class SecondStepController {
  constructor(
    private readonly factor: SecondFactor,
    private readonly passkeys: Passkeys,
    private readonly sessions: SessionService,
    private readonly attempts: LoginAttempts,
  ) {}

  /** The second step after the password, by the cookie of the first. */
  @Post('second-step')
  @Public()
  @HttpCode(200)
  async complete(
    @Body() body: SecondStepDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    await this.attempts.limitPublic(request.ip);
    const cookies = await this.factor.complete(body.kind, body.code, request);
    reply.header('set-cookie', cookies);
    return this.sessions.describe(await this.sessions.begin({ cookies, method: body.kind }));
  }

  @Post('passkey-options')
  @Public()
  @HttpCode(200)
  async options(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PasskeyOptionsView> {
    await this.attempts.limitPublic(request.ip);
    const { cookies, options } = await this.passkeys.beginSignIn(request);
    reply.header('set-cookie', cookies);
    return { options };
  }

  /** Signs in by a passkey, which is both factors. */
  @Post('passkey')
  @Public()
  @HttpCode(200)
  async byPasskey(
    @Body() body: PasskeyAnswerDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    await this.attempts.limitPublic(request.ip);
    const cookies = await this.passkeys.signIn(body.response, request);
    reply.header('set-cookie', cookies);
    return this.sessions.describe(await this.sessions.begin({ cookies, method: 'passkey' }));
  }
}
