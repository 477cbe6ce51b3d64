import { row, type Tx } from '../platform/database/rows.js';
import { addDays, daysBetween, type LocalDate } from '../shared/local-date.js';
import { deadlinesInForce, isExempt, type Deadline } from './domain/deadlines.js';
import { profileParameters, profiles } from './profile.queries.js';
import { loadSettings } from './settings.repository.js';

/** The counted spell that a person is in on a day, with what the law asks of the employer in it. */
export interface RunningSpell {
  readonly firstOn: LocalDate;
  /** 1 on the first day. */
  readonly day: number;
  readonly deadlines: readonly { readonly deadline: Deadline; readonly on: LocalDate }[];
}

export const findRunningSpell = async (
  tx: Tx,
  {
    tenantId,
    personId,
    on,
  }: { readonly tenantId: string; readonly personId: string; readonly on: LocalDate },
): Promise<RunningSpell | null> => {
  const settings = await loadSettings(tx, tenantId, on);
  const found = await row<{ openFrom: LocalDate | null; leavesOn: LocalDate | null }>(
    tx,
    `${profiles({ people: 'select $8::uuid' })}
     select open_from as "openFrom", nullif((
       select max(coalesce(to_on, 'infinity')) from hired where from_on <= $2::date and coalesce(to_on >= $2::date, true)
     ), 'infinity') as "leavesOn"
     from profiles`,
    [...profileParameters({ tenantId, on, settings }), personId],
  );
  if (!found?.openFrom) return null;
  const { openFrom: firstOn, leavesOn } = found;
  const deadlines = deadlinesInForce(firstOn, settings)
    .filter((deadline) => !isExempt(deadline, firstOn, leavesOn))
    .map((deadline) => ({ deadline, on: addDays(firstOn, deadline.daysAfterFirst) }));
  return { firstOn, day: daysBetween(firstOn, on) + 1, deadlines };
};
