import { QUEUES } from '../../src/platform/jobs/job.js';
import { Cipher } from '../../src/platform/storage/cipher.js';
import { addDays, dayOf } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { startMailServer, type MailServer } from '../harness/mail-server.js';
import { runBuilt, type Running } from '../harness/process.js';
import { hasRedis, startRedis, type TestRedis } from '../harness/redis.js';
import { asSuperuser } from '../harness/runtime.js';
import { staff } from '../surveys/closed-round.js';

jest.setTimeout(120_000);

const PEOPLE = 60;
const SENT_FIRST = 20;
// The worker is a process of its own with the real clock.
const TODAY = dayOf(new Date());

describe('invitations whose worker is killed', () => {
  let app: TestApp;
  let mail: MailServer;
  let redis: TestRedis | null = null;
  beforeAll(async () => {
    redis = hasRedis ? await startRedis() : null;
    mail = await startMailServer();
    app = await startTestApp();
    app.clock.set(TODAY);
  });
  afterAll(async () => {
    await app.close();
    await mail.close();
    await redis?.stop();
  });

  const work = (): Running => {
    const { runtime } = app;
    return runBuilt('worker.js', {
      DATABASE_URL: runtime.databaseUrl,
      DATABASE_OWNER_URL: runtime.ownerUrl,
      DATA_DIR: runtime.environment.dataDir,
      SMTP_URL: mail.url,
      ...(redis ? { REDIS_URL: redis.url } : {}),
    });
  };
  const ask = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> =>
    asSuperuser(
      async (client) => (await client.query(sql, [...parameters])).rows as T[],
      app.runtime.database,
    );
  const until = async (condition: () => Promise<boolean> | boolean): Promise<void> => {
    for (let tries = 0; !(await condition()); tries += 1) {
      if (tries > 600) throw new Error('it did not come about');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  /** What was queued and under way is gone, and its lease runs out at once instead of in a minute. */
  const kill = async (worker: Running): Promise<void> => {
    await worker.end('SIGKILL');
    await redis?.empty();
    await ask('update outbox set due_at = least(due_at, now()) where done_at is null');
  };
  const allDone = async (): Promise<boolean> =>
    (
      await ask('select 1 from outbox where done_at is null and failed_at is null and job not like $1', [
        '%tend',
      ])
    ).length === 0;

  const makeRound = async (): Promise<void> => {
    const { tenantId } = await app.make.employer();
    const unitId = await app.make.unit(tenantId);
    await staff(app.doors, tenantId, { unitId, count: PEOPLE });
    const seal = await app.nest.get(Cipher).sealer(tenantId);
    const people = await ask<{ id: string }>('select id from people where tenant_id = $1', [tenantId]);
    await ask(
      `insert into person_details (tenant_id, person_id, email_cipher) select $1, * from unnest($2::uuid[], $3::bytea[])`,
      [
        tenantId,
        people.map(({ id }) => id),
        people.map((_, index) => seal(Buffer.from(`person-${index}@example.test`))),
      ],
    );
    const agent = await app.as(await app.make.hat('hr-manager', { tenantId }));
    await agent
      .post('/api/survey-rounds')
      .send({
        kind: 'once',
        instrumentId: 'naervaer.pulse',
        title: { da: 'Trivsel', en: 'Well-being' },
        opensOn: TODAY,
        closesOn: addDays(TODAY, 14),
        unitIds: [],
        jobGroups: [],
        channels: ['mail'],
        minimum: 5,
      })
      .expect(201);
  };

  it('are queued once each, and sent once each but for those that were on their way', async () => {
    await makeRound();

    // Killed while it queues: it waits for the table that it has to write to.
    const first = work();
    await asSuperuser(async (client) => {
      await client.query('begin');
      await client.query('lock table survey_invitations in share row exclusive mode');
      await until(async () => (await ask('select 1 from pg_locks where not granted')).length > 0);
      await kill(first);
      await client.query('rollback');
    }, app.runtime.database);
    expect(await ask('select 1 from survey_invitations')).toEqual([]);

    // Killed while it sends: the mail server has taken some more and not said so.
    mail.silentAfter(SENT_FIRST);
    const second = work();
    await until(() => mail.mails.length === SENT_FIRST + QUEUES.work.concurrency);
    await kill(second);
    mail.silentAfter(null);
    const queued = await ask<{ times: number }>(
      `select count(*)::int as times from outbox where job = 'surveys.invite' group by payload ->> 'invitationId'`,
    );
    expect(queued.map(({ times }) => times)).toEqual(Array.from({ length: PEOPLE }, () => 1));

    const third = work();
    await until(allDone);
    await third.end('SIGKILL');
    const sent = mail.mails.map(({ messageId }) => messageId);
    const addressed = new Set(mail.mails.flatMap(({ to }) => to));
    expect(addressed.size).toBe(PEOPLE);
    // Sent again under the same id, so that whoever receives them may see the two as one.
    expect(new Set(sent).size).toBe(PEOPLE);
    expect(sent.length - PEOPLE).toBeLessThanOrEqual(QUEUES.work.concurrency);
    expect(await ask('select 1 from outbox where failed_at is not null')).toEqual([]);
  });

  (hasRedis ? it : it.skip)('works on Redis too, emptied at each kill', () => {
    expect(redis).not.toBeNull();
  });
});
