import { change, type Tx } from '../platform/database/rows.js';
import type { SurveyReason } from './domain/survey-judge.js';

/** A line of the ledger of surveys: a unit, the reporting groups right in it, and what of each measure was decided. */
export interface SurveyReleaseLine {
  readonly place: number;
  readonly last: number;
  readonly unitId: string | null;
  readonly groups: readonly string[];
  /** By measure; null where its figure was shown. */
  readonly decisions: Readonly<Record<string, SurveyReason | null>>;
}

interface RoundKey {
  readonly tenantId: string;
  readonly roundId: string;
}

/**
 * Writes down what leaves the house with a round. Fails where the round was released before: its answers are
 * cut once, for two cuts of them could be taken from one another.
 */
export const recordSurveyRelease = async (
  tx: Tx,
  { tenantId, roundId }: RoundKey,
  lines: readonly SurveyReleaseLine[],
  at: Date,
): Promise<void> => {
  await change(
    tx,
    `insert into survey_releases (tenant_id, round_id, place, last_place, unit_id, groups, decisions, released_at)
     select $1, $2, place, last, "unitId", groups, decisions, $4
     from jsonb_to_recordset($3) as given (place integer, last integer, "unitId" uuid, groups uuid[], decisions jsonb)`,
    [tenantId, roundId, JSON.stringify(lines), at],
  );
};
