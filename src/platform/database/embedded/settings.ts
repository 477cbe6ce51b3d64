export type Settings = Readonly<Record<string, string>>;

/**
 * For a small server that shares its machine with the product, from one workplace to 100,000 employees.
 * Messages of single statements stay out of the log, since they quote people's data; who sent the statement
 * gets them in full.
 */
const DEFAULTS: Settings = {
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '2GB',
  min_wal_size: '256MB',
  wal_compression: 'on',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '',
};

/** Arguments of the server: the defaults, what the caller asks for, and last what the launcher relies on. */
export const settingArguments = (asked: Settings, required: Settings): string[] =>
  Object.entries({ ...DEFAULTS, ...asked, ...required }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);

/** Nobody who gives up durability wants to wait for the disk at the first start. */
export const isDurable = (asked: Settings): boolean => asked['fsync'] !== 'off';
