import { systemActor } from '../../src/access/index.js';
import { PartnershipsService } from '../../src/partnerships/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { agreedContract, contractWorld, frozenCells, type SavedVersion } from './contract-world.js';

const operator = systemActor('operator command');

describe('an addendum', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('takes in a workplace from a later day, and tells what has changed', async () => {
    const world = await contractWorld(app);
    await agreedContract(app, world);
    const before = await frozenCells(app, world.id, 1);
    const joining = await app.make.unit(world.tenantId, { name: 'Nyt sted' });
    await app.nest.get(PartnershipsService).offerUnits(operator, world.id, {
      tenantId: world.tenantId,
      unitIds: [joining],
      on: localDate('2026-10-01'),
    });
    app.clock.set('2026-10-15');
    const [town, provider] = [await app.as(world.town), await app.as(world.provider)];
    const draft: SavedVersion = (await town.post(`${world.url}/contract/versions`)).body;
    // It begins with the first settlement period to come, as its own rule wants.
    expect(draft.validFrom).toBe('2027-01-01');
    const [first] = draft.content.units;
    const content = {
      ...draft.content,
      disputeDays: 45,
      units: [...draft.content.units, { ...first, unitId: joining, from: '2027-01-01' }],
    };
    const at = `${world.url}/contract/versions/2`;
    const save = (validFrom: string, revision: number) =>
      town.put(at).send({ content, validFrom, reason: 'Et sted til', revision });
    expect((await save('2026-11-01', 1)).body.faults).toContainEqual({
      field: 'validFrom',
      code: 'within-a-period',
    });
    expect((await save('2027-01-01', 2)).body.faults).toEqual([]);
    const { hash } = (await town.post(`${at}/proposal`).expect(200)).body;
    await provider.post(`${at}/agreement`).send({ hash }).expect(200);
    await app.drainJobs();
    const changes = (await provider.get(`${at}/changes`)).body.changes;
    expect(changes).toEqual([
      { kind: 'added', section: 'units', item: 'Nyt sted', field: null, before: null, after: null },
      { kind: 'changed', section: 'disputeDays', item: null, field: null, before: 30, after: 45 },
    ]);
    expect((await provider.get(`${world.url}/contract`)).body.inForce.version).toBe(1);
    const placed = () =>
      app.doors.partnership(operator, world.id, (tx) =>
        rows<{ from: string }>(
          tx,
          'select lower(valid)::text as "from" from partnership_units where unit_id = $1',
          [joining],
        ),
      );
    expect(await placed()).toEqual([{ from: '2027-01-01' }]);
    app.clock.set('2027-01-02');
    expect((await provider.get(`${world.url}/contract`)).body.inForce.version).toBe(2);
    expect(await frozenCells(app, world.id, 2)).toEqual(before);
  });
});
