import { ROLES, systemActor, type Role } from '../../../src/access/index.js';
import { row } from '../../../src/platform/database/rows.js';
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

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

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
    const only = async <T extends object>(sql: string, parameters: readonly unknown[]): Promise<T> => {
      const found = await app.doors.within(systemActor('operator command'), tenantId, (tx) =>
        row<T>(tx, sql, [tenantId, ...parameters]),
      );
      if (!found) throw new Error('nothing was found');
      return found;
    };
    const lastEntry = () =>
      only<{ id: string }>('select id from audit_entries where tenant_id = $1 order by id desc limit 1', []);
    /** How many of some ids are people's, how many of those no entry after another tells of, and how many entries tell of anybody. */
    const told = (ids: readonly string[], after: string) =>
      only<{ shown: number; missing: number; entries: number }>(
        `with fresh as materialized (
           select unnest(people) as person from audit_entries where tenant_id = $1 and id > $3)
         select count(*)::int as shown, (select count(*)::int from fresh) as entries,
           count(*) filter (where audit_pseudonym(audit_key, id) not in (select person from fresh))::int as missing
         from people where tenant_id = $1 and id = any ($2::uuid[])`,
        [ids, after],
      );
    // Who leads a unit is shown beside its people as what they are, not for what is known of them.
    const leaders = new Set(Object.values(world.spots).map(({ managerPersonId }) => managerPersonId));
    const unseen: string[] = [];
    let shown = 0;
    const reading = OPERATIONS.filter(({ method, path }) => method === 'GET' || path.endsWith('/searches'));
    await eachOf(
      reading.flatMap((operation) => ROLES.map((role) => ({ operation, role }))),
      async ({ operation, role }) => {
        const rule = MATRIX[operation.key];
        if (rule === undefined || rule === 'public' || SEES[role].length === 0) return;
        if (written(rule, role, 'own') !== 'allowed') return;
        const request = await validRequest(world, operation, { role, position: 'own', use: 'again' });
        const before = await lastEntry();
        const { body } = await send(world, request);
        const ids = (body.match(UUID) ?? []).filter((id) => !leaders.has(id));
        const seen = await told(ids, before.id);
        shown += seen.shown;
        const isNamed = body.includes(`Person ${MARKERS.own}`);
        if (seen.missing > 0 || (isNamed && seen.entries === 0))
          unseen.push(`${operation.key} as ${role}: ${seen.missing} of ${seen.shown}`);
      },
      1,
    );
    expect(unseen.sort()).toEqual([]);
    expect(shown).toBeGreaterThan(20);
  }, 120_000);
});
