/**
 * Builds what changed since the last build into `dist/` and `web/dist/`, and says so on stderr:
 * stdout belongs to the command that runs after it (`cli --json` must print one document).
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const COMPILED = ['src', 'migrations', 'bench'];
const IGNORED = new Set(['node_modules', 'dist', '.vite']);

/** Templates, worker code and the like stand beside the code that reads them, in `dist/` too. */
const isAsset = (path) => !path.endsWith('.ts') && basename(path) !== 'package.json';

/** Every file under a folder of the repository, as paths from its root, without installed or built ones. */
const filesUnder = async (folder) => {
  const entries = await readdir(join(ROOT, folder), { withFileTypes: true }).catch(() => []);
  const inner = entries
    .filter((entry) => !IGNORED.has(entry.name))
    .map((entry) =>
      entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
    );
  return (await Promise.all(inner)).flat().sort();
};

const exists = (path) =>
  stat(join(ROOT, path)).then(
    () => true,
    () => false,
  );

/** What a set of files looked like: enough to see a change, without reading a byte of them. */
const fingerprintOf = async (paths) => {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) {
    const { size, mtimeMs } = await stat(join(ROOT, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

const run = (folder, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: join(ROOT, folder),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = [];
    child.stdout.on('data', (chunk) => said.push(chunk));
    child.stderr.on('data', (chunk) => said.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(Buffer.concat(said).toString())),
    );
  });

/** Runs a step unless its sources are those of its last success. */
const step = async (name, sources, output, work) => {
  const began = performance.now();
  const stamp = join(DIST, `.${name}.stamp`);
  const fingerprint = await fingerprintOf(sources);
  const last = await readFile(stamp, 'utf8').catch(() => '');
  if (last === fingerprint && (await exists(output))) return;
  await rm(stamp, { force: true });
  await work();
  await mkdir(DIST, { recursive: true });
  await writeFile(stamp, fingerprint);
  console.error(`built ${name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
};

/** A file built from a source that is gone would still be found by a glob (migrations) or by a stale import. */
const removeOrphans = async (sources) => {
  const built = (await Promise.all(COMPILED.map((folder) => builtUnder(join(DIST, folder))))).flat();
  const known = new Set(sources);
  const orphans = built.filter((path) => {
    const source = relative(DIST, path);
    return !known.has(source) && !known.has(source.replace(/\.js$/, '.ts'));
  });
  await Promise.all(orphans.map((path) => rm(path)));
};

const builtUnder = async (folder) => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
};

const copyAssets = async (sources) => {
  for (const path of sources.filter(isAsset)) {
    await mkdir(dirname(join(DIST, path)), { recursive: true });
    await cp(join(ROOT, path), join(DIST, path), { preserveTimestamps: true });
  }
};

const METADATA = join('src', 'plugin-metadata.ts');

/** OpenAPI's knowledge of the DTO, view and controller classes; see scripts/plugin-metadata.mjs. */
const describeApi = async (sources) => {
  const described = sources.filter((path) => /(\.(dto|view|controller)|\/http\/page)\.ts$/.test(path));
  await step('interface description', [...described, 'scripts/plugin-metadata.mjs'], METADATA, () =>
    run('.', ['scripts/plugin-metadata.mjs']),
  );
};

const serverFiles = async () => (await Promise.all(COMPILED.map(filesUnder))).flat();

const isSpec = (path) => path.endsWith('.spec.ts');

const serverSources = async () => (await serverFiles()).filter((path) => !isSpec(path));

const buildServer = async () => {
  await describeApi(await serverSources());
  const sources = await serverSources();
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'scripts/build.mjs'];
  await step('server', [...sources, ...settings], 'dist/src', async () => {
    await removeOrphans(await serverFiles());
    await run('.', ['node_modules/typescript7/bin/tsc', '-p', 'tsconfig.build.json', '--pretty', 'false']);
    await copyAssets(sources);
  });
};

const buildWeb = async () => {
  if (!(await exists('web/index.html'))) return;
  const sources = await filesUnder('web');
  await step('web', [...sources, 'package-lock.json', 'scripts/build.mjs'], 'web/dist/index.html', () =>
    run('web', [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']),
  );
};

/** The tests that run on the built product. Their types are checked by `npm run types`. */
const buildTests = async () => {
  if (!process.argv.includes('--tests')) return;
  const sources = [
    ...(await filesUnder('test')).filter((path) => path.endsWith('.ts')),
    ...(await filesUnder('src')).filter(isSpec),
  ];
  await step('tests', [...sources, 'package-lock.json', 'scripts/build.mjs'], 'dist/test', async () => {
    const { transformFile } = await import('@swc/core');
    const jsc = {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    };
    for (const path of sources) {
      const { code } = await transformFile(join(ROOT, path), { jsc, sourceMaps: 'inline', swcrc: false });
      const output = join(DIST, path.replace(/\.ts$/, '.js'));
      await mkdir(dirname(output), { recursive: true });
      await writeFile(output, code);
    }
  });
};

const outcomes = await Promise.allSettled([buildServer(), buildWeb(), buildTests()]);
const faults = outcomes.filter((outcome) => outcome.status === 'rejected').map((outcome) => outcome.reason);
for (const fault of faults) console.error(fault.message.trim());
if (faults.length > 0) {
  console.error('The build failed.');
  process.exitCode = 1;
}
