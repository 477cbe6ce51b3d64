import { Injectable } from '@nestjs/common';
import { forgetFile } from '../../../absence/index.js';
import { Clock, Doors } from '../../../access/index.js';
import { attestationDue } from '../../../partnerships/index.js';
import { addJob, addJobs } from '../../../platform/jobs/outbox.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { auditPanel, evaluating } from './panel-audit.js';
import { listLapsed, markDeleted, markReminded, type StoredDelivery } from './panel-deliveries.repository.js';
import { tellOfDelivery } from './panel.jobs.js';

/** Ends deliveries: their files and the keys of their pseudonyms go, what was delivered to whom stays on record. */
@Injectable()
export class PanelEndingService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  /** Safe to repeat: the file goes first, and is asked for again while its row says that it is there. */
  async end(tenantId: string): Promise<void> {
    const lapsed = await this.doors.within(evaluating, tenantId, (tx) =>
      listLapsed(tx, tenantId, this.clock.today()),
    );
    for (const delivery of lapsed) await this.endOne(tenantId, delivery);
  }

  /** Has both sides told of what should be deleted by now and is not said to be. A second run of a day tells nobody. */
  async remind(tenantId: string): Promise<void> {
    await this.doors.within(evaluating, tenantId, async (tx) => {
      const missing = await markReminded(tx, tenantId, this.clock.today());
      await addJobs(
        tx,
        attestationDue,
        missing.map((owing) => ({ tenantId, ...owing })),
      );
    });
  }

  private async endOne(tenantId: string, { id, fileId }: StoredDelivery): Promise<void> {
    const key = { tenantId, deliveryId: id };
    if (fileId) await this.files.remove(tenantId, fileId);
    await this.doors.within(evaluating, tenantId, async (tx) => {
      if ((await markDeleted(tx, key, this.clock.now())) === 0) return;
      if (fileId) await forgetFile(tx, tenantId, fileId);
      await auditPanel(tx, evaluating, { tenantId, id, action: 'panel-delivery.delete' });
      await addJob(tx, tellOfDelivery, { ...key });
    });
  }
}
