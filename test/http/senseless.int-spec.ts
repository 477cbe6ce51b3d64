import { connect } from 'node:net';
import { startTestApp, type TestApp } from '../harness/app.js';

describe('addresses and bytes that make no sense', () => {
  let app: TestApp;
  let port: number;
  beforeAll(async () => {
    app = await startTestApp();
    await app.nest.listen(0, '127.0.0.1');
    port = Number(new URL(await app.nest.getUrl()).port);
  });
  afterAll(() => app.close());

  /** What comes back for bytes as they are. */
  const send = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let said = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (chunk) => (said += chunk.toString()));
      socket.once('close', () => resolve(said));
      socket.once('error', reject);
    });
  const get = (path: string): Promise<string> =>
    send(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

  it.each([
    ['an id of 2,500 letters', () => get(`/api/people/${'a'.repeat(2_500)}`), 404, 'not-found'],
    ['a path that is no route', () => get('/api/<b>nothing</b>'), 404, 'not-found'],
    ['an id that cannot be decoded', () => get('/api/people/%E0%A4%A'), 400, 'invalid-input'],
    ['an address of 20,000 letters', () => get(`/api/people/${'a'.repeat(20_000)}`), 431, 'too-large'],
    ['a method that there is not', () => send('PATCHY /api HTTP/1.1\r\n\r\n'), 400, 'invalid-input'],
    ['what is no HTTP', () => send('\u0000\u0001 <script>alert(1)</script>\r\n\r\n'), 400, 'invalid-input'],
  ])('%s is answered as a problem, and not repeated', async (_, ask, status, code) => {
    const answer = await ask();
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.toLowerCase()).toContain('content-type: application/problem+json; charset=utf-8');
    const body: unknown = JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
    expect(body).toMatchObject({ status, code });
    expect(answer).not.toMatch(/aaaa|script|nothing<|%E0/);
  });
});
