import { createContext } from './application.js';
import { startEngines } from './engines.js';
import { JobsService } from './platform/jobs/jobs.service.js';
import { stopOnSignal } from './serve.js';

// The queues and schedules alone; `main.js` migrates and serves HTTP.
const engines = await startEngines();
const context = await createContext(engines.runtime);
context.get(JobsService).start();
engines.runtime.log.info({}, 'working');
stopOnSignal(async () => {
  await context.close();
  await engines.stop();
});
