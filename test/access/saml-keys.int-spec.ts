import { generateKeyPairSync, randomUUID, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rows } from '../../src/platform/database/rows.js';
import { FileKeyStore } from '../../src/platform/storage/file-key-store.js';
import { KeyStore, type KeyPair } from '../../src/platform/storage/key-store.js';
import { makeKeyPair } from '../../src/platform/storage/self-signed.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { auditOf, browser } from './people.js';
import { startSaml, type TestSaml, type Twist } from './saml-provider.js';
import { anotherPair } from './world/key-resources.js';

const OWN = 'http://localhost:3000';
const CERTIFICATE = /<ds:X509Certificate>([^<]+)</g;

describe('an employer’s key pairs for SAML', () => {
  let app: TestApp;
  let saml: TestSaml;
  /** What an employer of a test has from before, since making a pair takes a second; null to have one made. */
  let given: KeyPair | null = null;
  beforeAll(async () => {
    app = await startTestApp({ PUBLIC_URL: OWN });
    saml = await startSaml();
  });
  beforeEach(async () => {
    given = await anotherPair();
  });
  afterEach(() => saml.demandSigned(null));
  afterAll(async () => {
    await app.close();
    await saml.close();
  });

  const settings = {
    protocol: 'saml',
    name: 'Fjordby login',
    emailDomains: ['fjordby.dk'],
    roleClaim: 'groups',
    roleMap: [{ value: 'HR', role: 'hr-manager' }],
    makesUsers: true,
    enabled: true,
  };
  const ofProvider = () => ({
    issuer: saml.entityId,
    entryPoint: saml.entryPoint,
    certificates: [saml.certificate],
  });
  const connect = async (more: object) => {
    const { tenantId } = await app.make.employer({ name: 'Fjordby' });
    if (given) await app.nest.get(KeyStore).addPair(tenantId, { ...given, id: randomUUID() }, 1);
    const admin = await app.as(await app.make.hat('administrator', { tenantId }));
    const made = await admin.post('/api/sso-connections').send({ ...settings, ...ofProvider(), ...more });
    if (made.status !== 204) throw new Error(made.text);
    const [connection] = (await admin.get('/api/sso-connections')).body.connections;
    return { tenantId, admin, id: connection.id as string, connection };
  };
  const keysOf = async ({ admin }: Awaited<ReturnType<typeof connect>>) =>
    (await admin.get('/api/saml-keys')).body.keys as { id: string; certificate: string; signs: boolean }[];
  const metadataOf = async (id: string): Promise<string> =>
    (await browser(app).get(`/api/sso/saml/${id}/metadata`)).text;
  const publishedIn = (metadata: string): string[] =>
    [...metadata.matchAll(CERTIFICATE)].map(
      ([, body]) => new X509Certificate(Buffer.from(body ?? '', 'base64')).fingerprint256,
    );
  const pathOf = (address: string): string => address.replace(OWN, '');
  const signIn = async (id: string, twist: Twist = {}) => {
    saml.who({ subject: 'lis', attributes: { email: ['lis@fjordby.dk'], groups: ['HR'] } });
    const agent = browser(app);
    const away = (await agent.get(`/api/sso/connections/${id}/start`).query({ to: '/signals' })).headers;
    const { acs, body } = saml.answer(away['location'] ?? '', twist);
    const posted = await browser(app).post(pathOf(acs)).set('origin', saml.entityId).type('form').send(body);
    return (
      (await agent.get(posted.headers['location'] ?? '')).headers['location'] ?? posted.headers['location']
    );
  };

  it('sign requests that the provider checks by the metadata, and only where it wants that', async () => {
    given = null;
    const made = await connect({ signsRequests: true });
    const [key] = await keysOf(made);
    const metadata = await metadataOf(made.id);
    expect(metadata).toContain('AuthnRequestsSigned="true"');
    expect(publishedIn(metadata)).toEqual(
      Array(2).fill(new X509Certificate(key?.certificate ?? '').fingerprint256),
    );
    saml.demandSigned([key?.certificate ?? '']);
    expect(await signIn(made.id)).toBe('/signals');
    const plain = await connect({});
    expect(await keysOf(plain)).toEqual([]);
    expect(await metadataOf(plain.id)).not.toContain('KeyDescriptor');
    await expect(signIn(plain.id)).rejects.toThrow('not signed');
    given = await anotherPair();
    const other = await connect({ signsRequests: true });
    await expect(signIn(other.id)).rejects.toThrow('not signed');
  });

  describe('open what was encrypted to them', () => {
    let made: Awaited<ReturnType<typeof connect>>;
    let to: string;
    let foreign: KeyPair;
    beforeAll(async () => {
      given = await anotherPair();
      made = await connect({ encryptedOnly: true });
      to = (await keysOf(made))[0]?.certificate ?? '';
      foreign = await makeKeyPair('elsewhere.example', new Date());
    });

    it.each(['aes-256-gcm', 'aes-128-gcm', 'aes-256-cbc'] as const)('by %s', async (cipher) => {
      expect(await signIn(made.id, { encrypted: { to, cipher } })).toBe('/signals');
    });

    it.each<[string, () => Twist]>([
      ['in clear text', () => ({})],
      ['without a signature inside', () => ({ unsigned: true, encrypted: { to } })],
      ['for another audience', () => ({ audience: 'https://elsewhere.example', encrypted: { to } })],
      ['encrypted to somebody else', () => ({ encrypted: { to: foreign.certificate } })],
      ['altered on the way', () => ({ encrypted: { to, altered: true } })],
      [
        'altered on the way, without a tag',
        () => ({ encrypted: { to, altered: true, cipher: 'aes-256-cbc' } }),
      ],
      ['under triple DES', () => ({ encrypted: { to, cipher: 'des-ede3-cbc' } })],
      ['with its key under RSA 1.5', () => ({ encrypted: { to, transport: 'rsa-1_5' } })],
    ])('but take none %s', async (_, twist) => {
      expect(await signIn(made.id, twist())).toBe('/sign-in?sso=failed');
      expect(await auditOf(app, made.tenantId)).toContainEqual({
        action: 'sign-in.failed',
        outcome: 'denied',
      });
    });

    it('and take an encrypted one also where it need not be', async () => {
      given = foreign;
      const free = await connect({ signsRequests: true });
      const [key] = await keysOf(free);
      expect(await signIn(free.id, { encrypted: { to: key?.certificate ?? '' } })).toBe('/signals');
      expect(await signIn(free.id, { encrypted: { to } })).toBe('/sign-in?sso=failed');
    });
  });

  it('follow one another without a break', async () => {
    const made = await connect({ signsRequests: true, encryptedOnly: true });
    expect((await made.admin.post('/api/saml-keys').send({})).status).toBe(204);
    expect((await made.admin.post('/api/saml-keys').send({})).body).toMatchObject({
      status: 409,
      code: 'keys-full',
    });
    const [first, second] = await keysOf(made);
    const [old = '', next = ''] = [first?.certificate, second?.certificate];
    expect([first?.signs, second?.signs]).toEqual([true, false]);
    expect(publishedIn(await metadataOf(made.id)).sort()).toEqual(
      [old, next, next].map((pem) => new X509Certificate(pem).fingerprint256).sort(),
    );
    // A provider that has not read the new metadata yet, and one that has.
    saml.demandSigned([old]);
    expect(await signIn(made.id, { encrypted: { to: old } })).toBe('/signals');
    saml.demandSigned([old, next]);
    expect(await signIn(made.id, { encrypted: { to: next } })).toBe('/signals');
    expect((await made.admin.delete(`/api/saml-keys/${first?.id}`)).status).toBe(204);
    saml.demandSigned([next]);
    expect(await signIn(made.id, { encrypted: { to: next } })).toBe('/signals');
    expect(await signIn(made.id, { encrypted: { to: old } })).toBe('/sign-in?sso=failed');
    expect((await made.admin.delete(`/api/saml-keys/${second?.id}`)).status).toBe(404);
    expect((await auditOf(app, made.tenantId)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['saml-key.add', 'saml-key.remove']),
    );
  });

  it('may be brought by the employer', async () => {
    given = null;
    const { certificate, privateKey } = await anotherPair();
    const brought = { certificate, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) };
    const made = await connect({});
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const another = await makeKeyPair('elsewhere.example', new Date());
    for (const [change, fault] of [
      [{ privateKey: 'x' }, { field: 'privateKey', code: 'not-pem' }],
      [{ certificate: undefined }, { field: 'certificate', code: 'not-pem' }],
      [
        { privateKey: elliptic.export({ type: 'pkcs8', format: 'pem' }) },
        { field: 'privateKey', code: 'not-rsa' },
      ],
      [{ certificate: another.certificate }, { field: 'certificate', code: 'not-of-this-key' }],
    ] as const)
      expect((await made.admin.post('/api/saml-keys').send({ ...brought, ...change })).body).toMatchObject({
        status: 400,
        fields: [fault],
      });
    const added = await made.admin.post('/api/saml-keys').send(brought);
    expect([added.status, added.text]).toEqual([204, '']);
    const list = await made.admin.get('/api/saml-keys');
    expect(list.text).not.toContain('PRIVATE');
    expect(await signIn(made.id, { encrypted: { to: brought.certificate } })).toBe('/signals');
  });

  it('lie in the key store only, wrapped, and go with the employer’s keys', async () => {
    const { tenantId } = await connect({ signsRequests: true });
    const folder = app.runtime.environment.keyDir;
    expect(await readFile(join(folder, `${tenantId}.json`), 'utf8')).not.toContain('PRIVATE');
    const [inDatabase] = await app.doors.system('test', (tx) =>
      rows<{ connection: string }>(
        tx,
        'select sso_connections::text as connection from sso_connections where tenant_id = $1',
        [tenantId],
      ),
    );
    expect(inDatabase?.connection).not.toContain('PRIVATE');
    const store = new FileKeyStore(folder);
    await store.rotateMaster();
    expect(await store.pairsOf(tenantId)).toHaveLength(1);
    await store.destroy(tenantId, new Date());
    expect(await store.pairsOf(tenantId)).toEqual([]);
  });

  it('are published before the connection is in use', async () => {
    const { id } = await connect({ signsRequests: true, enabled: false });
    expect(await metadataOf(id)).toContain('KeyDescriptor');
    expect((await browser(app).get(`/api/sso/connections/${id}/start`)).headers['location']).toBe(
      '/sign-in?sso=no-access',
    );
  });

  it('are the administrator’s of that employer only', async () => {
    const made = await connect({ signsRequests: true });
    const other = await connect({ signsRequests: true });
    const [key] = await keysOf(made);
    expect((await other.admin.delete(`/api/saml-keys/${key?.id}`)).status).toBe(404);
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId: made.tenantId }));
    expect((await hr.get('/api/saml-keys')).status).toBe(403);
    expect((await browser(app).get('/api/saml-keys')).status).toBe(401);
  });
});
