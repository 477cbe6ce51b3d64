import { systemActor, type HatActor, type Role } from '../../src/access/index.js';
import { reach } from '../../src/people/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';

interface Reached {
  readonly employment_id: string;
  readonly unit_id: string | null;
}

describe('the reach of a hat', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  /** A home with a team, a school; Ane and Bo answer to Lone; Gry has left; and the same at another employer. */
  const world = async () => {
    const { tenantId } = await app.make.employer();
    const home = await app.make.unit(tenantId);
    const team = await app.make.unit(tenantId, { parentId: home });
    const school = await app.make.unit(tenantId);
    const lone = await app.make.employment(tenantId, { unitId: home });
    const under = { managerPersonId: lone.personId };
    const ane = await app.make.employment(tenantId, { unitId: team, ...under });
    const bo = await app.make.employment(tenantId, {
      unitId: school,
      from: '2026-01-01',
      to: '2026-06-30',
      ...under,
    });
    const gry = await app.make.employment(tenantId, { unitId: team, to: '2025-12-31', ...under });
    const names = new Map(
      Object.entries({ lone, ane, bo, gry }).map(([name, made]) => [made.employmentId, name]),
    );
    return { tenantId, home, team, school, lone, ane, names };
  };
  type World = Awaited<ReturnType<typeof world>>;
  const reached = async (given: World, actor: HatActor, on = '2026-03-11'): Promise<string[]> => {
    const { sql, parameters } = reach(actor, localDate(on));
    const found = await app.doors.enter(actor, (tx) => rows<Reached>(tx, sql, parameters));
    return found.map((row) => given.names.get(row.employment_id) ?? 'stranger').sort();
  };
  const hat = (given: World, role: Role, personId?: string) =>
    app.make.hat(role, { tenantId: given.tenantId, ...(personId ? { personId } : {}) });

  it('is the whole employer for human resources, also those who have left', async () => {
    const given = await world();
    await world();
    const hr = await hat(given, 'hr-manager');
    expect(await reached(given, hr)).toEqual(['ane', 'bo', 'gry', 'lone']);
    const { sql, parameters } = reach(hr, localDate('2026-03-11'));
    const found = await app.doors.enter(hr, (tx) => rows<Reached>(tx, sql, parameters));
    const left = found.filter((row) => row.unit_id === null).map((row) => given.names.get(row.employment_id));
    expect(left).toEqual(['gry']);
  });

  it('is for a line manager those who answer to him on the day', async () => {
    const given = await world();
    const lone = await hat(given, 'line-manager', given.lone.personId);
    expect(await reached(given, lone)).toEqual(['ane', 'bo']);
    expect(await reached(given, lone, '2025-12-31')).toEqual(['ane', 'gry']);
    expect(await reached(given, lone, '2026-07-01')).toEqual(['ane']);
    expect(await reached(given, await hat(given, 'line-manager', given.ane.personId))).toEqual([]);
    expect(await reached(given, await hat(given, 'line-manager'))).toEqual([]);
  });

  it('is for a consultant those at or below the units of a mandate in force', async () => {
    const given = await world();
    const providerId = await app.make.provider();
    const consultant = await app.make.hat('retention-consultant', { providerId });
    const lead = await app.make.hat('team-lead', { providerId });
    expect(await reached(given, consultant)).toEqual([]);
    const past = '[2020-01-01,2026-01-01)';
    await app.make.mandate(given.tenantId, { providerId, unitIds: [given.school], valid: past });
    await app.make.mandate(given.tenantId, {
      providerId,
      unitIds: [given.home],
      valid: '[2020-01-01,2030-01-01)',
    });
    expect(await reached(given, consultant)).toEqual(['ane', 'lone']);
    expect(await reached(given, lead)).toEqual(['ane', 'lone']);
    expect(await reached(given, consultant, '2030-01-01')).toEqual([]);
    // A second mandate over the same and more: nobody twice.
    await app.make.mandate(given.tenantId, { providerId, unitIds: [given.team, given.school] });
    expect(await reached(given, consultant)).toEqual(['ane', 'bo', 'lone']);
    const stranger = await app.make.hat('retention-consultant', { providerId: await app.make.provider() });
    expect(await reached(given, stranger)).toEqual([]);
  });

  it('is nobody for any other role', async () => {
    const given = await world();
    for (const role of ['administrator', 'employee-representative', 'employee'] as const) {
      expect(await reached(given, await hat(given, role))).toEqual([]);
    }
  });

  it('is for the product itself what its door lets it see', async () => {
    const given = await world();
    await world();
    const { sql, parameters } = reach(systemActor('operator command'), localDate('2026-03-11'), 1);
    const found = await app.doors.within(systemActor('operator command'), given.tenantId, (tx) =>
      rows<Reached>(tx, `select * from (${sql}) r where employment_id <> $1`, [
        given.ane.employmentId,
        ...parameters,
      ]),
    );
    expect(found).toHaveLength(3);
  });
});
