import { audit, Doors, SealService, systemActor, VerifyService } from '../src/access/index.js';
import { createContext } from '../src/application.js';
import { change, rows, type Tx } from '../src/platform/database/rows.js';
import { TENANT_ID } from './employer/roster.js';
import { median, rounded, spread, timed } from './measuring.js';
import type { Subject } from './report.js';
import { asSuperuser } from './stage.js';
import { runtimeOn, StageClock } from './surroundings.js';

const RUNS = 7;
const WRITES = 300;
/** A page of a list. */
const SHOWN = 50;
const SEALED = 200_000;
const GOAL = 2;

/** As many entries as an employer writes in a busy week, each about a few people. */
const MANY = `
  insert into audit_entries (tenant_id, role, action, subject_type, subject_ids, people, purpose, outcome)
  select $1, 'hr-manager', 'person.list', 'person', '{}', array(select gen_random_uuid() from generate_series(1, 1 + n % 5)),
    'care of employees on sick leave', 'allowed' from generate_series(1, ${SEALED}) n`;

/** One entry a transaction, against the same columns in a table without keys, indexes or row level security; then sealing. */
export const auditing: Subject = async (stage) => {
  const database = await stage.database();
  const context = await createContext(runtimeOn(database, stage.folder), new StageClock());
  const actor = systemActor('operator command');
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    context.get(Doors).within(actor, TENANT_ID, work);
  try {
    await asSuperuser(database, (client) =>
      client.query(
        'create table bare_entries (at timestamptz default now(), action text, people uuid[]); grant insert on bare_entries to naervaer_app',
      ),
    );
    const page = await within((tx) => rows<{ id: string }>(tx, `select id from people limit ${SHOWN}`));
    const subjectIds = page.map(({ id }) => id);
    const each = async (work: (tx: Tx) => Promise<unknown>): Promise<number> => {
      const { took } = await timed(async () => {
        for (let turn = 0; turn < WRITES; turn += 1) await within(work);
      });
      return took / WRITES;
    };
    const entry = {
      tenantId: TENANT_ID,
      action: 'person.list',
      subjectIds,
      purpose: 'operator command',
    } as const;
    const ours: number[] = [];
    const limit: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      ours.push(await each((tx) => audit(tx, actor, { ...entry, subjectType: 'person' })));
      limit.push(
        await each((tx) =>
          change(tx, 'insert into bare_entries (action, people) values ($1, $2)', [entry.action, subjectIds]),
        ),
      );
    }
    await within((tx) => rows(tx, MANY, [TENANT_ID]));
    const sealing = await timed(() => context.get(SealService).seal(TENANT_ID));
    const verifying = await timed(() => context.get(VerifyService).verify(actor, TENANT_ID));
    if (!verifying.result.ok) throw new Error('the seals do not hold');
    const perSecond = ({ took }: { readonly took: number }): number =>
      Math.round((sealing.result / took) * 1000);
    const ratio = rounded(median(ours) / median(limit), 2);
    return {
      subject: 'audit',
      size: { people: SHOWN, writes: WRITES, sealed: sealing.result },
      ours: {
        milliseconds: rounded(median(ours), 3),
        sealedPerSecond: perSecond(sealing),
        verifiedPerSecond: perSecond(verifying),
      },
      limit: { name: 'the same insert into a bare table', milliseconds: rounded(median(limit), 3) },
      ratio,
      goal: `ratio at most ${GOAL}`,
      met: ratio <= GOAL,
      noise: { ours: spread(ours), limit: spread(limit) },
    };
  } finally {
    await context.close();
    await stage.drop(database);
  }
};
