import { isIP } from 'node:net';
import { join, resolve } from 'node:path';

/** Everything the product reads from its surroundings, read and checked once. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** Where people reach the product; governs cookies, the origin check and links in mails. */
  readonly publicUrl: string;
  /**
   * The proxies before the product whose word on a caller's address counts: how many, or their addresses.
   * Null when it is reached directly.
   */
  readonly trustProxy: number | string | null;
  /** Hosts of the operator's own net that an employer's administrator may name, such as an AD FS; elsewhere only the internet. */
  readonly innerHosts: readonly string[];
  readonly dataDir: string;
  /** Where the keys lie: apart from the data, and from their backups. */
  readonly keyDir: string;
  /** For how many days a backup of the keys exists: so long after a key's end somebody could still bring it back. */
  readonly keyBackupDays: number;
  /** For how many days a backup of the database exists: so long a replaced key still opens what it sealed. */
  readonly databaseBackupDays: number;
  /** The application role's address; without it the embedded server is used. */
  readonly databaseUrl: string | null;
  /** The owner's address, for migrations. */
  readonly databaseOwnerUrl: string | null;
  readonly redisUrl: string | null;
  readonly queuePrefix: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Where text messages are handed over; null where none can be sent. */
  readonly smsUrl: string | null;
  /** Where somebody who has found a weakness writes to: `mailto:` or `https:`. */
  readonly securityContact: string | null;
  readonly logLevel: LogLevel;
  /** Largest upload accepted, in bytes. */
  readonly uploadLimit: number;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Source = Readonly<Record<string, string | undefined>>;

const isUrl = (text: string, ...protocols: string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

/** An address, or a network such as `10.0.0.0/8`. */
const isNetwork = (text: string): boolean => {
  const [address = '', length, ...more] = text.split('/');
  const longest = isIP(address) === 4 ? 32 : 128;
  const isLength = length === undefined || (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= longest);
  return isIP(address) !== 0 && isLength && more.length === 0;
};

/** As it stands in an address: no port, no path. An address of IPv6 goes without brackets. */
const isHost = (text: string): boolean => isIP(text) !== 0 || /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(text);

/**
 * Reads and checks the settings.
 * @throws Error naming every fault at once, so that nobody mends them one start at a time.
 */
export const readEnvironment = (source: Source = process.env): Environment => {
  const faults: string[] = [];
  const text = (name: string): string | null => source[name]?.trim() || null;
  const wholeNumber = (name: string, fallback: number, low: number, high: number): number => {
    const given = text(name);
    const value = given === null ? fallback : Number(given);
    if (Number.isInteger(value) && value >= low && value <= high) return value;
    faults.push(`${name} must be a whole number from ${low} to ${high}, not "${given}"`);
    return fallback;
  };
  const url = (name: string, ...protocols: string[]): string | null => {
    const given = text(name);
    if (given !== null && !isUrl(given, ...protocols))
      faults.push(`${name} must be an address beginning with ${protocols.join(' or ')}//`);
    return given;
  };
  const trustProxy = (): number | string | null => {
    const given = text('TRUST_PROXY');
    if (given === null || given === '0') return null;
    if (/^[1-9]$/.test(given)) return Number(given);
    const addresses = given.split(',').map((one) => one.trim());
    if (addresses.every(isNetwork)) return addresses.join(',');
    faults.push('TRUST_PROXY must be the number of proxies (0 to 9) or their addresses, with commas between');
    return null;
  };
  const innerHosts = (): readonly string[] => {
    const hosts = (text('INNER_HOSTS') ?? '').split(',').map((one) => one.trim().toLowerCase());
    const given = hosts.filter((host) => host !== '');
    if (!given.every(isHost))
      faults.push('INNER_HOSTS must be names of hosts without ports, with commas between');
    return given;
  };
  const logLevel = (): LogLevel => {
    const given = text('LOG_LEVEL') ?? 'info';
    const level = LOG_LEVELS.find((candidate) => candidate === given);
    if (!level) faults.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${given}"`);
    return level ?? 'info';
  };

  const port = wholeNumber('PORT', 3000, 0, 65_535);
  const databaseUrl = url('DATABASE_URL', 'postgres:', 'postgresql:');
  const databaseOwnerUrl = url('DATABASE_OWNER_URL', 'postgres:', 'postgresql:');
  if (databaseUrl && !databaseOwnerUrl)
    faults.push('DATABASE_OWNER_URL must be given with DATABASE_URL: it migrates');
  const dataDir = resolve(text('DATA_DIR') ?? '.data');
  const environment: Environment = {
    port,
    host: text('HOST') ?? '127.0.0.1',
    publicUrl: url('PUBLIC_URL', 'http:', 'https:') ?? `http://localhost:${port}`,
    dataDir,
    keyDir: resolve(text('KEY_DIR') ?? join(dataDir, 'keys')),
    keyBackupDays: wholeNumber('KEY_BACKUP_DAYS', 30, 0, 3650),
    databaseBackupDays: wholeNumber('DATABASE_BACKUP_DAYS', 30, 0, 3650),
    trustProxy: trustProxy(),
    innerHosts: innerHosts(),
    databaseUrl,
    databaseOwnerUrl,
    redisUrl: url('REDIS_URL', 'redis:', 'rediss:', 'unix:'),
    queuePrefix: text('QUEUE_PREFIX') ?? 'naervaer',
    smtpUrl: url('SMTP_URL', 'smtp:', 'smtps:'),
    smsUrl: url('SMS_URL', 'http:', 'https:'),
    mailFrom: text('MAIL_FROM') ?? 'Nærvær <naervaer@localhost>',
    securityContact: url('SECURITY_CONTACT', 'mailto:', 'https:'),
    logLevel: logLevel(),
    uploadLimit: wholeNumber('UPLOAD_LIMIT_MB', 2048, 1, 1_000_000) * 1024 * 1024,
  };
  if (faults.length > 0) throw new Error(`The settings are not usable:\n- ${faults.join('\n- ')}`);
  return Object.freeze(environment);
};
