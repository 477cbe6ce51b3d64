import { prepareDatabase } from './application.js';
import { startEngines } from './engines.js';
import { serve, stopOnSignal } from './serve.js';

// The HTTP process alone; `worker.js` works the queues.
const engines = await startEngines();
await prepareDatabase(engines.runtime);
const app = await serve(engines.runtime, { working: false });
stopOnSignal(async () => {
  await app.close();
  await engines.stop();
});
