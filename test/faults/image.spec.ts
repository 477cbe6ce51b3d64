import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../harness/process.js';

jest.setTimeout(600_000);

/** The npm commands of the image's build, in their order. */
const commandsOf = (dockerfile: string): string[] =>
  [...dockerfile.matchAll(/^RUN (npm .+)$/gm)].map((match) => match[1] ?? '');

describe('the image', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'naervaer-image-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is built by commands that pass on a clean copy', async () => {
    const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    for (const path of tracked.split('\n').filter((line) => line !== '' && existsSync(join(ROOT, line)))) {
      await cp(join(ROOT, path), join(folder, path));
    }
    const commands = commandsOf(readFileSync(join(ROOT, 'docker/Dockerfile'), 'utf8'));
    expect(commands).toEqual([
      'npm ci --no-audit --no-fund',
      'npm run build',
      'npm prune --omit=dev --no-audit --no-fund',
    ]);
    for (const command of commands) execFileSync('sh', ['-c', command], { cwd: folder, stdio: 'ignore' });

    const help = execFileSync(process.execPath, ['dist/src/cli.js', '--help'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(help).toContain('Commands:');
    expect(existsSync(join(folder, 'web/dist/index.html'))).toBe(true);
  });

  it('names the roles and files that exist', () => {
    const compose = readFileSync(join(ROOT, 'docker/compose.yaml'), 'utf8');
    expect(compose).toContain('postgres://naervaer_app:');
    expect(compose).toContain('postgres://naervaer_owner:');
    expect(existsSync(join(ROOT, 'docker/roles.sh'))).toBe(true);
  });
});
