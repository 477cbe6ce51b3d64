import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApplication } from './application.js';
import { warningsOf } from './platform/http/public-address.js';
import { serveOpenApi } from './platform/http/openapi.js';
import { serveWebApp } from './platform/http/web-app.js';
import { JobsService } from './platform/jobs/jobs.service.js';
import type { Runtime } from './platform/runtime.js';

const WEB = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Serves the product; with `working` the same process also works the queues. */
export const serve = async (
  runtime: Runtime,
  { working }: { readonly working: boolean },
): Promise<NestFastifyApplication> => {
  const app = await createHttpApplication(runtime);
  await serveOpenApi(app);
  if (existsSync(WEB)) await serveWebApp(app.getHttpAdapter().getInstance(), WEB);
  const { port, host, publicUrl } = runtime.environment;
  for (const warning of warningsOf(publicUrl)) runtime.log.warn({ publicUrl }, warning);
  await app.listen(port, host);
  if (working) app.get(JobsService).start();
  return app;
};

/** Ends the process in order at Ctrl-C or the supervisor's word; a second one ends it at once. */
export const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false;
  const end = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`stopping failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
};
