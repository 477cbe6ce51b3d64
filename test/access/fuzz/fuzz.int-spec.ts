import { ROLES, type Role } from '../../../src/access/index.js';
import { startTestApp, type TestApp } from '../../harness/app.js';
import { MATRIX } from '../matrix/table.js';
import { OPERATIONS, type Operation } from '../world/operations.js';
import { eachOf, send, validRequest, type Answer, type Sending } from '../world/send.js';
import { UPLOAD } from '../world/upload.js';
import { makeWorld, POSITIONS, type World } from '../world/world.js';
import { ENTRANCES } from './entrances.js';
import { diceOf, hostileBody, hostileQuery, hostileSegment, type Dice } from './hostile.js';

const SEED = 20_261_122;
const REQUESTS = 10_000;

/**
 * Routes whose handler a valid request reaches and is refused by, all the same: the code by which the handler says so.
 * Whoever is told it has passed the guard and the validation.
 */
const OTHERWISE: Readonly<Record<string, string>> = {
  // Both want an answer signed by a device; test/browser signs in and adds a key with Chromium's own authenticator.
  'POST /api/session/passkey': 'passkey-refused',
  'POST /api/second-factor/passkeys': 'passkey-refused',
  // The contract of this world is agreed; drafts and proposals are reached by test/partnerships.
  'PUT /api/partnerships/{id}/contract/versions/{version}': 'not-a-draft',
  'DELETE /api/partnerships/{id}/contract/versions/{version}': 'not-a-draft',
  'POST /api/partnerships/{id}/contract/versions/{version}/proposal': 'contract-moved-on',
  'DELETE /api/partnerships/{id}/contract/versions/{version}/proposal': 'contract-moved-on',
  'POST /api/partnerships/{id}/contract/versions/{version}/agreement': 'contract-moved-on',
};

const rolesOf = ({ key }: Operation): readonly Role[] => {
  const row = MATRIX[key];
  if (row === undefined || typeof row === 'string') return ROLES;
  return ROLES.filter((role) => Object.values(row).some((roles) => roles.includes(role)));
};

const DOCUMENT = /\.(pdf|xlsx|zip)$/;

const STACK = /\n\s+at .+:\d+:\d+|node_modules|\/src\/|\/dist\/|QueryFailedError|syntax error at/;

const FAULTS = /^application\/(problem|scim)\+json/;

/** What is wrong with an answer, whatever was asked. */
const faultOf = ({ status, body, type }: Answer): string | null => {
  if (status >= 500) return `${status}`;
  if (STACK.test(body)) return `a stack or a statement: ${body.slice(0, 200)}`;
  if (type.includes('html')) return `HTML: ${body.slice(0, 200)}`;
  return status >= 400 && !FAULTS.test(type) ? `${status} as ${type}` : null;
};

describe('hostile requests', () => {
  let app: TestApp;
  let world: World;
  /** One request through each entrance. */
  const entered = new Map<string, Sending>();
  beforeAll(async () => {
    app = await startTestApp();
    world = await makeWorld(app);
    for (const [key, entrance] of Object.entries(ENTRANCES)) entered.set(key, await entrance(world));
  }, 90_000);
  afterAll(() => app.close());

  it('reach no handler that a valid request does not reach too', async () => {
    const reached = new Map<string, string[]>(OPERATIONS.map(({ key }) => [key, []]));
    // One after the other: what one route makes, another finds or takes away.
    for (const operation of OPERATIONS) {
      const through = entered.get(operation.key);
      for (const role of rolesOf(operation)) {
        const answer = await send(
          world,
          through ?? (await validRequest(world, operation, { role, position: 'own', use: 'once' })),
        );
        const fault = faultOf(answer);
        const code = answer.status < 400 ? 'well' : (/"code":"([^"]+)"/.exec(answer.body)?.[1] ?? '');
        reached.get(operation.key)?.push(fault ?? code);
        if (code === 'well' || through) break;
      }
    }
    const unreached = [...reached]
      .filter(([key, codes]) => !codes.includes('well') && !codes.includes(OTHERWISE[key] ?? 'well'))
      .map(([key, codes]) => `${key}: ${[...new Set(codes)].join()}`);
    expect(unreached).toEqual([]);
  }, 120_000);

  /** Whole documents take as long as a hundred other requests: a fifth of them is enough. */
  const operationBy = (dice: Dice): Operation => {
    const operation = dice.pick(OPERATIONS);
    return DOCUMENT.test(operation.path) && dice.upTo(5) > 0 ? operationBy(dice) : operation;
  };

  /** One hostile request; where the dice say so, one from nobody. */
  const hostile = async (dice: Dice): Promise<Sending> => {
    const operation = operationBy(dice);
    const allowed = rolesOf(operation);
    const role = dice.upTo(20) === 0 ? null : dice.pick(dice.upTo(4) === 0 ? ROLES : allowed);
    const through = dice.upTo(2) === 0 ? entered.get(operation.key) : undefined;
    if (through) return spoilt(operation, through, dice);
    const position = dice.upTo(5) === 0 ? dice.pick(POSITIONS) : 'own';
    const valid = await validRequest(world, operation, { role, position, use: 'again' });
    return spoilt(operation, valid, dice);
  };

  it(`of ${REQUESTS} kinds break nothing, echo nothing and tell nothing`, async () => {
    const dice = diceOf(SEED);
    const sent = await prepared(REQUESTS, () => hostile(dice));
    const faults = new Set<string>();
    const statuses = new Map<number, number>();
    await eachOf(
      sent,
      async (sending) => {
        const answer = await send(world, sending);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const fault = faultOf(answer);
        if (fault === null) return;
        const { method, url, role, payload } = sending;
        faults.add(
          `${method} ${url.slice(0, 200)} as ${role}: ${fault} for ${JSON.stringify(payload)?.slice(0, 400)}`,
        );
      },
      24,
    );
    expect([...faults].sort().slice(0, 40)).toEqual([]);
    const unknown = statuses.get(401) ?? 0;
    expect((REQUESTS - unknown) / REQUESTS).toBeGreaterThanOrEqual(0.6);
    // Most are refused for what they say, and some are taken: the requests are neither all nonsense nor all harmless.
    expect(statuses.get(400) ?? 0).toBeGreaterThan(REQUESTS / 4);
    expect((statuses.get(200) ?? 0) + (statuses.get(204) ?? 0)).toBeGreaterThan(REQUESTS / 50);
  }, 300_000);
});

/** So many requests, thought up in order so that the seed repeats them. */
const prepared = async (count: number, make: () => Promise<Sending>): Promise<Sending[]> => {
  const made: Sending[] = [];
  for (let index = 0; index < count; index += 1) made.push(await make());
  return made;
};

const JSON_TYPE = { 'content-type': 'application/json' };
const BROKEN = [
  '{',
  '{"a":',
  '[[[[',
  'null',
  '"x"',
  '\u0000',
  `{"a":${'['.repeat(2_000)}`,
  '{"__proto__":{"x":1}}',
];
const TYPES = [
  'text/html',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'x',
  '',
];

/** Spoils one part of a valid request. */
const spoilt = (operation: Operation, valid: Sending, dice: Dice): Sending => {
  const { body } = operation;
  const hasPath = operation.path.includes('{');
  const part = dice.pick([
    ...(body ? (['body', 'body', 'body', 'broken', 'type'] as const) : []),
    ...(operation.method === 'GET' ? (['query', 'query'] as const) : (['query'] as const)),
    ...(hasPath ? (['path'] as const) : []),
  ]);
  if (part === 'query') return { ...valid, url: `${valid.url}?${hostileQuery(operation, dice)}` };
  if (part === 'path') return { ...valid, url: withSegment(operation.path, valid.url, hostileSegment(dice)) };
  if (part === 'broken')
    return { ...valid, payload: dice.pick(BROKEN), headers: { ...valid.headers, ...JSON_TYPE } };
  if (part === 'type') return { ...valid, headers: { ...valid.headers, 'content-type': dice.pick(TYPES) } };
  if (operation.multipart || !body) return { ...valid, ...hostileUpload(dice) };
  const base = typeof valid.payload === 'object' ? valid.payload : {};
  return {
    ...valid,
    payload: JSON.stringify(hostileBody(body, base, dice)) ?? '',
    headers: { ...valid.headers, ...JSON_TYPE },
  };
};

const withSegment = (path: string, url: string, segment: string): string => {
  const at = path.split('/').findIndex((part) => part.startsWith('{'));
  return url
    .split('/')
    .map((part, index) => (index === at ? segment : part))
    .join('/');
};

/** A file that is none, fields that are too many, an end that does not come. */
const hostileUpload = (dice: Dice): Pick<Sending, 'payload' | 'headers'> => {
  const { payload, headers } = UPLOAD;
  const changed = [
    payload.replace('absences', '<nv-echo>'),
    payload.replace('fil.csv', '../../<nv-echo>.csv'),
    payload.replace(/Tjenestenr[^-]*/, '\u0000\uFFFD;;;"\r\n'),
    payload.replace(/Tjenestenr[^-]*/, 'PK\u0003\u0004'),
    payload.slice(0, payload.length / 2),
    payload.replaceAll('name="kind"', 'name="__proto__"'),
    payload.replaceAll('content-disposition', 'content-nonsense'),
    '',
  ];
  return { payload: dice.pick(changed), headers };
};
