import { mkdirSync } from 'node:fs';
import { readEnvironment, type Environment } from './config/env.js';
import { startEmbeddedPostgres } from './platform/database/embedded/embedded-postgres.js';
import { openLog } from './platform/logging/log.js';
import type { Runtime } from './platform/runtime.js';

export interface Engines {
  readonly runtime: Runtime;
  stop(): Promise<void>;
}

/** The database to work on: the one of the settings, else the embedded one, started or joined. */
export const startEngines = async (
  environment: Environment = readEnvironment(),
  tell: (line: string) => void = () => undefined,
): Promise<Engines> => {
  mkdirSync(environment.dataDir, { recursive: true, mode: 0o700 });
  const log = openLog(environment.logLevel);
  const { databaseUrl, databaseOwnerUrl } = environment;
  if (databaseUrl && databaseOwnerUrl) {
    return {
      runtime: { environment, databaseUrl, ownerUrl: databaseOwnerUrl, log },
      stop: async () => undefined,
    };
  }
  const server = await startEmbeddedPostgres({ dataDir: environment.dataDir, log: tell });
  return {
    runtime: { environment, databaseUrl: server.applicationUrl, ownerUrl: server.ownerUrl, log },
    stop: () => server.stop(),
  };
};
