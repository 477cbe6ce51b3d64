/** Builds, then runs every ring of tests and closes with a line `N passed, N failed, N skipped`. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'naervaer-tests-'));
const report = join(folder, 'report.json');

const build = spawnSync(process.execPath, ['scripts/build.mjs', '--tests'], { cwd: ROOT, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

const jest = spawn(
  process.execPath,
  ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...process.argv.slice(2)],
  { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
);
jest.once('close', (code) => {
  const outcome = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  const skipped = outcome.testResults.flatMap((file) =>
    file.assertionResults.filter((test) => test.status === 'pending').map((test) => test.fullName),
  );
  for (const name of skipped) console.log(`skipped: ${name}`);
  const failed = outcome.numFailedTests + outcome.numRuntimeErrorTestSuites;
  console.log(`${outcome.numPassedTests} passed, ${failed} failed, ${outcome.numPendingTests} skipped`);
  process.exitCode = code === 0 && failed === 0 ? 0 : 1;
});
