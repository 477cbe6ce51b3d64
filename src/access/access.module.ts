import { Global, Module } from '@nestjs/common';
import { Doors } from './doors.js';
import { HatsService } from './hats.service.js';
import { Identification } from './identification.js';
import { LoginAttempts } from './login-attempts.js';
import { MandatesService } from './mandates.service.js';
import { AccessGuard } from './permit.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SignIn } from './sign-in/sign-in.js';
import { TokensController } from './tokens.controller.js';
import { TokensService } from './tokens.service.js';

@Global()
@Module({
  controllers: [SessionController, TokensController],
  providers: [
    Doors,
    SignIn,
    Identification,
    AccessGuard,
    LoginAttempts,
    SessionService,
    HatsService,
    MandatesService,
    TokensService,
  ],
  exports: [Doors, AccessGuard, Identification, HatsService, MandatesService, TokensService, SignIn],
})
export class AccessModule {}
