import { Injectable } from '@nestjs/common';
import type { JobHandler } from '../../platform/jobs/job.js';
import { HandlesJob } from '../../platform/jobs/registry.js';
import { sendInvitation } from '../sign-in/sign-in.jobs.js';
import { Acceptance } from './acceptance.service.js';

@Injectable()
@HandlesJob()
export class SendInvitationProcessor implements JobHandler<{ id: string }> {
  readonly job = sendInvitation;

  constructor(private readonly acceptance: Acceptance) {}

  async work({ id }: { id: string }): Promise<void> {
    await this.acceptance.send(id);
  }
}
