import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MailModule } from '../platform/mail/mail.module.js';
import { Doors } from './doors.js';
import { HatsService } from './hats.service.js';
import { Identification } from './identification.js';
import { LoginAttempts } from './login-attempts.js';
import { MandatesController } from './mandates.controller.js';
import { MandatesService } from './mandates.service.js';
import { AccessGuard } from './permit.js';
import { AccessHolder } from './privacy/access.holder.js';
import { LookAfterKeys, ResealTenant } from './privacy/keys.processor.js';
import { KeysService } from './privacy/keys.service.js';
import { PersonalDataHolders } from './privacy/personal-data-holders.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SIGN_IN_CONTROLLERS, SIGN_IN_PROVIDERS } from './sign-in/sign-in.parts.js';
import { SignIn } from './sign-in/sign-in.js';
import { TokensController } from './tokens.controller.js';
import { TokensService } from './tokens.service.js';

@Global()
@Module({
  imports: [DiscoveryModule, MailModule],
  controllers: [SessionController, ...SIGN_IN_CONTROLLERS, TokensController, MandatesController],
  providers: [
    Doors,
    Identification,
    AccessGuard,
    SessionService,
    LoginAttempts,
    ...SIGN_IN_PROVIDERS,
    HatsService,
    MandatesService,
    TokensService,
    AccessHolder,
    KeysService,
    ResealTenant,
    LookAfterKeys,
    PersonalDataHolders,
  ],
  exports: [
    Doors,
    AccessGuard,
    Identification,
    HatsService,
    MandatesService,
    TokensService,
    SignIn,
    PersonalDataHolders,
    KeysService,
  ],
})
export class AccessModule {}
