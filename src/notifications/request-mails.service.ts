import { Injectable } from '@nestjs/common';
import { Clock, Doors, HatsService, systemActor, type HatActor } from '../access/index.js';
import { findAsker } from '../own-page/index.js';
import { MembersService } from '../partnerships/index.js';
import type { JobRun } from '../platform/jobs/job.js';
import type { RequestTemplate } from './domain/request-mail.js';
import { addMails } from './request-mails.repository.js';

export interface OfRequest {
  readonly tenantId: string;
  readonly requestId: string;
}

export interface OfAttestation {
  readonly tenantId: string;
  readonly partnershipId: string;
  readonly partyId: string;
}

/** Writes to those who wait: for each other about what an employee has asked for, for a pack, or for a deletion. */
@Injectable()
export class RequestMails {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
    private readonly members: MembersService,
  ) {}

  /** To human resources, who decide. */
  async tellOfAsking({ tenantId, requestId }: OfRequest, run: JobRun): Promise<void> {
    const hats = await this.hats.listAround(tenantId, this.clock.today(), ['hr-manager']);
    await this.write({ tenantId, requestId, run }, 'request-asked', () => hats);
  }

  /** To the employee who asked. */
  async tellOfDecision({ tenantId, requestId }: OfRequest, run: JobRun): Promise<void> {
    const hats = await this.hats.listAround(tenantId, this.clock.today(), ['employee']);
    await this.write({ tenantId, requestId, run }, 'request-decided', (asker) =>
      hats.filter(({ personId }) => personId === asker),
    );
  }

  /** To everybody in a partnership whose pack made itself. */
  async tellOfPack(partnershipId: string, run: JobRun): Promise<void> {
    const hats = await this.hats.listInPartnership(partnershipId);
    await this.doors.system('tell of a pack', async (tx) => {
      await addMails(tx, hats, 'pack-ready');
      await run.complete(tx);
    });
  }

  /** To everybody whose party sees settlements: that one has been sent, and nothing of it. */
  async tellOfSettlement(partnershipId: string, run: JobRun): Promise<void> {
    const hats = await this.hats.listInPartnership(partnershipId);
    const speaking = await this.doors.partnership(systemActor('tell of a settlement'), partnershipId, (tx) =>
      this.members.hatsThatSee(tx, partnershipId, 'money'),
    );
    await this.doors.system('tell of a settlement', async (tx) => {
      await addMails(
        tx,
        hats.filter(({ hatId }) => speaking.has(hatId)),
        'settlement-sent',
      );
      await run.complete(tx);
    });
  }

  /** To those who speak for the evaluator, and to those at the employer who decide what is handed over. */
  async tellOfAttestation({ tenantId, partnershipId, partyId }: OfAttestation, run: JobRun): Promise<void> {
    const inside = await this.hats.listInPartnership(partnershipId);
    const speaking = await this.doors.partnership(
      systemActor('tell of a missing attestation'),
      partnershipId,
      (tx) => this.members.hatsOf(tx, partnershipId, partyId),
    );
    const deciding = await this.hats.listAround(tenantId, this.clock.today(), [
      'hr-manager',
      'administrator',
    ]);
    await this.doors.system('tell of a missing attestation', async (tx) => {
      const owing = inside.filter(({ hatId }) => speaking.has(hatId));
      await addMails(tx, owing, 'attestation-owed');
      await addMails(tx, deciding, 'attestation-awaited');
      await run.complete(tx);
    });
  }

  private async write(
    { tenantId, requestId, run }: OfRequest & { readonly run: JobRun },
    template: RequestTemplate,
    to: (asker: string) => readonly HatActor[],
  ): Promise<void> {
    await this.doors.within(systemActor('tell of a request'), tenantId, async (tx) => {
      const asker = await findAsker(tx, tenantId, requestId);
      if (asker !== null) await addMails(tx, to(asker), template);
      await run.complete(tx);
    });
  }
}
