import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LoginAttempts } from '../login-attempts.js';
import { CurrentIdentity, SignedIn, type Identity } from '../permit.js';
import { SessionView } from '../session.dto.js';
import { SessionService } from '../session.service.js';
import { ownSession, ownWayIn } from './own-way-in.js';
import { Passkeys } from './passkeys.service.js';
import {
  BackupCodesView,
  NewPasskeyDto,
  PasskeyOptionsView,
  PasswordDto,
  SecondFactorView,
  TotpBegunView,
  TotpCodeDto,
} from './second-factor.dto.js';
import { SecondFactor } from './second-factor.service.js';

/** One's own second factors. */
@ApiTags('second factor')
@Controller('second-factor')
export class SecondFactorController {
  constructor(
    private readonly factor: SecondFactor,
    private readonly passkeys: Passkeys,
    private readonly sessions: SessionService,
    private readonly attempts: LoginAttempts,
  ) {}

  @Get()
  @SignedIn()
  async read(@CurrentIdentity() identity: Identity): Promise<SecondFactorView> {
    return this.factor.describe(ownSession(identity).userId);
  }

  /** Begins with an authenticator app; it is in force once its first code is given. */
  @Post('totp')
  @SignedIn()
  async begin(
    @CurrentIdentity() identity: Identity,
    @Body() body: PasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<TotpBegunView> {
    const { userId } = ownWayIn(identity);
    return this.attempts.limit(request.ip, userId, () => this.factor.begin(userId, body.password, request));
  }

  /** Gives the app's first code; the session counts as opened with a second factor from here on. */
  @Put('totp')
  @SignedIn()
  async confirm(
    @CurrentIdentity() identity: Identity,
    @Body() body: TotpCodeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const cookies = await this.factor.confirm(ownWayIn(identity).userId, body.code, request);
    reply.header('set-cookie', cookies);
    return this.sessions.describe(await this.sessions.goOn(identity, cookies, 'totp'));
  }

  @Post('totp/removal')
  @SignedIn()
  @HttpCode(204)
  async remove(
    @CurrentIdentity() identity: Identity,
    @Body() body: PasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { userId } = ownWayIn(identity);
    const cookies = await this.attempts.limit(request.ip, userId, () =>
      this.factor.remove(userId, body.password, request),
    );
    reply.header('set-cookie', cookies);
    await this.sessions.goOn(identity, cookies, 'password');
  }

  @Post('backup-codes')
  @SignedIn()
  async renew(
    @CurrentIdentity() identity: Identity,
    @Body() body: PasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<BackupCodesView> {
    const { userId } = ownWayIn(identity);
    const backupCodes = await this.attempts.limit(request.ip, userId, () =>
      this.factor.renewBackupCodes(userId, body.password, request),
    );
    return { backupCodes };
  }

  @Post('passkeys/options')
  @SignedIn()
  @HttpCode(200)
  async beginPasskey(
    @CurrentIdentity() identity: Identity,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PasskeyOptionsView> {
    ownWayIn(identity);
    const { cookies, options } = await this.passkeys.beginAdding(request);
    reply.header('set-cookie', cookies);
    return { options };
  }

  @Post('passkeys')
  @SignedIn()
  @HttpCode(204)
  async addPasskey(
    @CurrentIdentity() identity: Identity,
    @Body() body: NewPasskeyDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.passkeys.add(ownWayIn(identity).userId, body.name, body.response, request);
  }

  @Delete('passkeys/:id')
  @SignedIn()
  @HttpCode(204)
  async removePasskey(@CurrentIdentity() identity: Identity, @Param('id') id: string): Promise<void> {
    await this.passkeys.remove(ownWayIn(identity).userId, id);
  }
}
