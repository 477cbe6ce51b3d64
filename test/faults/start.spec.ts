import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, runBuilt, type Running } from '../harness/process.js';

jest.setTimeout(120_000);

describe('starting the product on an empty folder', () => {
  let dataDir: string;
  let port: number;
  let running: Running | null = null;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'naervaer-start-'));
    port = await freePort();
  });
  afterAll(async () => {
    await running?.end('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  });

  const start = async (): Promise<Running> => {
    running = runBuilt('start.js', { DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' });
    await running.until('ready at');
    return running;
  };
  const ask = async (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);
  const serversLeft = (): number => {
    const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    return processes.split('\n').filter((line) => line.includes(join(dataDir, 'postgres'))).length;
  };

  it('serves the dashboard, the interface and its health', async () => {
    await start();
    expect(await (await ask('/health/live')).json()).toEqual({ status: 'live' });
    expect((await ask('/health/ready')).status).toBe(200);
    expect((await ask('/api/openapi.json')).status).toBe(200);
    expect((await ask('/api/docs')).headers.get('content-type')).toContain('text/html');
    expect(await (await ask('/metrics')).text()).toContain(
      'naervaer_queue_entries{queue="work",state="waiting"}',
    );
    const page = await ask('/');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await page.text()).toContain('<html');
  });

  it('lets a command join the running server', async () => {
    const command = runBuilt('cli.js', { DATA_DIR: dataDir }, [
      'employer',
      'create',
      '--slug',
      'odder',
      '--name',
      'Odder',
      '--sector',
      'municipal',
      '--json',
    ]);
    await command.until('"slug":"odder"');
    expect(await command.end('SIGCONT')).toBe(0);
    expect((await ask('/health/ready')).status).toBe(200);
  });

  it('stops cleanly at Ctrl-C and leaves no server behind', async () => {
    expect(await running?.end('SIGINT')).toBe(0);
    expect(serversLeft()).toBe(0);
  });

  it('finds its data again, also after it was killed', async () => {
    const second = await start();
    await second.end('SIGKILL');
    await start();
    const command = runBuilt('cli.js', { DATA_DIR: dataDir }, [
      'employer',
      'create',
      '--slug',
      'odder',
      '--name',
      'Odder',
      '--sector',
      'municipal',
    ]);
    await command.until('Another employer has this slug');
    expect(await command.end('SIGCONT')).toBe(1);
  });
});
