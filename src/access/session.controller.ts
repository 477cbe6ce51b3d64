import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../platform/http/public.js';
import { CurrentIdentity, SignedIn, type Identity } from './permit.js';
import { LanguageDto, SessionView, SignInDto, WearHatDto } from './session.dto.js';
import { SessionService } from './session.service.js';
import { Entry } from './sign-in/entry.service.js';
import { secondFactorWanted } from './sign-in/second-factor.service.js';
import { SignIn } from './sign-in/sign-in.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly entry: Entry,
    private readonly sessions: SessionService,
  ) {}

  /**
   * Signs in; the answer sets the session's cookie. Where the user has a second factor the answer is 401 with the code
   * `second-factor-wanted` and a cookie for the second step.
   */
  @Post()
  @Public()
  @HttpCode(200)
  async open(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { cookies, wantsSecondFactor } = await this.entry.byPassword(body.email, body.password, request);
    reply.header('set-cookie', cookies);
    if (wantsSecondFactor) throw secondFactorWanted();
    return this.sessions.describe(await this.sessions.begin({ cookies, method: 'password' }));
  }

  @Get()
  @SignedIn()
  async read(@CurrentIdentity() identity: Identity): Promise<SessionView> {
    return this.sessions.describe(identity);
  }

  @Put('hat')
  @SignedIn()
  async wear(@CurrentIdentity() identity: Identity, @Body() body: WearHatDto): Promise<SessionView> {
    return this.sessions.wear(identity, body.hatId);
  }

  @Put('language')
  @SignedIn()
  @HttpCode(204)
  async speak(@CurrentIdentity() identity: Identity, @Body() body: LanguageDto): Promise<void> {
    await this.sessions.setLanguage(identity, body.language);
  }

  @Delete()
  @Public()
  @HttpCode(204)
  async close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    reply.header('set-cookie', await this.signIn.close(request));
  }
}
