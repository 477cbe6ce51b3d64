import type { Environment } from '../config/env.js';

/** The surroundings of one process once its engines run: settings and the addresses in use. */
export interface Runtime {
  readonly environment: Environment;
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly log: Log;
}

/** Ids and counts only: never a name, a CPR number or free text. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Injection token of the `Runtime`. */
export const RUNTIME = Symbol('runtime');
