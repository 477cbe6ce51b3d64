import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import { Test } from '@nestjs/testing';
import { systemActor, Doors } from '../../src/access/index.js';
import { AppModule } from '../../src/app.module.js';
import { change, row, rows } from '../../src/platform/database/rows.js';
import { defineJob, type JobHandler, type JobRun } from '../../src/platform/jobs/job.js';
import { ClearOutbox } from '../../src/platform/jobs/clear-outbox.js';
import { JobsService } from '../../src/platform/jobs/jobs.service.js';
import { addJob, addJobs } from '../../src/platform/jobs/outbox.js';
import { HandlesJob } from '../../src/platform/jobs/registry.js';
import { hasRedis, startRedis, type TestRedis } from '../harness/redis.js';
import { testRuntime, type TestRuntime } from '../harness/runtime.js';

class CountPayload {
  @IsUUID()
  tenantId: string;
}
const count = defineJob({ name: 'test.count', payload: CountPayload, attempts: 3 });

/** Adds one unit to a tenant each time it takes effect; fails the first time for every tenant told. */
@HandlesJob()
class CountHandler implements JobHandler<CountPayload> {
  readonly job = count;
  readonly failing = new Set<string>();
  constructor(private readonly doors: Doors) {}

  async work({ tenantId }: CountPayload, run: JobRun): Promise<void> {
    await this.doors.within(systemActor('operator command'), tenantId, async (tx) => {
      await change(tx, 'insert into units (tenant_id) values ($1)', [tenantId]);
      if (this.failing.delete(tenantId)) throw new Error('not this time');
      await run.complete(tx);
    });
  }
}

@Module({ providers: [CountHandler] })
class CountModule {}

const until = async (condition: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 25_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const backends = [
  { name: 'PostgreSQL', test: describe, redis: false },
  { name: 'Redis', test: hasRedis ? describe : describe.skip, redis: true },
];

for (const { name, test, redis } of backends) {
  test(`jobs on ${name}`, () => {
    let server: TestRedis | null = null;
    let runtime: TestRuntime;
    let app: Awaited<ReturnType<typeof open>>;

    const open = async () => {
      const testing = await Test.createTestingModule({
        imports: [AppModule.on(runtime), CountModule],
      }).compile();
      testing.enableShutdownHooks();
      await testing.init();
      testing.get(JobsService).start();
      return testing;
    };
    beforeAll(async () => {
      server = redis ? await startRedis() : null;
      runtime = await testRuntime(server ? { REDIS_URL: server.url } : {});
      app = await open();
    }, 60_000);
    afterAll(async () => {
      await app.close();
      await runtime.remove();
      await server?.stop();
    });

    const employer = async (): Promise<string> => {
      const slug = `e-${Math.random().toString(36).slice(2)}`;
      const doors = app.get(Doors);
      const made = await doors.system('test', (tx) =>
        row<{ id: string }>(
          tx,
          `insert into tenants (kind, slug, name) values ('employer', $1, $1) returning id`,
          [slug],
        ),
      );
      const tenantId = made?.id ?? '';
      await doors.within(systemActor('operator command'), tenantId, (tx) =>
        change(tx, `insert into employers (tenant_id, name, sector) values ($1, $2, 'private')`, [
          tenantId,
          slug,
        ]),
      );
      return tenantId;
    };
    const counted = (tenantId: string): Promise<number> =>
      app
        .get(Doors)
        .within(
          systemActor('operator command'),
          tenantId,
          async (tx) => (await rows(tx, 'select id from units')).length,
        );
    const add = (tenantId: string): Promise<string> =>
      app
        .get(Doors)
        .within(systemActor('operator command'), tenantId, (tx) => addJob(tx, count, { tenantId }));
    const isDone = (id: string) => async (): Promise<boolean> =>
      (
        await app
          .get(Doors)
          .system('test', (tx) =>
            row<{ done: boolean }>(tx, 'select done_at is not null as done from outbox where id = $1', [id]),
          )
      )?.done ?? false;
    const makeDue = (): Promise<number> =>
      app
        .get(Doors)
        .system('test', (tx) => change(tx, 'update outbox set due_at = now() where done_at is null'));

    it('takes effect once, after the commit that added it', async () => {
      const tenantId = await employer();
      await until(isDone(await add(tenantId)));
      expect(await counted(tenantId)).toBe(1);
    });

    it('adds nothing for a transaction that rolls back', async () => {
      const tenantId = await employer();
      const attempt = app.get(Doors).within(systemActor('operator command'), tenantId, async (tx) => {
        await addJob(tx, count, { tenantId });
        throw new Error('changed my mind');
      });
      await expect(attempt).rejects.toThrow('changed my mind');
      const left = await app
        .get(Doors)
        .system('test', (tx) => rows(tx, 'select id from outbox where tenant_id = $1', [tenantId]));
      expect(left).toEqual([]);
    });

    it('adds many at once, one that merges not beside an equal one that waits', async () => {
      const tenants = [randomUUID(), randomUUID(), randomUUID()];
      const [first = '', second = ''] = tenants;
      const merging = { ...count, merges: true };
      const attempt = app.get(Doors).system('test', async (tx) => {
        const waiting = async (): Promise<number[]> =>
          (
            await rows<{ jobs: number }>(
              tx,
              `select count(o.id) as jobs from unnest($1::uuid[]) with ordinality t (id, place)
               left join outbox o on o.tenant_id = t.id and o.payload = jsonb_build_object('tenantId', t.id)
               group by t.id, place order by place`,
              [tenants],
            )
          ).map(({ jobs }) => jobs);
        await addJobs(tx, count, []);
        expect(await waiting()).toEqual([0, 0, 0]);
        await addJobs(
          tx,
          count,
          [first, first, second].map((tenantId) => ({ tenantId })),
        );
        expect(await waiting()).toEqual([2, 1, 0]);
        await addJobs(
          tx,
          merging,
          [...tenants, ...tenants].map((tenantId) => ({ tenantId })),
        );
        expect(await waiting()).toEqual([2, 1, 1]);
        await expect(addJobs(tx, count, [{ tenantId: 'nobody' }])).rejects.toThrow('unusable tenantId');
        throw new Error('changed my mind');
      });
      await expect(attempt).rejects.toThrow('changed my mind');
    });

    it('leaves nothing of a failed try and succeeds at a later one', async () => {
      const tenantId = await employer();
      app.get(CountHandler).failing.add(tenantId);
      const id = await add(tenantId);
      await until(async () => !app.get(CountHandler).failing.has(tenantId));
      await until(async () => {
        await makeDue();
        return isDone(id)();
      });
      expect(await counted(tenantId)).toBe(1);
    });

    it('takes effect once however often it is put in the queue', async () => {
      const tenantId = await employer();
      const id = await add(tenantId);
      for (let times = 0; times < 5; times += 1) {
        await makeDue();
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await until(isDone(id));
      expect(await counted(tenantId)).toBe(1);
    });

    it('clears what was done from the outbox after two days, and keeps what failed for thirty', async () => {
      const doors = app.get(Doors);
      const kept = await doors.system('test', (tx) =>
        rows<{ job: string }>(
          tx,
          `insert into outbox (job, payload, done_at, failed_at) values
             ('old', '{}', now() - interval '3 days', null), ('new', '{}', now(), null),
             ('failed', '{}', null, now() - interval '29 days'), ('given-up', '{}', null, now() - interval '31 days')
           returning job`,
        ),
      );
      expect(kept).toHaveLength(4);
      const clearing = app.get(ClearOutbox);
      const id = await doors.system('test', (tx) => addJob(tx, clearing.job, {}));
      await until(isDone(id));
      const left = await doors.system('test', (tx) =>
        rows<{ job: string }>(
          tx,
          `select job from outbox where job in ('old', 'new', 'failed', 'given-up') order by job`,
        ),
      );
      expect(left.map(({ job }) => job)).toEqual(['failed', 'new']);
    });

    if (redis) {
      it('loses nothing when Redis is emptied in the middle', async () => {
        const tenants = await Promise.all(Array.from({ length: 20 }, employer));
        const ids = await Promise.all(tenants.map(add));
        await server?.empty();
        await until(async () => {
          await makeDue();
          return (await Promise.all(ids.map((id) => isDone(id)()))).every(Boolean);
        });
        expect(await Promise.all(tenants.map(counted))).toEqual(tenants.map(() => 1));
      });
    }
  });
}
