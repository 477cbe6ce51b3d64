import { randomInt } from 'node:crypto';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Doors, systemActor } from '../../access/index.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import type { Answers } from '../instruments/domain/instrument.js';
import { batchSize } from './domain/answer-batch.js';
import { Handover } from './handover.js';
import { isClosed, keepBatch, listKept } from './spending.queries.js';

export interface GroupKey {
  readonly tenantId: string;
  readonly roundId: string;
  readonly groupId: string;
}

/** An answer with the hash of the token that was spent on it; kept apart from each other once they are written. */
export interface WaitingAnswer {
  readonly tokenHash: string;
  readonly answers: Answers;
}

interface Pool extends GroupKey {
  readonly minimum: number;
  readonly waiting: Map<string, WaitingAnswer>;
  writing: Promise<void>;
  /** Set while enough wait and others are given the time to join them. */
  gathering: NodeJS.Timeout | undefined;
}

const ACTOR = systemActor('keep answers to a survey');
/** How soon a process notices that a round has closed, or that the database is back. */
const SETTLE_MS = 5_000;
/** Answers that come so close upon each other are written together: the fewer the batches, the less they tell. */
const GATHER_MS = 1_000;

/** By lot (Fisher and Yates), by the randomness that keys are made of. */
export const shuffled = <T>(items: readonly T[]): T[] => {
  const drawn = [...items];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [drawn[last], drawn[other]] = [drawn[other] as T, drawn[last] as T];
  }
  return drawn;
};

/**
 * Where answers wait until enough others of their group have come (definitions 8.3): in this process's memory and
 * nowhere else. A process that is told to end hands them to the next one, sealed; after one that is killed the browsers
 * send again.
 */
@Injectable()
export class AnswerPool implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly pools = new Map<string, Pool>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly doors: Doors,
    private readonly handover: Handover,
    private readonly host: HttpAdapterHost,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  onApplicationBootstrap(): void {
    // Answers come to the processes that serve HTTP, and wait there.
    if (!this.host.httpAdapter) return;
    this.timer = setInterval(() => void this.settle(), SETTLE_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.settle();
    await this.handover.leave(
      [...this.pools.values()].map(({ tenantId, roundId, groupId, minimum, waiting }) => ({
        ...{ tenantId, roundId, groupId, minimum },
        waiting: [...waiting.values()],
      })),
    );
    for (const { gathering } of this.pools.values()) clearTimeout(gathering);
    this.pools.clear();
  }

  /** Takes an answer, which waits until its batch is written; the first one stands for its token. */
  add(group: GroupKey & { readonly minimum: number }, answer: WaitingAnswer): void {
    const pool = this.poolOf(group);
    if (!pool.waiting.has(answer.tokenHash)) pool.waiting.set(answer.tokenHash, answer);
    if (pool.gathering || batchSize(pool.waiting.size, pool.minimum, false) === 0) return;
    pool.gathering = setTimeout(() => {
      pool.gathering = undefined;
      void this.write(pool, false);
    }, GATHER_MS).unref();
  }

  /** Whether an answer waits in this process. */
  has({ groupId }: Pick<GroupKey, 'groupId'>, tokenHash: string): boolean {
    return this.pools.get(groupId)?.waiting.has(tokenHash) ?? false;
  }

  /** Takes over what an ended process left, and writes what waits for rounds that have closed. */
  async settle(): Promise<void> {
    try {
      for (const { waiting, ...group } of await this.handover.take()) {
        for (const answer of waiting) this.add(group, answer);
      }
      for (const pool of this.pools.values()) {
        const closed = await this.doors.within(ACTOR, pool.tenantId, (tx) => isClosed(tx, pool));
        await this.write(pool, closed);
        if (closed && pool.waiting.size === 0) this.pools.delete(pool.groupId);
      }
    } catch (error) {
      this.complain(error);
    }
  }

  private poolOf({ tenantId, roundId, groupId, minimum }: GroupKey & { readonly minimum: number }): Pool {
    const known = this.pools.get(groupId);
    if (known) return known;
    const pool = {
      ...{ tenantId, roundId, groupId, minimum },
      waiting: new Map(),
      writing: Promise.resolve(),
      gathering: undefined,
    };
    this.pools.set(groupId, pool);
    return pool;
  }

  /** One batch at a time of a group. */
  private write(pool: Pool, closing: boolean): Promise<void> {
    pool.writing = pool.writing
      .then(() => this.writeBatch(pool, closing))
      .catch((error) => this.complain(error));
    return pool.writing;
  }

  private async writeBatch(pool: Pool, closing: boolean): Promise<void> {
    if (batchSize(pool.waiting.size, pool.minimum, closing) === 0) return;
    const written = await this.doors.within(ACTOR, pool.tenantId, async (tx) => {
      // Sent again after it was written: it makes no batch larger.
      const kept = await listKept(tx, pool, [...pool.waiting.keys()]);
      const waiting = [...pool.waiting.values()].filter(({ tokenHash }) => !kept.includes(tokenHash));
      const batch = shuffled(waiting).slice(0, batchSize(waiting.length, pool.minimum, closing));
      if (batch.length > 0) await keepBatch(tx, pool, batch);
      return [...kept, ...batch.map(({ tokenHash }) => tokenHash)];
    });
    for (const hash of written) pool.waiting.delete(hash);
  }

  /** Says that writing failed and nothing of what. */
  private complain(error: unknown): void {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    this.runtime.log.warn({ code }, 'answers to a survey could not be written; trying again');
  }
}
