import { Entry } from './entry.service.js';
import { SignInLibrary } from './library.js';
import { Lockout } from './lockout.js';
import { OwnSessionsController } from './own-sessions.controller.js';
import { OwnSessions } from './own-sessions.service.js';
import { Passkeys } from './passkeys.service.js';
import { PasswordsController } from './passwords.controller.js';
import { Passwords } from './passwords.service.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondFactor } from './second-factor.service.js';
import { SecondStepController } from './second-step.controller.js';
import { SignInEvents } from './sign-in-events.service.js';
import { SignInSweep } from './sign-in-sweep.service.js';
import { SignIn } from './sign-in.js';
import {
  SendPasswordResetProcessor,
  ForgetWearersProcessor,
  SweepSignInProcessor,
  TellSignInEventProcessor,
} from './sign-in.processor.js';

/** What the module of `access` wires for signing in. */
export const SIGN_IN_CONTROLLERS = [
  SecondStepController,
  OwnSessionsController,
  PasswordsController,
  SecondFactorController,
];

export const SIGN_IN_PROVIDERS = [
  SignInLibrary,
  SignIn,
  Entry,
  Lockout,
  SignInEvents,
  OwnSessions,
  Passwords,
  SecondFactor,
  Passkeys,
  SignInSweep,
  TellSignInEventProcessor,
  SendPasswordResetProcessor,
  ForgetWearersProcessor,
  SweepSignInProcessor,
];
