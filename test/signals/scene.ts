import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { SignalsService } from '../../src/signals/index.js';
import type { TestApp } from '../harness/app.js';

export interface SignalRow {
  rule: string;
  raised: string;
  due: string;
  late: boolean;
  ended: string | null;
  withdrawn: boolean;
  facts: {
    count: number;
    spells: { id: string; firstOn: string; lastOn: string | null }[];
    warnings?: number;
  };
}

/** An employer with one employee, and what a test does to the two. */
export const scene = async (app: TestApp, options: { live?: boolean; leaves?: string } = {}) => {
  const { tenantId } = await app.make.employer({ live: options.live ?? true });
  const unitId = await app.make.unit(tenantId);
  const { personId, employmentId } = await app.make.employment(tenantId, { unitId, to: options.leaves });
  const sql = <T>(text: string, ...more: unknown[]): Promise<T[]> =>
    app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      rows<T>(tx, text, [tenantId, ...more]),
    );
  return {
    tenantId,
    unitId,
    personId,
    sql,
    sick: (from: string, to: string | null = null, kind = 'own-sickness') =>
      app.make.spell(tenantId, { employmentId, from, to, kind }),
    look: async (on: string) => {
      app.clock.set(on);
      await app.nest.get(SignalsService).look(tenantId);
    },
    signals: () =>
      sql<SignalRow>(
        `select rule, raised_on as raised, due_on as due, learned_late as late, reason_ended_on as ended,
           withdrawn_at is not null as withdrawn, facts
         from signals where tenant_id = $1 order by raised_on, rule`,
      ),
    act: () => sql('update signals set acted_at = now() where tenant_id = $1'),
  };
};
/** Rule and days of signals, for reading. */
export const short = (signals: readonly SignalRow[]): string[] =>
  signals.map(({ rule, raised, ended, withdrawn }) =>
    [rule, raised, ended && `ended ${ended}`, withdrawn && 'withdrawn'].filter(Boolean).join(' '),
  );
