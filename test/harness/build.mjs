import { spawnSync } from 'node:child_process';

/** Builds the product and the tests that run on it, where something has changed since. */
export default function build() {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', '--tests'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The product cannot be built.');
}
