import { row, rows, type Tx } from '../../platform/database/rows.js';
import { offsetOf, type PageQuery } from '../../platform/http/page.js';
import type { TrialAnswer, TrialQuestion } from './domain/trial.js';

export interface StoredTrial {
  readonly id: string;
  readonly labId: string | null;
  readonly question: TrialQuestion;
  readonly answer: TrialAnswer;
  readonly madeAt: Date;
}

const COLUMNS = `id, lab_id as "labId", question, answer, made_at as "madeAt"`;

export const insertTrial = async (
  tx: Tx,
  partnershipId: string,
  trial: Pick<StoredTrial, 'id' | 'labId' | 'question' | 'answer'> & { readonly hatId: string },
): Promise<StoredTrial> => {
  const made = await row<StoredTrial>(
    tx,
    `insert into lab_trials (partnership_id, id, lab_id, question, answer, made_by_hat) values ($1, $2, $3, $4, $5, $6)
     returning ${COLUMNS}`,
    [
      partnershipId,
      trial.id,
      trial.labId,
      JSON.stringify(trial.question),
      JSON.stringify(trial.answer),
      trial.hatId,
    ],
  );
  if (!made) throw new Error('the trial was not kept');
  return made;
};

export const findTrial = (tx: Tx, partnershipId: string, id: string): Promise<StoredTrial | null> =>
  row<StoredTrial>(tx, `select ${COLUMNS} from lab_trials where partnership_id = $1 and id = $2`, [
    partnershipId,
    id,
  ]);

/** A page of trials, the newest first, and how many there are. */
export const listTrials = async (
  tx: Tx,
  partnershipId: string,
  page: PageQuery,
): Promise<{ readonly items: StoredTrial[]; readonly total: number }> => {
  const items = await rows<StoredTrial>(
    tx,
    `select ${COLUMNS} from lab_trials where partnership_id = $1
     order by made_at desc, id desc limit $2 offset $3`,
    [partnershipId, page.pageSize, offsetOf(page)],
  );
  const counted = await row<{ total: number }>(
    tx,
    'select count(*)::int as total from lab_trials where partnership_id = $1',
    [partnershipId],
  );
  return { items, total: counted?.total ?? 0 };
};
