import { rm } from 'node:fs/promises';

export default async function tearDown() {
  const { testServer } = globalThis;
  if (!testServer) return;
  globalThis.testServer = undefined;
  await testServer.stop();
  await rm(process.env.TEST_DATA_DIR, { recursive: true, force: true });
}
