import { createContext } from '../src/application.js';
import { systemActor } from '../src/access/index.js';
import { SignalsService } from '../src/signals/index.js';
import { TODAY } from './employer/days.js';
import { TENANT_ID } from './employer/roster.js';
import { median, rounded, spread, timed } from './measuring.js';
import type { Subject } from './report.js';
import { asSuperuser } from './stage.js';
import { runtimeOn, StageClock } from './surroundings.js';

const RUNS = 7;
const GOAL = 2;

/**
 * The facts that the rules look at, per employment, in the plainest SQL: spells begun and days in their windows, and
 * whether one is open. Only totals leave the server, so that nothing is paid for sending rows.
 */
const PLAIN = `
  select count(*) filter (where spells >= 3) as often, count(*) filter (where days >= 15) as long,
    count(*) filter (where open) as open
  from (
    select employment_id, count(*) filter (where first_on > $2::date - 183) as spells,
      sum(least(last_on, $2::date) - greatest(first_on, $2::date - 364) + 1) as days,
      bool_or(last_on is null or last_on >= $2::date) as open
    from spells
    join employments on employments.tenant_id = spells.tenant_id and employments.id = employment_id
    where spells.tenant_id = $1 and kind in ('own-sickness', 'partial-sickness') and first_on <= $2::date
      and (last_on is null or last_on > $2::date - 365) and employed @> $2::date
    group by employment_id
  ) facts`;

/** Which rules hold for whom on a day, against the plain aggregate of the same facts. */
export const signals: Subject = async (stage) => {
  const database = await stage.stocked();
  const context = await createContext(runtimeOn(database, stage.folder), new StageClock());
  try {
    const service = context.get(SignalsService);
    const actor = systemActor('operator command');
    const ask = () => timed(() => service.onDate(actor, { tenantId: TENANT_ID, on: TODAY }));
    return await asSuperuser(database, async (client) => {
      const plain = () => timed(() => client.query<Record<string, number>>(PLAIN, [TENANT_ID, TODAY]));
      const warmOurs = (await ask()).result;
      const warmPlain = (await plain()).result.rows[0];
      const ours: number[] = [];
      const limit: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        ours.push((await ask()).took);
        limit.push((await plain()).took);
      }
      const ratio = rounded(median(ours) / median(limit), 2);
      const found = Object.entries(warmOurs.rules).map(([rule, numbers]) => [rule, numbers.length] as const);
      return {
        subject: 'signals',
        size: { employees: stage.employees, spells: stage.spells().length, runs: RUNS },
        ours: {
          milliseconds: rounded(median(ours)),
          employed: warmOurs.employed,
          absent: warmOurs.absent,
          rules: Object.fromEntries(found),
        },
        limit: { name: 'plain SQL aggregate', milliseconds: rounded(median(limit)), ...warmPlain },
        ratio,
        goal: `ratio at most ${GOAL}`,
        met: ratio <= GOAL,
        noise: { ours: spread(ours), limit: spread(limit) },
      };
    });
  } finally {
    await context.close();
  }
};
