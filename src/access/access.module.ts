import { Global, Module } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Doors } from './doors.js';
import { HatsService } from './hats.service.js';
import { Identification } from './identification.js';
import { LoginAttempts } from './login-attempts.js';
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
    Clock,
    Doors,
    SignIn,
    Identification,
    AccessGuard,
    LoginAttempts,
    SessionService,
    HatsService,
    TokensService,
  ],
  exports: [Clock, Doors, AccessGuard, Identification, HatsService, TokensService, SignIn],
})
export class AccessModule {}
