import { Controller, Delete, Get, HttpCode, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentIdentity, SignedIn, type Identity } from '../permit.js';
import { OwnSessions } from './own-sessions.service.js';
import { OwnSessionView } from './own-sessions.view.js';
import { SignIn } from './sign-in.js';

/** One's own open sessions. */
@ApiTags('sessions')
@Controller('sessions')
export class OwnSessionsController {
  constructor(
    private readonly sessions: OwnSessions,
    private readonly signIn: SignIn,
  ) {}

  @Get()
  @SignedIn()
  async list(@CurrentIdentity() identity: Identity): Promise<OwnSessionView[]> {
    return this.sessions.list(identity);
  }

  /** Signs out everywhere, here too. */
  @Delete()
  @SignedIn()
  @HttpCode(204)
  async endAll(
    @CurrentIdentity() identity: Identity,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.endAll(identity);
    reply.header('set-cookie', await this.signIn.close(request));
  }

  @Delete(':id')
  @SignedIn()
  @HttpCode(204)
  async end(@CurrentIdentity() identity: Identity, @Param('id') id: string): Promise<void> {
    await this.sessions.end(identity, id);
  }
}
