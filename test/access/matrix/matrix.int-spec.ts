import { ROLES, systemActor, type Role } from '../../../src/access/index.js';
import { rows } from '../../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../../harness/app.js';
import { OPERATIONS, type Operation } from '../world/operations.js';
import { eachOf, send, validRequest, type Answer } from '../world/send.js';
import { makeWorld, MARKERS, POSITIONS, type Position, type World } from '../world/world.js';
import { REACHES, type Outcome, type Reach, type Row } from './reaches.js';
import { SEES } from './sees.js';
import { MATRIX } from './table.js';

const entriesOf = <K extends string, V>(record: Readonly<Partial<Record<K, V>>>): [K, V][] =>
  Object.entries(record) as [K, V][];

/** What the table says of a role at a position. */
const written = (row: Row, role: Role, position: Position): Outcome | 'refused' => {
  if (typeof row === 'string') return row === 'own-session' ? 'absent' : 'allowed';
  const named = entriesOf<Reach, readonly Role[]>(row).find(([, roles]) => roles.includes(role));
  return named ? REACHES[named[0]][position] : 'refused';
};

/** What an answer comes to. */
const observed = ({ status, body }: Answer, expected: Outcome | 'refused'): string => {
  if (status === 401) return body.includes('not-signed-in') ? 'unknown' : 'allowed';
  if (status === 403) return body.includes('not-for-this-role') ? 'refused' : 'allowed';
  if (status === 404) return 'absent';
  if (status >= 500) return `failure ${status}`;
  if (expected === 'empty' && status === 200 && body.includes('"items":[]')) return 'empty';
  return 'allowed';
};

const positionsOf = ({ path, key }: Operation): readonly Position[] =>
  path.includes('{') || key === 'POST /api/cases' ? POSITIONS : ['own'];

/** The names in an answer that its role must not read. */
const namesTooMany = (role: Role, body: string): string[] =>
  entriesOf(MARKERS)
    .filter(([position, marker]) => !SEES[role].includes(position) && body.includes(`Person ${marker}`))
    .map(([position]) => position);

describe('the permission matrix', () => {
  let app: TestApp;
  let world: World;
  beforeAll(async () => {
    app = await startTestApp();
    world = await makeWorld(app);
  });
  afterAll(() => app.close());

  it('has a row for every route, and none for a route that is gone', () => {
    const keys = OPERATIONS.map(({ key }) => key);
    const missing = keys.filter((key) => !(key in MATRIX));
    const surplus = Object.keys(MATRIX).filter((key) => !keys.includes(key));
    expect({ 'routes without a row in test/access/matrix/table.ts': missing, surplus }).toEqual({
      'routes without a row in test/access/matrix/table.ts': [],
      surplus: [],
    });
  });

  it('answers nobody who is unknown', async () => {
    const answered: string[] = [];
    await eachOf(OPERATIONS, async (operation) => {
      if (MATRIX[operation.key] === 'public') return;
      const { status } = await send(
        world,
        await validRequest(world, operation, { role: null, position: 'own', use: 'again' }),
      );
      if (status !== 401) answered.push(`${operation.key}: ${status}`);
    });
    expect(answered).toEqual([]);
  }, 120_000);

  it.each(ROLES)(
    'is what %s meets',
    async (role) => {
      const asked = OPERATIONS.flatMap((operation) =>
        positionsOf(operation).map((position) => ({ operation, position })),
      );
      const differences: string[] = [];
      await eachOf(asked, async ({ operation, position }) => {
        const row = MATRIX[operation.key];
        if (row === undefined || row === 'public') return;
        const expected = written(row, role, position);
        const use = expected === 'allowed' && operation.method !== 'GET' ? 'once' : 'again';
        const answer = await send(world, await validRequest(world, operation, { role, position, use }));
        const met = observed(answer, expected);
        // Without an id in the path, 404 says that there is none of it yet, not that it is kept from this hat.
        const noneYet =
          met === 'absent' &&
          expected === 'allowed' &&
          (row === 'signed-in' || !operation.path.includes('{'));
        if (met !== expected && !noneYet)
          differences.push(
            `${operation.key} ${position}: ${expected} is written, ${met} is met (${answer.status})`,
          );
        for (const seen of namesTooMany(role, answer.body))
          differences.push(`${operation.key} ${position}: shows a person of ${seen}`);
      });
      expect(differences.sort()).toEqual([]);
    },
    120_000,
  );

  it('lets nobody read of a person without a line in the access log that a person finds', async () => {
    const { tenantId } = world.spots.own;
    const people = (): Promise<{ id: string; entries: number }[]> =>
      app.doors.within(systemActor('test'), tenantId, (tx) =>
        rows(
          tx,
          `select id, (select count(*)::int from audit_entries where tenant_id = $1
             and people @> array[audit_pseudonym(audit_key, people.id)]) as entries
           from people where tenant_id = $1`,
          [tenantId],
        ),
      );
    // Who leads a unit is shown beside its people as what they are, not for what is known of them.
    const leaders = new Set(Object.values(world.spots).map(({ managerPersonId }) => managerPersonId));
    const unseen: string[] = [];
    let shown = 0;
    const reading = OPERATIONS.filter(({ method, path }) => method === 'GET' || path.endsWith('/searches'));
    await eachOf(
      reading.flatMap((operation) => ROLES.map((role) => ({ operation, role }))),
      async ({ operation, role }) => {
        const row = MATRIX[operation.key];
        if (row === undefined || row === 'public' || SEES[role].length === 0) return;
        if (written(row, role, 'own') !== 'allowed') return;
        const request = await validRequest(world, operation, { role, position: 'own', use: 'again' });
        // What a request needs to be valid may have made people of its own.
        const before = new Map((await people()).map(({ id, entries }) => [id, entries]));
        const { body } = await send(world, request);
        const logged = (await people()).filter(({ id, entries }) => entries > (before.get(id) ?? 0));
        const seen = [...before.keys()].filter((id) => body.includes(id) && !leaders.has(id));
        shown += seen.length;
        const isNamed = body.includes(`Person ${MARKERS.own}`);
        const missing = seen.filter((id) => !logged.some((one) => one.id === id));
        if (missing.length > 0 || (isNamed && logged.length === 0))
          unseen.push(`${operation.key} as ${role}: ${missing.length} of ${seen.length}`);
      },
      1,
    );
    expect(unseen.sort()).toEqual([]);
    expect(shown).toBeGreaterThan(20);
  }, 120_000);
});
