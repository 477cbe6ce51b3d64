import type { HatActor } from '../access/index.js';
import { rows, type Tx } from '../platform/database/rows.js';
import { addJobs } from '../platform/jobs/outbox.js';
import type { RequestTemplate } from './domain/request-mail.js';
import { sendMail } from './notifications.jobs.js';

/** One mail a user, however many hats. A machine has no mailbox. */
export const addMails = async (
  tx: Tx,
  hats: readonly HatActor[],
  template: RequestTemplate,
): Promise<void> => {
  const languages = new Map(
    hats.filter(({ userId }) => !userId.startsWith('machine:')).map((hat) => [hat.userId, hat.language]),
  );
  // The ids are made here: a tenant's door writes mails and cannot read them.
  const mails = await rows<{ mailId: string }>(
    tx,
    `with made as materialized (
       select uuidv7() as id, * from unnest($1::text[], $2::text[]) as given (user_id, language)
     ), written as (
       insert into mails (id, user_id, template, language, content)
       select id, user_id, $3, language, '{"counts": null}' from made)
     select id as "mailId" from made`,
    [[...languages.keys()], [...languages.values()], template],
  );
  await addJobs(tx, sendMail, mails);
};
