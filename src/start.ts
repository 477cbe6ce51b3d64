import { prepareDatabase } from './application.js';
import { startEngines } from './engines.js';
import { readEnvironment } from './config/env.js';
import { serve, stopOnSignal } from './serve.js';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

// Everything in one process: the embedded database where no other is given, HTTP, queues and schedules.
const environment = readEnvironment();
tell(`Nærvær: starting on the data in ${environment.dataDir}`);
const engines = await startEngines(environment, tell);
const applied = await prepareDatabase(engines.runtime);
if (applied.length > 0) tell(`Nærvær: the database is up to date (${applied.length} changes)`);
const app = await serve(engines.runtime, { working: true });
tell(`Nærvær: ready at ${environment.publicUrl}  (Ctrl-C stops it)`);
stopOnSignal(async () => {
  await app.close();
  await engines.stop();
});
