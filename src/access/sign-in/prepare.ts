import { getMigrations } from 'better-auth/db/migration';
import type { Runtime } from '../../platform/runtime.js';
import { authentication } from './library.js';

/** Brings the sign-in library's own tables up to date. */
export const prepareSignIn = async (runtime: Pick<Runtime, 'environment' | 'databaseUrl'>): Promise<void> => {
  const { pool, settings } = authentication(runtime);
  try {
    const { runMigrations } = await getMigrations(settings);
    await runMigrations();
  } finally {
    await pool.end();
  }
};
