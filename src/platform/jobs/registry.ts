import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { JobHandler } from './job.js';

/** Marks a provider that works one job; the registry finds it by this. */
export const HandlesJob = DiscoveryService.createDecorator();

/** Which handler works which job. Boot fails when a job has two. */
@Injectable()
export class JobRegistry implements OnApplicationBootstrap {
  private readonly handlers = new Map<string, JobHandler<object>>();

  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    for (const wrapper of this.discovery.getProviders({ metadataKey: HandlesJob.KEY })) {
      const handler = wrapper.instance as JobHandler<object>;
      if (this.handlers.has(handler.job.name)) throw new Error(`job ${handler.job.name} has two handlers`);
      this.handlers.set(handler.job.name, handler);
    }
  }

  all(): JobHandler<object>[] {
    return [...this.handlers.values()];
  }

  /** @throws Error for a job that nobody handles. */
  get(name: string): JobHandler<object> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`job ${name} has no handler`);
    return handler;
  }
}
