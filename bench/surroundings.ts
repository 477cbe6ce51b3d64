import { readEnvironment } from '../src/config/env.js';
import { Clock } from '../src/platform/clock.js';
import type { Log, Runtime } from '../src/platform/runtime.js';
import { TODAY } from './employer/days.js';
import type { Database } from './stage.js';

const nothing = (): void => undefined;
const complain = (fields: object, message: string): void =>
  void process.stderr.write(`${message}: ${JSON.stringify(fields)}\n`);

/** Standard output belongs to the report. */
export const quietLog: Log = { info: nothing, warn: complain, error: complain };

/** The product on a database of the stage. */
export const runtimeOn = ({ applicationUrl, ownerUrl }: Database, dataDir: string, port = 0): Runtime => ({
  environment: readEnvironment({ DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' }),
  databaseUrl: applicationUrl,
  ownerUrl,
  log: quietLog,
});

/** Noon of the day that the benchmarks play on. */
export class StageClock extends Clock {
  override now(): Date {
    return new Date(`${TODAY}T11:00:00Z`);
  }
}
