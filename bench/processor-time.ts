import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rounded } from './measuring.js';

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

interface ProcessTimes {
  readonly parent: number;
  readonly own: number;
  readonly ofEndedChildren: number;
}

const timesOf = (pid: string): ProcessTimes | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
    return { parent, own: user + system, ofEndedChildren: childUser + childSystem };
  } catch {
    return null;
  }
};

/**
 * Seconds of processor time that the server with this data has used so far in all its processes; null where the
 * system does not tell. On a machine that others use too it says more than the clock on the wall.
 */
export const serverSeconds = (dataDir: string): number | null => {
  if (process.platform !== 'linux') return null;
  const pid = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  const server = timesOf(pid);
  if (!server) return null;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(timesOf)
    .filter((times) => times?.parent === Number(pid));
  const ticks = children.reduce((sum, times) => sum + (times?.own ?? 0), server.own + server.ofEndedChildren);
  return ticks / TICKS;
};

/** Seconds of processor time that a process has used so far; null where the system does not tell. */
export const processSeconds = (pid: number): number | null => {
  const times = timesOf(String(pid));
  return times ? times.own / TICKS : null;
};

/** Seconds of processor time of the server and of this process that some work takes. */
export const processorTimed = async <T>(
  dataDir: string,
  work: () => Promise<T>,
): Promise<{ readonly server: number | null; readonly client: number; readonly result: T }> => {
  const before = serverSeconds(dataDir);
  const usage = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(usage);
  const after = serverSeconds(dataDir);
  const server = before === null || after === null ? null : rounded(after - before, 2);
  return { server, client: rounded((user + system) / 1_000_000, 2), result };
};
