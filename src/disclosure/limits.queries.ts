import { change, row, type Tx } from '../platform/database/rows.js';
import { SURVEY_LIMITS, type SurveyLimits } from './domain/survey-judge.js';
import { POLICY_LIMITS, type DisclosureLimits } from './domain/limits.js';

/** An employer's numbers of the output policy: its own where it has raised them (definitions 6.5). */
export const limitsOf = async (tx: Tx, tenantId: string): Promise<DisclosureLimits> =>
  (await row<DisclosureLimits>(
    tx,
    `select persons, absent_persons as "absentPersons", largest_share as "largestShare", count, share_base as "shareBase"
     from disclosure_limits where tenant_id = $1`,
    [tenantId],
  )) ?? POLICY_LIMITS;

export const saveLimits = (tx: Tx, tenantId: string, limits: DisclosureLimits): Promise<number> =>
  change(
    tx,
    `insert into disclosure_limits (tenant_id, persons, absent_persons, largest_share, count, share_base)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id) do update set persons = excluded.persons, absent_persons = excluded.absent_persons,
       largest_share = excluded.largest_share, count = excluded.count, share_base = excluded.share_base`,
    [tenantId, limits.persons, limits.absentPersons, limits.largestShare, limits.count, limits.shareBase],
  );

/** The same for surveys (definitions 6.4-6.5). */
export const surveyLimitsOf = async (tx: Tx, tenantId: string): Promise<SurveyLimits> =>
  (await row<SurveyLimits>(
    tx,
    `select survey_answers as answers, survey_offensive as offensive, survey_comments as comments
     from disclosure_limits where tenant_id = $1`,
    [tenantId],
  )) ?? SURVEY_LIMITS;
