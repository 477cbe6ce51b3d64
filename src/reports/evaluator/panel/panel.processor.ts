import { Injectable } from '@nestjs/common';
import { Doors } from '../../../access/index.js';
import { rows } from '../../../platform/database/rows.js';
import type { JobHandler, JobRun } from '../../../platform/jobs/job.js';
import { addJobs } from '../../../platform/jobs/outbox.js';
import { HandlesJob } from '../../../platform/jobs/registry.js';
import { defineSchedule } from '../../../platform/jobs/schedule.js';
import { DeliveryNewsService } from './delivery-news.service.js';
import { PanelEndingService } from './panel-ending.service.js';
import { PanelWritingService } from './panel-writing.service.js';
import { endAllPanels, endPanels, tellOfDelivery, writePanel } from './panel.jobs.js';
import type { DeliveryKey } from './panel-deliveries.repository.js';

@HandlesJob()
@Injectable()
export class WritePanel implements JobHandler<DeliveryKey> {
  readonly job = writePanel;

  constructor(private readonly writing: PanelWritingService) {}

  async work(key: DeliveryKey): Promise<void> {
    await this.writing.write(key);
  }
}

@HandlesJob()
@Injectable()
export class TellOfDelivery implements JobHandler<DeliveryKey> {
  readonly job = tellOfDelivery;

  constructor(private readonly news: DeliveryNewsService) {}

  async work(key: DeliveryKey): Promise<void> {
    await this.news.tell(key);
  }
}

@HandlesJob()
@Injectable()
export class EndPanels implements JobHandler<{ tenantId: string }> {
  readonly job = endPanels;

  constructor(private readonly ending: PanelEndingService) {}

  async work({ tenantId }: { tenantId: string }): Promise<void> {
    await this.ending.end(tenantId);
    await this.ending.remind(tenantId);
  }
}

@HandlesJob()
@Injectable()
export class EndAllPanels implements JobHandler<object> {
  readonly job = endAllPanels;
  readonly schedule = defineSchedule({ cron: '50 2 * * *' });

  constructor(private readonly doors: Doors) {}

  async work(_payload: object, run: JobRun): Promise<void> {
    await this.doors.system('end what was handed to evaluators', async (tx) => {
      const employers = await rows<{ tenantId: string }>(
        tx,
        `select id as "tenantId" from tenants where kind = 'employer'`,
      );
      await addJobs(tx, endPanels, employers);
      await run.complete(tx);
    });
  }
}
