import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Owner } from './address.js';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** Whether a command exists here and succeeds; for finding out what the machine allows. */
export const runs = ({ program, args }: Command): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });

/** The users that a server may be run as, best first. initdb wants a user whom the machine knows by name. */
const PREFERRED_USERS = ['postgres', 'nobody'];

export const unprivilegedUser = async (): Promise<Owner> => {
  const users = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
  const found = PREFERRED_USERS.flatMap((name) => users.filter((user) => user.name === name))[0] ?? users[0];
  if (!found)
    throw new Error('PostgreSQL does not run as root, and this machine has no other user to run it as');
  return { uid: found.uid, gid: found.gid };
};

/** On Linux the kernel can stop a child when its parent dies, however it dies. */
export const canDieWithParent = (): Promise<boolean> =>
  process.platform === 'linux'
    ? runs({ program: 'setpriv', args: ['--pdeathsig', 'INT', 'true'] })
    : Promise.resolve(false);

export const dyingWithParent = ({ program, args }: Command): Command => ({
  program: 'setpriv',
  args: ['--pdeathsig', 'INT', '--', program, ...args],
});
