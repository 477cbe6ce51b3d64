import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpApplication, prepareDatabase } from './application.js';
import { readEnvironment } from './config/env.js';
import { startEngines } from './engines.js';
import { describeApi } from './platform/http/openapi.js';

// Writes the interface's description to the file that the web client is generated from.
const dataDir = await mkdtemp(join(tmpdir(), 'naervaer-openapi-'));
const engines = await startEngines(readEnvironment({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' }));
await prepareDatabase(engines.runtime);
const app = await createHttpApplication(engines.runtime);
await app.init();
await writeFile('openapi.json', `${JSON.stringify(await describeApi(app), null, 2)}\n`);
await app.close();
await engines.stop();
await rm(dataDir, { recursive: true, force: true });
