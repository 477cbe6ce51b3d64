import { limitsOf, type DisclosureLimits } from '../disclosure/index.js';
import { row, type Tx } from '../platform/database/rows.js';
import type { LocalDate } from '../shared/local-date.js';

/** What a report needs to know of an employer beside its figures. */
export interface EmployerFacts {
  /** The first month of which absence is recorded; null where none is. */
  readonly recordedFrom: LocalDate | null;
  /** Since when signals are raised. */
  readonly liveFrom: LocalDate | null;
  /** The last day that all its sources have told of. */
  readonly knownUntil: LocalDate | null;
  readonly limits: DisclosureLimits;
  /** The instant of reading, in ISO 8601 with PostgreSQL's microseconds. */
  readonly readAt: string;
}

export const employerFacts = async (tx: Tx, tenantId: string): Promise<EmployerFacts> => {
  const found = await row<Omit<EmployerFacts, 'limits'>>(
    tx,
    `select
       (select date_trunc('month', min(first_on))::date from spells where tenant_id = $1) as "recordedFrom",
       (select live_from from go_lives where tenant_id = $1) as "liveFrom",
       (select min(known_until) from absence_sources where tenant_id = $1) as "knownUntil",
       to_jsonb(clock_timestamp()) #>> '{}' as "readAt"`,
    [tenantId],
  );
  if (!found) throw new Error('a select without a table gives one row');
  return { ...found, limits: await limitsOf(tx, tenantId) };
};
