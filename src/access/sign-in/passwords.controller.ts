import { Body, Controller, HttpCode, Ip, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/public.js';
import { LoginAttempts } from '../login-attempts.js';
import { CurrentIdentity, SignedIn, type Identity } from '../permit.js';
import { ownWayIn } from './own-way-in.js';
import { AskForResetDto, ChangePasswordDto, ResetPasswordDto } from './passwords.dto.js';
import { Passwords } from './passwords.service.js';

@ApiTags('password')
@Controller('password')
export class PasswordsController {
  constructor(
    private readonly passwords: Passwords,
    private readonly attempts: LoginAttempts,
  ) {}

  /** Changes one's own password; every other session ends. */
  @Put()
  @SignedIn()
  @HttpCode(204)
  async change(
    @CurrentIdentity() identity: Identity,
    @Body() body: ChangePasswordDto,
    @Ip() ip: string,
  ): Promise<void> {
    const session = ownWayIn(identity);
    await this.attempts.limit(ip, session.userId, () =>
      this.passwords.change(session, body.current, body.next),
    );
  }

  /** Asks for a mail with a link; the answer is the same whether the address is known or not. */
  @Post('reset-mails')
  @Public()
  @HttpCode(202)
  async askForReset(@Body() body: AskForResetDto, @Ip() ip: string): Promise<void> {
    await this.attempts.limitMails(ip, body.email);
    await this.passwords.askForReset(body.email);
  }

  /** Chooses a new password by the mailed link; every session ends. */
  @Post('resets')
  @Public()
  @HttpCode(204)
  async reset(@Body() body: ResetPasswordDto, @Ip() ip: string): Promise<void> {
    await this.attempts.limitPublic(ip);
    await this.passwords.reset(body.token, body.password);
  }
}
