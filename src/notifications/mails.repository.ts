import type { Language } from '../access/index.js';
import { change, row, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';
import type { NoticeCounts, NoticeTemplate } from './domain/notice-mail.js';
import type { RequestTemplate } from './domain/request-mail.js';

/** What a mail is made of. */
export type MailContent =
  | { readonly template: NoticeTemplate; readonly counts: NoticeCounts }
  | { readonly template: RequestTemplate; readonly counts: null };

export interface NewMail {
  readonly template: NoticeTemplate;
  readonly counts: NoticeCounts;
  readonly userId: string;
  readonly language: Language;
  readonly digestOn: LocalDate | null;
}

/**
 * Writes a mail of notices to be sent, from whatever door they are behind. Returns its id, or null where the user has
 * had the digest of that day.
 */
export const addMail = async (tx: Tx, mail: NewMail): Promise<string | null> => {
  // The id is made here: a tenant's door writes mails and cannot read them.
  const made = await row<{ id: string }>(tx, 'select uuidv7() as id');
  const id = made?.id ?? null;
  const added = await change(
    tx,
    `insert into mails (id, user_id, template, language, digest_on, content) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [id, mail.userId, mail.template, mail.language, mail.digestOn, JSON.stringify({ counts: mail.counts })],
  );
  return added === 0 ? null : id;
};

export type UnsentMail = MailContent & { readonly userId: string; readonly language: Language };

export const findUnsent = async (tx: Tx, mailId: string): Promise<UnsentMail | null> =>
  row<UnsentMail>(
    tx,
    `select user_id as "userId", template, language, content -> 'counts' as counts
     from mails where id = $1 and sent_at is null`,
    [mailId],
  );

export const markSent = async (tx: Tx, mailId: string, at: Date): Promise<void> => {
  await change(tx, 'update mails set sent_at = $2 where id = $1 and sent_at is null', [mailId, at]);
};
