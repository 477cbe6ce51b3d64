import { readdir } from 'node:fs/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startTestApp, tokenFor, type TestApp } from '../harness/app.js';

const UPLOAD = 'multipart/form-data; boundary=xxx';
const FORM = [
  '--xxx\r\nContent-Disposition: form-data; name="kind"\r\n\r\nabsences\r\n',
  '--xxx\r\nContent-Disposition: form-data; name="file"; filename="fil.csv"\r\nContent-Type: text/csv\r\n\r\n',
  'Tjenestenr;Fra;Til\r\n'.repeat(20_000),
].join('');

describe('a caller who goes away before having said everything', () => {
  let app: TestApp;
  let port: number;
  let tenantId: string;
  let token: string;
  beforeAll(async () => {
    app = await startTestApp();
    await app.nest.listen(0, '127.0.0.1');
    port = Number(new URL(await app.nest.getUrl()).port);
    ({ tenantId } = await app.make.employer());
    token = await tokenFor(app.doors, await app.make.hat('hr-manager', { tenantId }));
  });
  afterAll(() => app.close());
  afterEach(() => jest.restoreAllMocks());

  const begin = async (path: string, type: string, body: string, end: 'destroy' | 'resetAndDestroy') => {
    const heard = once(app.nest.getHttpServer(), 'request');
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: ${type}\r\nContent-Length: 9000000\r\n\r\n${body}`,
    );
    await heard;
    // Time to be identified and to have the body read from.
    await setTimeout(300);
    socket[end]();
    await once(socket, 'close');
  };
  const filesLeft = async (): Promise<string[]> =>
    readdir(join(app.runtime.environment.dataDir, 'files', tenantId)).catch(() => []);

  it.each([
    ['in the middle of a file', '/api/imports', UPLOAD, FORM, 2],
    ['before the file', '/api/imports', UPLOAD, FORM.slice(0, 40), 2],
    // Fastify gives up reading before any handler is asked, and says nothing.
    ['in the middle of a body', '/api/people/searches', 'application/json', '{"text":"', 0],
  ])('%s leaves no fault in the log, and nothing in the store', async (_, path, type, body, told) => {
    const faults = jest.spyOn(app.runtime.log, 'error');
    const lines = jest.spyOn(app.runtime.log, 'info');
    await begin(path, type, body, 'destroy');
    await begin(path, type, body, 'resetAndDestroy');
    for (let tries = 0; lines.mock.calls.length < told && tries < 200; tries += 1) await setTimeout(50);
    // And nothing after it.
    await setTimeout(500);
    expect(faults.mock.calls).toEqual([]);
    expect(lines.mock.calls).toEqual(
      Array(told).fill([{ where: `POST ${path}` }, 'the caller went away before the end of the request']),
    );
    expect(await filesLeft()).toEqual([]);
  });
});
