import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../platform/http/public.js';
import { LoginAttempts } from './login-attempts.js';
import { CurrentIdentity, SignedIn, type Identity } from './permit.js';
import { LanguageDto, SessionView, SignInDto, WearHatDto } from './session.dto.js';
import { SessionService } from './session.service.js';
import { SignIn } from './sign-in/sign-in.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: SessionService,
    private readonly attempts: LoginAttempts,
  ) {}

  /** Signs in; the answer sets the session's cookie. */
  @Post()
  @Public()
  @HttpCode(200)
  async open(
    @Body() body: SignInDto,
    @Ip() ip: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const cookies = await this.attempts.limit(ip, body.email, () =>
      this.signIn.open(body.email, body.password, request.headers),
    );
    reply.header('set-cookie', cookies);
    const identity = await this.sessions.begin(cookies);
    return this.sessions.describe(identity);
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
    reply.header('set-cookie', await this.signIn.close(request.headers));
  }
}
