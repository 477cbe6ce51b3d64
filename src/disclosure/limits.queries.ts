import { change, row, type Tx } from '../platform/database/rows.js';
import { POLICY_NUMBERS, type OutputNumbers } from './domain/limits.js';

/** An employer's numbers of the output policy: its own where it has raised them (definitions 6.5). */
export const limitsOf = async (tx: Tx, tenantId: string): Promise<OutputNumbers> =>
  (await row<OutputNumbers>(
    tx,
    `select persons, absent_persons as "absentPersons", largest_share as "largestShare", count,
       share_base as "shareBase", survey_answers as answers, survey_offensive as offensive, survey_comments as comments
     from disclosure_limits where tenant_id = $1`,
    [tenantId],
  )) ?? POLICY_NUMBERS;

export const saveLimits = (tx: Tx, tenantId: string, numbers: OutputNumbers): Promise<number> =>
  change(
    tx,
    `insert into disclosure_limits (tenant_id, persons, absent_persons, largest_share, count, share_base,
       survey_answers, survey_offensive, survey_comments)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (tenant_id) do update set persons = excluded.persons, absent_persons = excluded.absent_persons,
       largest_share = excluded.largest_share, count = excluded.count, share_base = excluded.share_base,
       survey_answers = excluded.survey_answers, survey_offensive = excluded.survey_offensive,
       survey_comments = excluded.survey_comments`,
    [
      tenantId,
      numbers.persons,
      numbers.absentPersons,
      numbers.largestShare,
      numbers.count,
      numbers.shareBase,
      numbers.answers,
      numbers.offensive,
      numbers.comments,
    ],
  );
