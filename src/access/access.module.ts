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
import { PRIVACY_CONTROLLERS, PRIVACY_PROVIDERS, PRIVACY_SERVICES } from './privacy/privacy.parts.js';
import { SCIM_CONTROLLERS, SCIM_PROVIDERS } from './scim/scim.parts.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SIGN_IN_CONTROLLERS, SIGN_IN_PROVIDERS } from './sign-in/sign-in.parts.js';
import { SignIn } from './sign-in/sign-in.js';
import { SamlCertificates } from './sso/saml-certificates.service.js';
import { SSO_CONTROLLERS, SSO_PROVIDERS } from './sso/sso.parts.js';
import { USERS_CONTROLLERS, USERS_PROVIDERS } from './users/users.parts.js';
import { TokensController } from './tokens.controller.js';
import { TokensService } from './tokens.service.js';

@Global()
@Module({
  imports: [DiscoveryModule, MailModule],
  controllers: [
    SessionController,
    ...SIGN_IN_CONTROLLERS,
    ...USERS_CONTROLLERS,
    ...SSO_CONTROLLERS,
    ...SCIM_CONTROLLERS,
    TokensController,
    MandatesController,
    ...PRIVACY_CONTROLLERS,
  ],
  providers: [
    Doors,
    Identification,
    AccessGuard,
    SessionService,
    LoginAttempts,
    ...SIGN_IN_PROVIDERS,
    ...USERS_PROVIDERS,
    ...SSO_PROVIDERS,
    ...SCIM_PROVIDERS,
    HatsService,
    MandatesService,
    TokensService,
    ...PRIVACY_PROVIDERS,
  ],
  exports: [
    Doors,
    AccessGuard,
    Identification,
    HatsService,
    MandatesService,
    TokensService,
    SignIn,
    SamlCertificates,
    ...PRIVACY_SERVICES,
  ],
})
export class AccessModule {}
