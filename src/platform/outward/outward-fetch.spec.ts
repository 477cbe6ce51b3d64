import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { InnerAddress, outwardFetch } from './outward-fetch.js';

const GET = { method: 'GET', redirect: 'manual' } as const;

describe('fetching from an address that somebody else named', () => {
  let server: Server;
  let port: number;
  let answer: RequestListener;
  let met = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      met += 1;
      answer(request, response);
    }).listen(0);
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  beforeEach(() => {
    met = 0;
    answer = (_, response) => response.end('inner');
  });

  it.each([
    ['a name that resolves to this machine', 'localhost'],
    ['an address', '127.0.0.1'],
    ['an address as a number', '2130706433'],
    ['an address in hexadecimal', '0x7f.1'],
    ['an address of IPv6', '[::1]'],
    ['an IPv4 address in IPv6', '[::ffff:127.0.0.1]'],
  ])('reaches nothing inside: %s', async (_, host) => {
    const asked = outwardFetch(['adfs.example'])(`http://${host}:${port}/`, GET);
    await expect(asked).rejects.toBeInstanceOf(InnerAddress);
    expect(met).toBe(0);
  });

  it('reaches a host that the operator has named, and sends what it is given', async () => {
    answer = (request, response) => {
      response.writeHead(201, { 'content-type': 'text/plain', 'set-cookie': ['a=1', 'b=2'] });
      response.write(`${request.method} ${String(request.headers['x-own'])} `);
      request.pipe(response);
    };
    const got = await outwardFetch(['localhost'])(`http://localhost:${port}/`, {
      method: 'POST',
      headers: { 'x-own': 'yes' },
      body: new URLSearchParams({ code: 'æ' }),
    });
    expect([got.status, got.headers.get('content-type'), got.headers.getSetCookie()]).toEqual([
      201,
      'text/plain',
      ['a=1', 'b=2'],
    ]);
    expect(await got.text()).toBe('POST yes code=%C3%A6');
  });

  it('follows no redirect', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/elsewhere' }).end();
    const got = await outwardFetch(['localhost'])(`http://localhost:${port}/`, GET);
    expect([got.status, got.headers.get('location'), met]).toEqual([302, '/elsewhere', 1]);
  });

  it('takes no endless answer', async () => {
    answer = (_, response) => response.end(Buffer.alloc(1024 * 1024 + 1));
    const asked = outwardFetch(['localhost'])(`http://localhost:${port}/`, GET);
    await expect(asked).rejects.toThrow('too large');
  });

  it('waits no longer than it is told to', async () => {
    answer = (_, response) => response.write('then nothing');
    const signal = AbortSignal.timeout(50);
    await expect(
      outwardFetch(['localhost'])(`http://localhost:${port}/`, { ...GET, signal }),
    ).rejects.toThrow();
  });
});
