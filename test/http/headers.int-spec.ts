import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { httpAdapter } from '../../src/application.js';
import { readEnvironment } from '../../src/config/env.js';
import { contentSecurityPolicy } from '../../src/platform/http/web-app.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { ROOT } from '../harness/process.js';

describe('the headers of an answer', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ SECURITY_CONTACT: 'mailto:sikkerhed@fjordby.example' });
  });
  afterAll(() => app.close());

  it('keep data out of caches and frames, also where it is refused', async () => {
    const { tenantId } = await app.make.employer();
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    for (const answer of [
      await hr.get('/api/signals').expect(200),
      await app.anonymous.get('/api/signals').expect(401),
    ]) {
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'SAMEORIGIN',
      });
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers['permissions-policy']).toContain('camera=()');
      // HSTS would lock out a product that is served without encryption.
      expect(answer.headers['strict-transport-security']).toBeUndefined();
    }
  });

  it('let nothing run or be framed outside the interface either', async () => {
    for (const path of [
      '/nothing.html',
      '/health/ready',
      '/.well-known/security.txt',
      '/.well-known/nothing.txt',
    ])
      expect((await app.anonymous.get(path)).headers['content-security-policy']).toContain(
        "default-src 'none'",
      );
  });

  it('name whom to tell of a weakness, for half a year (RFC 9116)', async () => {
    const { text } = await app.anonymous.get('/.well-known/security.txt').expect(200);
    expect(text.split('\n')).toEqual([
      'Contact: mailto:sikkerhed@fjordby.example',
      // The clock of a test stands at noon, Danish time, of 11 March 2026; 180 days later.
      'Expires: 2026-09-07T11:00:00.000Z',
      'Preferred-Languages: da, en',
      expect.stringMatching(/^Canonical: http.*\/\.well-known\/security\.txt$/),
      '',
    ]);
  });
});

describe('a caller’s address', () => {
  it.each([
    ['no proxy is named', undefined, '10.0.0.1'],
    ['one proxy', '1', '203.0.113.9'],
    ['two proxies', '2', '198.51.100.7'],
    ['its network', '10.0.0.0/8', '203.0.113.9'],
    ['another network', '192.168.0.0/16', '10.0.0.1'],
  ])('is the one that the last trusted proxy tells: %s', async (_, trusted, address) => {
    const environment = readEnvironment(trusted === undefined ? {} : { TRUST_PROXY: trusted });
    const server = httpAdapter({ environment } as never).getInstance();
    server.get('/', (request, reply) => reply.send(request.ip));
    const answer = await server.inject({
      url: '/',
      remoteAddress: '10.0.0.1',
      headers: { 'x-forwarded-for': '6.6.6.6, 198.51.100.7, 203.0.113.9' },
    });
    expect(answer.body).toBe(address);
  });
});

describe('a product served encrypted', () => {
  it('tells browsers to keep it so, and names nobody who was not given', async () => {
    const app = await startTestApp({ PUBLIC_URL: 'https://naervaer.example' });
    const answer = await app.anonymous.get('/.well-known/security.txt').expect(404);
    expect(answer.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    await app.close();
  });
});

describe('the dashboard as it was built', () => {
  const folder = join(ROOT, 'web/dist');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:js|html|css)$/.test(name),
  );

  it('runs nothing that is not a file of its own', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\ssrc="\/)|\son[a-z]+=|javascript:/i);
    const policy = contentSecurityPolicy('abc');
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
  });

  it('holds no secret, no setting of the server and no way back to the source', () => {
    expect(files.length).toBeGreaterThan(20);
    const SECRETS = /PRIVATE KEY|process\.env|sourceMappingURL|(?:DATABASE|REDIS|SMTP)_URL|KEY_DIR/;
    expect(files.filter((name) => SECRETS.test(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
  });
});
