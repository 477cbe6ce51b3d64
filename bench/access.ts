import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { Doors, systemActor, type HatActor, type Role } from '../src/access/index.js';
import { refreshMonthFacts } from '../src/absence/index.js';
import { OverviewService } from '../src/absence/overview.service.js';
import { createContext } from '../src/application.js';
import { WorklistService } from '../src/cases/worklist/worklist.service.js';
import { PeopleService } from '../src/people/people.service.js';
import { APPLICATION_ROLE } from '../src/platform/database/embedded/roles.js';
import { JobRunner } from '../src/platform/jobs/job-runner.js';
import { addJob } from '../src/platform/jobs/outbox.js';
import { EMPLOYEES, EMPLOYERS, MANDATES, SPELLS, STOCK } from './access-stock.js';
import { TENANT_ID } from './employer/roster.js';
import { median, rounded, spread, timed } from './measuring.js';
import type { Subject } from './report.js';
import { asSuperuser } from './stage.js';
import { runtimeOn, StageClock } from './surroundings.js';

const ROUNDS = 12;
/** Quick questions are asked more often: at least thrice a round, and for so many milliseconds. */
const ASKED_A_ROUND = 3;
const ROUND = 100;
const GOAL = 1.15;

type Context = Awaited<ReturnType<typeof createContext>>;
type Ask = () => Promise<unknown>;
type Guard = (on: boolean) => Promise<unknown>;

interface Places {
  readonly tenantId: string;
  readonly unitId: string;
  readonly providerId: string;
}

interface Took {
  readonly guarded: number[];
  readonly open: number[];
}

const stock = async (client: pg.Client): Promise<Places> => {
  await client.query(STOCK);
  await client.query('vacuum analyze');
  const found = await client.query<Places>(
    `select made_units.tenant_id as "tenantId", made_units.id as "unitId", providers.id as "providerId"
     from made_units join made_tenants on made_tenants.id = made_units.tenant_id and place = 1 cross join providers
     where number = 0`,
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

/**
 * Whether a role bypasses is asked whenever a statement is planned. Plans that are kept by name do not notice a change
 * of the role; a change of their tables, even to what they are, makes them anew.
 */
const turned = (on: boolean): string => `
  alter role ${APPLICATION_ROLE} ${on ? 'nobypassrls' : 'bypassrls'};
  alter table overviews force row level security;
  alter table unit_versions force row level security;
  alter table audit_entries force row level security`;

const makeFacts = async (context: Context, tenantId: string): Promise<void> => {
  const actor = systemActor('operator command');
  await context.get(Doors).within(actor, tenantId, (tx) => addJob(tx, refreshMonthFacts, { tenantId }));
  await context.get(JobRunner).drain();
};

const questions = (context: Context, { tenantId, unitId, providerId }: Places): Record<string, Ask> => {
  const hr = hat('hr-manager', { tenantId });
  const hrOfMany = hat('hr-manager', { tenantId: TENANT_ID });
  const consultant = hat('retention-consultant', { providerId });
  const overviews = context.get(OverviewService, { strict: false });
  const people = context.get(PeopleService, { strict: false });
  const worklist = context.get(WorklistService, { strict: false });
  const search = { text: 'jder 12', page: 1, left: false, pageSize: 25 };
  return {
    overview: () => overviews.employer(hr, 24),
    // The same figures as the employer's, which are kept and so cost one row, but computed at every asking.
    unitOverview: () => overviews.unit(hr, unitId, 24),
    search: () => people.search(hr, search),
    searchAmongMany: () => people.search(hrOfMany, search),
    mandatedSearch: () => people.search(consultant, search),
    mandatedWorklist: () =>
      worklist.list(consultant, { state: 'open', sort: 'dueOn', page: 1, pageSize: 25 }),
  };
};

/** Asks a few times, the first one unmeasured: it plans anew, whichever way the guard was turned. */
const askSeveral = async (ask: Ask, took: number[]): Promise<string> => {
  let answer = await ask();
  const began = performance.now();
  for (let asked = 0; asked < ASKED_A_ROUND || performance.now() - began < ROUND; asked += 1) {
    const again = await timed(ask);
    took.push(again.took);
    answer = again.result;
  }
  return JSON.stringify(answer);
};

/** What a question takes with and without row level security, turn by turn, and that it answers the same. */
const compare = async (ask: Ask, guard: Guard): Promise<Took> => {
  const took: Took = { guarded: [], open: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await guard(true);
    const guarded = await askSeveral(ask, took.guarded);
    await guard(false);
    const open = await askSeveral(ask, took.open);
    if (guarded !== open) throw new Error('the answers differ');
  }
  return took;
};

const measure = async (
  asks: Record<string, Ask>,
  guard: Guard,
  tell: (line: string) => void,
): Promise<[string, Took][]> => {
  const measured: [string, Took][] = [];
  try {
    for (const [name, ask] of Object.entries(asks)) {
      const took = await compare(ask, guard);
      measured.push([name, took]);
      tell(`  ${name}: ${rounded(median(took.guarded), 2)} ms against ${rounded(median(took.open), 2)} ms`);
    }
  } finally {
    await guard(true);
  }
  return measured;
};

const reportOf = (measured: readonly [string, Took][], employeesOfOne: number) => {
  const each = (figure: (took: Took) => number) =>
    Object.fromEntries(measured.map(([name, took]) => [name, figure(took)]));
  const ratios = each(({ guarded, open }) => rounded(median(guarded) / median(open), 2));
  const ratio = Math.max(...Object.values(ratios));
  return {
    subject: 'access',
    size: {
      employers: EMPLOYERS + 1,
      employees: EMPLOYERS * EMPLOYEES + employeesOfOne,
      spells: EMPLOYERS * EMPLOYEES * SPELLS,
      mandates: MANDATES,
      rounds: ROUNDS,
    },
    ours: { milliseconds: each(({ guarded }) => rounded(median(guarded), 2)), ratios },
    limit: {
      name: 'the same without row level security',
      milliseconds: each(({ open }) => rounded(median(open), 2)),
    },
    ratio,
    goal: `each ratio at most ${GOAL}`,
    met: ratio <= GOAL,
    noise: each(({ guarded }) => spread(guarded)),
  };
};

/** Screens over a hundred employers as the application's role, against the same role while it may bypass the policies. */
export const accessing: Subject = async (stage) => {
  const database = await stage.database();
  const context = await createContext(runtimeOn(database, stage.folder), new StageClock());
  try {
    return await asSuperuser(database, async (client) => {
      const places = await stock(client);
      await makeFacts(context, places.tenantId);
      const guard = (on: boolean) => client.query(turned(on));
      return reportOf(await measure(questions(context, places), guard, stage.tell), stage.employees);
    });
  } finally {
    await context.close();
    await stage.drop(database);
  }
};
