import { ROLES, systemActor, type Role } from '../../../src/access/index.js';
import { analyseImport, applyImport, reverseImport } from '../../../src/absence/import/imports.jobs.js';
import { addJob } from '../../../src/platform/jobs/outbox.js';
import { rows } from '../../../src/platform/database/rows.js';
import { buildReport } from '../../../src/reports/reports.jobs.js';
import { startTestApp, type TestApp } from '../../harness/app.js';
import { asSuperuser } from '../../harness/runtime.js';
import { MATRIX } from '../matrix/table.js';
import { bodyFor } from '../world/examples.js';
import { stringPlaces, withValue, type Place } from '../world/fields.js';
import { OPERATIONS, type Operation } from '../world/operations.js';
import { resourceFor } from '../world/resources.js';
import { eachOf, send, validRequest } from '../world/send.js';
import { makeWorld, MARKERS, type World } from '../world/world.js';

/** What a string field is tried with. */
const SQL = [
  `' or true --`,
  `'); delete from people; --`,
  `x' union select id::text, name from people --`,
  // A sequence keeps what was taken from it, though all else be rolled back.
  `\\'; select nextval('attacked'); --`,
  `$1); drop table spells cascade; --`,
  `%' or '1'='1`,
  `{"$ne": null}`,
];

/** Every role that the table lets use a route. */
const rolesOf = ({ key }: Operation): readonly Role[] => {
  const row = MATRIX[key];
  if (row === undefined || typeof row === 'string') return ['hr-manager'];
  return ROLES.filter((role) => Object.values(row).some((roles) => roles.includes(role)));
};

jest.setTimeout(120_000);

/** Parts of a path that are no ids: they are the same for everybody. */
const PLACES: readonly string[] = ['position', 'phase'];

describe('crossing tenants through requests', () => {
  let app: TestApp;
  let world: World;
  let before: string;
  beforeAll(async () => {
    app = await startTestApp();
    world = await makeWorld(app);
    await makeForeign();
    before = await foreignState();
  });
  afterAll(() => app.close());
  // Whatever was tried, the other employer's and partnership's rows are as they were.
  afterEach(async () => {
    expect(await foreignState()).toBe(before);
  });

  /** One of everything stands at the other employer, for the attacks to name. */
  let foreignIds: string[];
  const makeForeign = async (): Promise<void> => {
    const { id, employmentId = '', unitId } = world.person.otherTenant;
    const named = OPERATIONS.filter(({ path }) => path.includes('{'));
    const made = await Promise.all(
      named.map((operation) => resourceFor(world, operation, 'otherTenant', 'again')),
    );
    const oneOfEach = new Map(named.map(({ path }, index) => [path.split('/')[2], made[index] ?? {}]));
    foreignIds = [
      ...new Set([
        id,
        employmentId,
        unitId,
        ...[...oneOfEach.values()].flatMap((found) => Object.values(found)),
      ]),
    ];
  };

  const foreignState = (): Promise<string> =>
    asSuperuser(async (by) => {
      const tables = await by.query<{ name: string; key: string }>(
        `select distinct on (relname) relname as name, attname as key from pg_attribute
         join pg_class on pg_class.oid = attrelid and relkind = 'r' and relnamespace = 'public'::regnamespace
         where attname in ('tenant_id', 'partnership_id') and not attisdropped and relname <> 'outbox' order by relname, attnum`,
      );
      const digests: string[] = [];
      for (const { name, key } of tables.rows) {
        const owner =
          key === 'tenant_id' ? world.spots.otherTenant.tenantId : world.partnerships.otherPartnership;
        const { rows: found } = await by.query<{ digest: string }>(
          `select count(*) || ':' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as digest from ${name} t where ${key} = $1`,
          [owner],
        );
        digests.push(`${name} ${found[0]?.digest}`);
      }
      return digests.join('\n');
    }, app.runtime.database);

  /** What is wrong with an answer to an attack. */
  const faultOf = ({ status, body }: { status: number; body: string }): string | null => {
    if (status >= 500) return `${status}`;
    return body.includes(MARKERS.otherTenant) ? `${status} shows a foreign name` : null;
  };
  type Try = {
    readonly operation: Operation;
    readonly role: Role;
    readonly place: Place;
    readonly value: string;
  };
  const attack = async (
    tries: readonly Try[],
    also: (status: number, one: Try) => string | null = () => null,
  ) => {
    const faults = new Set<string>();
    await eachOf(tries, async (one) => {
      const { operation, role, place, value } = one;
      // What is refused changes nothing: the next attack may name the same.
      const found = await resourceFor(world, operation, 'own', 'again', role);
      const body = bodyFor(operation, world, found, 'own');
      const url = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => found[name] ?? name);
      const tried = withValue({ url, body }, place, value);
      const { method } = operation;
      const payload = tried.body === null ? {} : { payload: tried.body };
      const answer = await send(world, { method, url: tried.url, role, ...payload });
      const fault = faultOf(answer) ?? also(answer.status, one);
      if (fault !== null) faults.add(`${operation.key} as ${role}, ${place.name} = ${value}: ${fault}`);
    });
    expect([...faults].sort()).toEqual([]);
  };

  const places = OPERATIONS.filter(({ multipart }) => !multipart).flatMap((operation) =>
    stringPlaces(operation).map((place) => ({ operation, place })),
  );

  it('by the ids of the other employer in every filter and every field of a body', async () => {
    const ofIds = places.filter(({ place }) => place.format === 'uuid');
    expect(ofIds.length).toBeGreaterThan(8);
    const tries = ofIds.flatMap(({ operation, place }) =>
      // Which role asks is the matrix's business: two of those that may are enough to try every place.
      rolesOf(operation)
        .slice(0, 2)
        .flatMap((role) => foreignIds.map((value) => ({ operation, role, place, value }))),
    );
    await attack(tries, (status, { operation }) =>
      operation.method !== 'GET' && status < 300 ? `${status}: taken` : null,
    );
  }, 300_000);

  it('by a path that mixes what is own with what is not', async () => {
    const mixed = OPERATIONS.filter(({ path }) => path.split('{').length > 2);
    expect(mixed.length).toBeGreaterThan(3);
    for (const operation of mixed)
      for (const role of rolesOf(operation)) {
        const own = await resourceFor(world, operation, 'own');
        const foreign = await resourceFor(world, operation, 'otherTenant', 'again');
        const names = [...operation.path.matchAll(/\{(\w+)\}/g)]
          .map(([, name]) => String(name))
          // A number such as a version's is the same on both sides: there is nothing to mix.
          .filter((name) => !PLACES.includes(name) && own[name] !== foreign[name]);
        for (const swapped of names) {
          const url = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
            String((name === swapped ? foreign : own)[name]),
          );
          const body = bodyFor(operation, world, own, 'own');
          const { method } = operation;
          const answer = await send(world, {
            method,
            url,
            role,
            ...(body === null ? {} : { payload: body }),
          });
          expect([operation.key, role, swapped, answer.status]).toEqual([operation.key, role, swapped, 404]);
        }
      }
  });

  it('by sorting, including, selecting or expanding what no list knows', async () => {
    const lists = OPERATIONS.filter(({ method }) => method === 'GET');
    const asked = [
      'include=tenant',
      'fields=*',
      'expand=people',
      'filter[tenantId]=1',
      'tenantId=1',
      'sort=tenant_id',
    ];
    const answered: string[] = [];
    await eachOf(lists, async (operation) => {
      for (const role of rolesOf(operation))
        for (const query of asked) {
          const { url } = await validRequest(world, operation, { role, position: 'own', use: 'again' });
          const answer = await send(world, { method: 'GET', url: `${url}?${query}`, role });
          const fault = faultOf(answer);
          if (fault) answered.push(`${operation.key}?${query} as ${role}: ${fault}`);
        }
    });
    expect(answered).toEqual([]);
  });

  it('by searching for everything and for the foreign name itself', async () => {
    for (const role of ROLES)
      for (const text of ['', '%', '_', '\\', MARKERS.otherTenant, `${MARKERS.otherTenant}%`, '*']) {
        const answer = await send(world, {
          method: 'POST',
          url: '/api/people/searches',
          role,
          payload: { text, pageSize: 200 },
        });
        expect([role, text, answer.body.includes(`Person ${MARKERS.otherTenant}`)]).toEqual([
          role,
          text,
          false,
        ]);
      }
  });

  it('by jobs that name one tenant and the things of another', async () => {
    const test = systemActor('operator command');
    const { tenantId } = world.spots.own;
    const of = (key: string) => OPERATIONS.find((operation) => operation.key === key);
    const importing = of('POST /api/imports/{id}/analysis');
    const reporting = of('GET /api/partnerships/{id}/reports/{reportId}');
    if (!importing || !reporting) throw new Error('the routes have other names now');
    const { id: importId = '' } = await resourceFor(world, importing, 'otherTenant', 'again');
    const { reportId = '' } = await resourceFor(world, reporting, 'otherTenant', 'again');
    await app.doors.within(test, tenantId, async (tx) => {
      for (const job of [analyseImport, applyImport, reverseImport])
        await addJob(tx, job, { tenantId, importId });
      await addJob(tx, buildReport, { partnershipId: world.partnerships.own, reportId });
    });
    await app.drainJobs().catch(() => undefined);
    expect(await foreignState()).toBe(before);
    await app.doors.system('test', (tx) => tx.query('delete from outbox where done_at is null'));
  });

  it('by a job whose payload is no id at all', async () => {
    const payload = { tenantId: `${world.spots.own.tenantId}' or true --`, importId: 'x' };
    await expect(
      app.doors.within(systemActor('operator command'), world.spots.own.tenantId, (tx) =>
        addJob(tx, applyImport, payload),
      ),
    ).rejects.toThrow();
  });

  it.each(['ended', 'not begun', 'of another unit'] as const)(
    'through a mandate that is %s',
    async (edge) => {
      const providerId = await app.make.provider();
      const valid = { ended: '[2026-01-01,2026-03-11)', 'not begun': '[2026-03-12,)' };
      const { tenantId, unitId } = world.spots.own;
      const unitIds = [edge === 'of another unit' ? world.spots.otherUnit.unitId : unitId];
      await app.make.mandate(tenantId, {
        providerId,
        unitIds,
        ...(edge === 'of another unit' ? {} : { valid: valid[edge] }),
      });
      for (const role of ['retention-consultant', 'team-lead'] as const) {
        const agent = await app.as(await app.make.hat(role, { providerId }));
        const reading = OPERATIONS.filter(
          (operation) => operation.method === 'GET' && rolesOf(operation).includes(role),
        );
        for (const operation of reading) {
          const { url } = await validRequest(world, operation, { role: null, position: 'own', use: 'again' });
          const { text, status } = await agent.get(url);
          expect([operation.key, text.includes(MARKERS.own), status < 500]).toEqual([
            operation.key,
            false,
            true,
          ]);
          const isList = text.includes('"items":[]') || text.startsWith('[');
          if (operation.path.includes('{') && !isList)
            expect([operation.key, status]).toEqual([operation.key, 404]);
        }
      }
    },
  );

  it('by SQL in every string field of every route', async () => {
    const tries = places.flatMap(({ operation, place }) =>
      rolesOf(operation)
        .slice(0, 1)
        .flatMap((role) => SQL.map((value) => ({ operation, role, place, value }))),
    );
    expect(tries.length).toBeGreaterThan(400);
    const asOwner = (sql: string) => asSuperuser((client) => client.query(sql), app.runtime.database);
    await asOwner('create sequence attacked; grant usage on sequence attacked to public');
    await attack(tries);
    const taken = await asOwner('select is_called as "is" from attacked');
    expect(taken.rows).toEqual([{ is: false }]);
    const [left] = await app.doors.within(systemActor('operator command'), world.spots.own.tenantId, (tx) =>
      rows<{ people: number }>(tx, 'select count(*)::int as people from people'),
    );
    expect(left?.people).toBeGreaterThan(3);
  }, 300_000);
});
