import { Injectable } from '@nestjs/common';
import { Clock, Doors, HatsService, SamlCertificates } from '../access/index.js';
import type { JobRun } from '../platform/jobs/job.js';
import { addJobs } from '../platform/jobs/outbox.js';
import type { LocalDate } from '../shared/local-date.js';
import { lookAtCertificates } from './notifications.jobs.js';
import { addMails } from './request-mails.repository.js';

interface Looking {
  readonly tenantId: string;
  readonly on: LocalDate;
  readonly run: JobRun;
}

/** Writes to administrators before a certificate that sign-in by SAML rests on ends. */
@Injectable()
export class CertificateMails {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
    private readonly certificates: SamlCertificates,
  ) {}

  /** Has the certificates of every employer that signs in by SAML looked at. */
  async begin(run: JobRun): Promise<void> {
    const on = this.clock.today();
    const tenants = await this.certificates.listTenants();
    await this.doors.system('look at certificates', async (tx) => {
      await addJobs(
        tx,
        lookAtCertificates,
        tenants.map((tenantId) => ({ tenantId, on })),
      );
      await run.complete(tx);
    });
  }

  async tell({ tenantId, on, run }: Looking): Promise<void> {
    if (!(await this.certificates.endsSoon(tenantId, on))) return;
    const hats = await this.hats.listAround(tenantId, on, ['administrator']);
    await this.doors.system('tell of a certificate', async (tx) => {
      await addMails(tx, hats, 'certificate-ends');
      await run.complete(tx);
    });
  }
}
