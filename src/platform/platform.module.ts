import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock.js';
import { HealthController } from './health/health.controller.js';
import { SecurityContactController } from './http/security-contact.controller.js';
import { Metrics } from './health/metrics.js';
import { JobsModule } from './jobs/jobs.module.js';
import { RUNTIME, type Runtime } from './runtime.js';
import { StorageModule } from './storage/storage.module.js';

/** The machinery that every domain stands on. */
@Global()
@Module({})
export class PlatformModule {
  static on(runtime: Runtime, clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      imports: [JobsModule, StorageModule],
      controllers: [HealthController, SecurityContactController],
      providers: [{ provide: RUNTIME, useValue: runtime }, { provide: Clock, useValue: clock }, Metrics],
      exports: [RUNTIME, Clock],
    };
  }
}
