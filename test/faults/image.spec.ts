import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../harness/process.js';

jest.setTimeout(600_000);

const PRUNE = 'npm prune --omit=dev --no-audit --no-fund';
const MANIFESTS = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  'web/package.json',
  'src/platform/engines/package.json',
];

/** The npm commands of the image's build, in their order. */
const commandsOf = (dockerfile: string): string[] =>
  [...dockerfile.matchAll(/^RUN (npm .+)$/gm)].map((match) => match[1] ?? '');

describe('the image', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'naervaer-image-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is installed and built by the commands that every check of a fresh clone begins with', () => {
    const check = readFileSync(join(ROOT, '.ci/run'), 'utf8');
    for (const command of ['npm ci', 'npm run -s build'])
      expect(check).toMatch(new RegExp(`^${command}`, 'm'));
    expect(commandsOf(readFileSync(join(ROOT, 'docker/Dockerfile'), 'utf8'))).toEqual([
      'npm ci --no-audit --no-fund',
      'npm run build',
      PRUNE,
    ]);
  });

  it('runs without what only its build needs', async () => {
    // Linked, not copied, as it is large; the one file that npm writes over in place is left out.
    for (const path of ['node_modules', 'web/node_modules']) {
      await mkdir(join(folder, dirname(path)), { recursive: true });
      if (existsSync(join(ROOT, path))) execFileSync('cp', ['-al', join(ROOT, path), join(folder, path)]);
    }
    await rm(join(folder, 'node_modules/.package-lock.json'), { force: true });
    for (const path of [...MANIFESTS, 'dist', 'web/dist'])
      await cp(join(ROOT, path), join(folder, path), { recursive: true });
    execFileSync('sh', ['-c', PRUNE], { cwd: folder, stdio: 'ignore' });

    expect(existsSync(join(folder, 'node_modules/jest'))).toBe(false);
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
