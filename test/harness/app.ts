import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { Doors, type HatActor } from '../../src/access/index.js';
import { AppModule } from '../../src/app.module.js';
import { dress, httpAdapter } from '../../src/application.js';
import { tokenHash } from '../../src/access/identification.js';
import { Clock } from '../../src/platform/clock.js';
import { rows } from '../../src/platform/database/rows.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { dayOf, localDate, type LocalDate } from '../../src/shared/local-date.js';
import { factories, type Factories } from '../factories/factories.js';
import { testRuntime, type TestRuntime } from './runtime.js';

/** A clock that tests set; it starts at noon (Danish time) of a Wednesday with nothing special about it. */
export class TestClock extends Clock {
  private instant = new Date('2026-03-11T11:00:00Z');

  override now(): Date {
    return this.instant;
  }
  override today(): LocalDate {
    return dayOf(this.instant);
  }
  /** Noon of a day. */
  set(day: string): void {
    this.instant = new Date(`${localDate(day)}T11:00:00Z`);
  }
}

type Agent = ReturnType<typeof supertest.agent>;

export interface TestApp {
  readonly nest: NestFastifyApplication;
  readonly runtime: TestRuntime;
  readonly clock: TestClock;
  readonly doors: Doors;
  readonly make: Factories;
  /** Requests without a session. */
  readonly anonymous: Agent;
  /** Requests wearing a hat. */
  as(hat: HatActor): Promise<Agent>;
  /** Works every job that is due, and those that they add, here and now. @throws Error when one fails. */
  drainJobs(): Promise<void>;
  close(): Promise<void>;
}

/** The whole application on a database of its own, its jobs worked on demand. */
export const startTestApp = async (settings: Readonly<Record<string, string>> = {}): Promise<TestApp> => {
  const runtime = await testRuntime(settings);
  const clock = new TestClock();
  const testing = await Test.createTestingModule({ imports: [AppModule.on(runtime)] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const nest = testing.createNestApplication<NestFastifyApplication>(httpAdapter(runtime), {
    logger: ['error'],
  });
  await dress(nest, runtime);
  await nest.init();
  await nest.getHttpAdapter().getInstance().ready();
  const doors = nest.get(Doors);
  return {
    nest,
    runtime,
    clock,
    doors,
    make: factories(nest),
    anonymous: supertest.agent(nest.getHttpServer()),
    as: async (hat) =>
      supertest.agent(nest.getHttpServer()).set('authorization', `Bearer ${await tokenFor(doors, hat)}`),
    drainJobs: () => drain(nest),
    close: async () => {
      await nest.close();
      await runtime.remove();
    },
  };
};

/** What a machine wearing a hat sends. */
export const tokenFor = async (doors: Doors, hat: HatActor): Promise<string> => {
  const token = `nv_test_${randomUUID()}`;
  await doors.system('make a test token', (tx) =>
    rows(
      tx,
      `insert into api_tokens (hat_id, name, token_hash, expires_at) values ($1, 'test', $2, now() + interval '1 day')`,
      [hat.hatId, tokenHash(token)],
    ),
  );
  return token;
};

const drain = async (nest: NestFastifyApplication): Promise<void> => {
  await nest.get(JobRunner).drain();
  const failures = await nest
    .get(Doors)
    .system('see what failed', (tx) =>
      rows<{ job: string; failure: string }>(
        tx,
        'select job, failure from outbox where done_at is null and failure is not null',
      ),
    );
  if (failures.length > 0)
    throw new Error(failures.map(({ job, failure }) => `${job}: ${failure}`).join('; '));
};
