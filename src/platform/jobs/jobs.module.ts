import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ClearOutbox } from './clear-outbox.js';
import { JobRunner } from './job-runner.js';
import { JobsService } from './jobs.service.js';
import { JobRegistry } from './registry.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [JobRegistry, JobRunner, JobsService, ClearOutbox],
  exports: [JobRegistry, JobRunner, JobsService],
})
export class JobsModule {}
