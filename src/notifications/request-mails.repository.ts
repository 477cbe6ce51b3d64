import type { HatActor } from '../access/index.js';
import type { Tx } from '../platform/database/rows.js';
import { addJobs } from '../platform/jobs/outbox.js';
import type { RequestTemplate } from './domain/request-mail.js';
import { addMail } from './mails.repository.js';
import { sendMail } from './notifications.jobs.js';

/** One mail a user, however many hats. A machine has no mailbox. */
export const addMails = async (
  tx: Tx,
  hats: readonly HatActor[],
  template: RequestTemplate,
): Promise<void> => {
  const byUser = new Map(
    hats.filter(({ userId }) => !userId.startsWith('machine:')).map((hat) => [hat.userId, hat.language]),
  );
  const mailIds: string[] = [];
  for (const [userId, language] of byUser) {
    const id = await addMail(tx, { userId, template, language, digestOn: null, counts: null });
    if (id !== null) mailIds.push(id);
  }
  await addJobs(
    tx,
    sendMail,
    mailIds.map((mailId) => ({ mailId })),
  );
};
