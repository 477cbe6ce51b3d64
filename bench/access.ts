import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { Doors, systemActor, type HatActor, type Role } from '../src/access/index.js';
import { refreshMonthFacts } from '../src/absence/index.js';
import { OverviewService } from '../src/absence/overview.service.js';
import { createContext } from '../src/application.js';
import { WorklistService } from '../src/cases/worklist/worklist.service.js';
import { PeopleService } from '../src/people/people.service.js';
import { JobRunner } from '../src/platform/jobs/job-runner.js';
import { addJob } from '../src/platform/jobs/outbox.js';
import { EMPLOYEES, EMPLOYERS, MANDATES, SPELLS, STOCK } from './access-stock.js';
import { median, rounded, spread, timed } from './measuring.js';
import type { Subject } from './report.js';
import { APPLICATION_ROLE } from '../src/platform/database/embedded/roles.js';
import { asSuperuser } from './stage.js';
import { runtimeOn, StageClock } from './surroundings.js';

const RUNS = 15;
const GOAL = 1.15;

type Context = Awaited<ReturnType<typeof createContext>>;
type Ask = () => Promise<unknown>;

interface Places {
  readonly tenantId: string;
  readonly unitId: string;
  readonly providerId: string;
}

const stock = async (client: pg.Client): Promise<Places> => {
  await client.query(STOCK);
  await client.query('vacuum analyze');
  const found = await client.query<Places>(
    `select u.tenant_id as "tenantId", u.id as "unitId", p.id as "providerId" from made_units u
     join made_tenants t on t.id = u.tenant_id and t.n = 1 cross join providers p where u.n = 0`,
  );
  const [places] = found.rows;
  if (!places) throw new Error('nothing was stocked');
  return places;
};

const hat = (role: Role, party: Partial<HatActor>): HatActor => ({
  kind: 'hat',
  userId: 'bench',
  hatId: randomUUID(),
  role,
  tenantId: null,
  providerId: null,
  partnershipId: null,
  personId: null,
  language: 'da',
  ...party,
});

const makeFacts = async (context: Context, tenantId: string): Promise<void> => {
  const actor = systemActor('prepare the overview');
  await context.get(Doors).within(actor, tenantId, (tx) => addJob(tx, refreshMonthFacts, { tenantId }));
  await context.get(JobRunner).drain();
};

const questions = (context: Context, { tenantId, unitId, providerId }: Places): Record<string, Ask> => {
  const hr = hat('hr-manager', { tenantId });
  const consultant = hat('retention-consultant', { providerId });
  const overviews = context.get(OverviewService, { strict: false });
  const people = context.get(PeopleService, { strict: false });
  const worklist = context.get(WorklistService, { strict: false });
  const search = { text: 'jder 12', page: 1, pageSize: 25 };
  return {
    // Of the top unit: the same figures as the employer's, which are kept and so cost one row.
    overview: () => overviews.unit(hr, unitId, 24),
    search: () => people.search(hr, search),
    mandatedSearch: () => people.search(consultant, search),
    mandatedWorklist: () =>
      worklist.list(consultant, { state: 'open', sort: 'dueOn', page: 1, pageSize: 25 }),
  };
};

/** What a question takes with and without row level security, turn by turn, and that it answers the same. */
const compare = async (ask: Ask, guard: (on: boolean) => Promise<unknown>) => {
  const took = { with: [] as number[], without: [] as number[] };
  for (let run = -1; run < RUNS; run += 1) {
    await guard(true);
    const guarded = await timed(ask);
    await guard(false);
    const open = await timed(ask);
    if (JSON.stringify(guarded.result) !== JSON.stringify(open.result)) throw new Error('the answers differ');
    if (run < 0) continue;
    took.with.push(guarded.took);
    took.without.push(open.took);
  }
  return took;
};

/** Screens over a hundred employers as the application's role, against the same role while it may bypass the policies. */
export const accessing: Subject = async (stage) => {
  const database = await stage.database();
  const context = await createContext(runtimeOn(database, stage.folder), new StageClock());
  try {
    return await asSuperuser(database, async (client) => {
      const places = await stock(client);
      await makeFacts(context, places.tenantId);
      // Whether a role bypasses is asked whenever a statement is planned, so the open connections follow at once.
      const guard = (on: boolean) =>
        client.query(`alter role ${APPLICATION_ROLE} ${on ? 'nobypassrls' : 'bypassrls'}`);
      const measured: [string, Awaited<ReturnType<typeof compare>>][] = [];
      try {
        for (const [name, ask] of Object.entries(questions(context, places))) {
          measured.push([name, await compare(ask, guard)]);
          stage.tell(`  ${name}`);
        }
      } finally {
        await guard(true);
      }
      const each = (figure: (took: { with: number[]; without: number[] }) => number) =>
        Object.fromEntries(measured.map(([name, took]) => [name, figure(took)]));
      const ratios = each((took) => rounded(median(took.with) / median(took.without), 2));
      const ratio = Math.max(...Object.values(ratios));
      return {
        subject: 'access',
        size: {
          employers: EMPLOYERS,
          employees: EMPLOYERS * EMPLOYEES,
          spells: EMPLOYERS * EMPLOYEES * SPELLS,
          mandates: MANDATES,
          runs: RUNS,
        },
        ours: { milliseconds: each((took) => rounded(median(took.with), 2)), ratios },
        limit: {
          name: 'the same without row level security',
          milliseconds: each((took) => rounded(median(took.without), 2)),
        },
        ratio,
        goal: `each ratio at most ${GOAL}`,
        met: ratio <= GOAL,
        noise: each((took) => spread(took.with)),
      };
    });
  } finally {
    await context.close();
    await stage.drop(database);
  }
};
