import { Injectable } from '@nestjs/common';
import type { JobHandler } from '../../platform/jobs/job.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { defineSchedule } from '../../platform/jobs/schedule.js';
import { Passwords } from './passwords.service.js';
import { SignInEvents } from './sign-in-events.service.js';
import {
  forgetWearersOf,
  sendPasswordReset,
  sweepSignIn,
  tellSignInEvent,
  type SignInEvent,
} from './sign-in.jobs.js';
import { SignInSweep } from './sign-in-sweep.service.js';

@Injectable()
@HandlesJob()
export class TellSignInEventProcessor implements JobHandler<{ userId?: string; event: SignInEvent }> {
  readonly job = tellSignInEvent;

  constructor(private readonly events: SignInEvents) {}

  async work({ userId, event }: { userId?: string; event: SignInEvent }): Promise<void> {
    if (userId !== undefined) await this.events.tell(userId, event);
  }
}

@Injectable()
@HandlesJob()
export class SendPasswordResetProcessor implements JobHandler<{ id: string }> {
  readonly job = sendPasswordReset;

  constructor(private readonly passwords: Passwords) {}

  async work({ id }: { id: string }): Promise<void> {
    await this.passwords.sendReset(id);
  }
}

@Injectable()
@HandlesJob()
export class SweepSignInProcessor implements JobHandler<object> {
  readonly job = sweepSignIn;
  readonly schedule = defineSchedule({ cron: '40 3 * * *' });

  constructor(private readonly sweep: SignInSweep) {}

  async work(): Promise<void> {
    await this.sweep.run();
  }
}

@Injectable()
@HandlesJob()
export class ForgetWearersProcessor implements JobHandler<{ tenantId: string; hatIds: string[] }> {
  readonly job = forgetWearersOf;

  constructor(private readonly sweep: SignInSweep) {}

  async work(hats: { tenantId: string; hatIds: string[] }): Promise<void> {
    await this.sweep.forgetWearers(hats);
  }
}
