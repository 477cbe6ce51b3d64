import type { OnApplicationShutdown } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';

/** Given back after a while without work. */
const IDLE_MS = 30_000;

/** A module's exported functions: plain data in, plain data out. */
type Functions<Module> = Readonly<Record<keyof Module, (input: never) => unknown>>;

/**
 * Runs the exported functions of a module in threads of their own, so that what takes seconds holds up no request and no
 * other job. A thread begins when it is first needed.
 */
export abstract class Threads<Module extends Functions<Module>> implements OnApplicationShutdown {
  /** As it was built: threads read no TypeScript. */
  protected abstract readonly module: URL;
  private pool: Tinypool | null = null;

  /** @param signal ends the work, and its thread with it */
  async run<Name extends keyof Module & string>(
    name: Name,
    input: Parameters<Module[Name]>[0],
    signal?: AbortSignal,
  ): Promise<Awaited<ReturnType<Module[Name]>>> {
    this.pool ??= new Tinypool({
      filename: fileURLToPath(this.module),
      minThreads: 0,
      maxThreads: Math.max(1, availableParallelism() - 1),
      idleTimeout: IDLE_MS,
    });
    // What comes back is what the function of that name returned.
    const answer: unknown = await this.pool.run(input, { name, ...(signal && { signal }) });
    return answer as Awaited<ReturnType<Module[Name]>>;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }
}
