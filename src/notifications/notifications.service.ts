import { Injectable } from '@nestjs/common';
import { Clock, Doors, HatsService, isProvider, ROLES, systemActor, type HatActor } from '../access/index.js';
import { listStepsDueSoon, type StepDueSoon } from '../onboarding/index.js';
import { isLive } from '../organisations/index.js';
import { rows } from '../platform/database/rows.js';
import type { JobRun } from '../platform/jobs/job.js';
import { addJob, addJobs } from '../platform/jobs/outbox.js';
import type { LocalDate } from '../shared/local-date.js';
import { findRule } from '../signals/index.js';
import { countKinds } from './domain/notice-mail.js';
import { RECIPIENT_ROLES, whoIsTold, type PeopleAround } from './domain/recipients.js';
import { whoIsReminded } from './domain/reminded.js';
import { addMail } from './mails.repository.js';
import {
  addNotices,
  dropStale,
  listWaitingHats,
  putInMail,
  takeWaiting,
  type NewNotice,
} from './notices.repository.js';
import { gatherNotices, prepareDigests, sendMail } from './notifications.jobs.js';
import { listMandatesInForce, listUntold, stepEvent, type UntoldRow } from './telling.queries.js';

/** Who hears of what, and in which mail. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
  ) {}

  /** Tells the people around an employer of what has happened to its signals; doing it twice tells nobody twice. */
  async tellOfSignals(tenantId: string, run: JobRun): Promise<void> {
    const on = this.clock.today();
    const hats = await this.hats.listAround(tenantId, on, RECIPIENT_ROLES);
    await this.doors.within(systemActor('tell of signals'), tenantId, async (tx) => {
      // Definitions 4.7: nobody is alerted before go-live.
      if (await isLive(tx, tenantId, on)) {
        const mandates = await listMandatesInForce(tx, tenantId, on);
        const notices = noticesOf(await listUntold(tx, tenantId, on), { hats, mandates });
        await addNotices(tx, tenantId, notices);
        const hurried = new Set(notices.filter((notice) => notice.urgent).map((notice) => notice.hatId));
        await addJobs(
          tx,
          gatherNotices,
          usersOf(hats, hurried).map((userId) => ({ userId })),
        );
      }
      await run.complete(tx);
    });
  }

  /** Has the digest of today prepared at every employer. */
  async beginDigests(run: JobRun): Promise<void> {
    const on = this.clock.today();
    await this.doors.system('prepare the digests of every employer', async (tx) => {
      const employers = await rows<{ id: string }>(tx, `select id from tenants where kind = 'employer'`);
      await addJobs(
        tx,
        prepareDigests,
        employers.map(({ id }) => ({ tenantId: id, on })),
      );
      await run.complete(tx);
    });
  }

  /** Has a digest gathered for everybody who has news waiting at an employer. */
  async prepareDigests(tenantId: string, on: LocalDate, run: JobRun): Promise<void> {
    const today = this.clock.today();
    const hats = await this.hats.listAround(tenantId, today, ROLES);
    await this.doors.within(systemActor('prepare digests'), tenantId, async (tx) => {
      if (await isLive(tx, tenantId, today))
        await addNotices(tx, tenantId, remindersOf(await listStepsDueSoon(tx, tenantId, today), hats));
      await dropStale(tx, tenantId, { hatIds: hats.map((hat) => hat.hatId), on: today });
      const waiting = new Set(await listWaitingHats(tx, tenantId));
      await addJobs(
        tx,
        gatherNotices,
        usersOf(hats, waiting).map((userId) => ({ userId, digestOn: on })),
      );
      await run.complete(tx);
    });
  }

  /**
   * Puts a user's waiting notices, at whichever employers, into one mail to be sent: all of them into the digest of a
   * day, or at once those that cannot wait. A second run finds none waiting.
   */
  async gather(userId: string, digestOn: LocalDate | null): Promise<void> {
    const hats = await this.hats.listOf(userId);
    const [first] = hats;
    if (!first) return;
    const hatIds = hats.map((hat) => hat.hatId);
    const reach = { hats, on: this.clock.today() };
    await this.doors.acrossHats(systemActor('gather notices into a mail'), reach, async (tx) => {
      const ofProviders = hats.filter(isProvider).map((hat) => hat.hatId);
      const notices = await takeWaiting(tx, hatIds, { urgent: digestOn === null, ofProviders, on: reach.on });
      if (notices.length === 0) return;
      const mailId = await addMail(tx, {
        userId,
        template: digestOn === null ? 'urgent' : 'digest',
        language: first.language,
        digestOn,
        counts: countKinds(notices.map((notice) => notice.kind)),
      });
      // What came after today's digest waits for tomorrow's.
      if (mailId === null) return;
      await putInMail(
        tx,
        notices.map((notice) => notice.id),
        mailId,
      );
      await addJob(tx, sendMail, { mailId });
    });
  }
}

const noticesOf = (untold: readonly UntoldRow[], around: PeopleAround): NewNotice[] => {
  const recipients = whoIsTold(around);
  return untold.flatMap(({ signalId, event, rule: name, ...happening }) => {
    const rule = findRule(name);
    if (!rule) return [];
    const { hatIds, urgent } = recipients({ ...happening, rule });
    return hatIds.map((hatId) => ({ hatId, event, subjectId: signalId, urgent }));
  });
};

const remindersOf = (steps: readonly StepDueSoon[], hats: readonly HatActor[]): NewNotice[] => {
  const reminded = whoIsReminded(hats);
  return steps.flatMap((step) =>
    reminded(step).map((hatId) => ({
      hatId,
      event: stepEvent(step),
      subjectId: step.introductionId,
      urgent: false,
    })),
  );
};

const usersOf = (hats: readonly HatActor[], hatIds: ReadonlySet<string>): readonly string[] => [
  ...new Set(hats.filter((hat) => hatIds.has(hat.hatId)).map((hat) => hat.userId)),
];
