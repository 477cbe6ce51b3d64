import { systemActor } from '../../src/access/index.js';
import { PartnershipsService } from '../../src/partnerships/index.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const operator = systemActor('operator command');

describe('a partnership', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const make = async () => {
    const town = await app.make.employer({ name: 'Fjordby Kommune' });
    const firm = await app.make.employer({ name: 'Nordhavn A/S', sector: 'private' });
    const care = await app.make.unit(town.tenantId, { name: 'Plejecenter Åparken' });
    const school = await app.make.unit(town.tenantId, { name: 'Fjordskolen' });
    const factory = await app.make.unit(firm.tenantId, { name: 'Fabrikken' });
    const id = await app.nest.get(PartnershipsService).createPartnership(operator, {
      name: 'Nærvær i Fjordby',
      from: localDate('2025-07-01'),
      to: localDate('2027-06-30'),
      units: [
        { tenantId: town.tenantId, unitId: care, arm: 'in' },
        { tenantId: town.tenantId, unitId: school, arm: 'comparison' },
        { tenantId: firm.tenantId, unitId: factory, arm: 'in' },
      ],
      parties: [{ role: 'payer', name: 'Den Sociale Fond' }],
    });
    return { id, town, care, factory };
  };

  it('is wanted by somebody signed in', async () => {
    const { id } = await make();
    expect((await app.anonymous.get('/api/partnerships')).status).toBe(401);
    expect((await app.anonymous.get(`/api/partnerships/${id}`)).status).toBe(401);
  });

  it.each(['hr-manager', 'administrator', 'line-manager', 'employee', 'employee-representative'] as const)(
    'is not for the role %s',
    async (role) => {
      const { id, town } = await make();
      const agent = await app.as(await app.make.hat(role, { tenantId: town.tenantId }));
      expect((await agent.get('/api/partnerships')).status).toBe(403);
      expect((await agent.get(`/api/partnerships/${id}`)).status).toBe(403);
    },
  );

  it('is not to be found by the steering group of another', async () => {
    const { id } = await make();
    const other = await make();
    const agent = await app.as(await app.make.hat('steering-member', { partnershipId: other.id }));
    expect((await agent.get(`/api/partnerships/${id}`)).status).toBe(404);
    expect((await agent.get('/api/partnerships/not-an-id')).status).toBe(400);
  });

  it('shows its steering group the contract: who, where and when, and which periods are over', async () => {
    app.clock.set('2026-01-15');
    const { id, care, factory } = await make();
    const agent = await app.as(await app.make.hat('steering-member', { partnershipId: id }));
    expect((await agent.get('/api/partnerships')).body).toEqual({
      items: [{ id, name: 'Nærvær i Fjordby', from: '2025-07-01', to: '2027-06-30' }],
      page: 1,
      pageSize: 50,
      total: 1,
    });
    expect((await agent.get(`/api/partnerships/${id}`)).body).toEqual({
      id,
      name: 'Nærvær i Fjordby',
      from: '2025-07-01',
      to: '2027-06-30',
      parties: ['Fjordby Kommune', 'Nordhavn A/S', 'Den Sociale Fond'],
      workplaces: [
        { id: care, name: 'Plejecenter Åparken', employer: 'Fjordby Kommune' },
        { id: factory, name: 'Fabrikken', employer: 'Nordhavn A/S' },
      ],
      comparisonWorkplaces: 1,
      periods: [
        { from: '2025-10-01', to: '2025-12-31', cut: 'quarter' },
        { from: '2025-07-01', to: '2025-12-31', cut: 'half-year' },
        { from: '2025-01-01', to: '2025-12-31', cut: 'year' },
        { from: '2025-07-01', to: '2025-09-30', cut: 'quarter' },
      ],
      abilities: ['partnership.read'],
    });
  });

  it('takes no workplace that lies in another of its workplaces, and no unknown one', async () => {
    const { tenantId } = await app.make.employer();
    const unitId = await app.make.unit(tenantId);
    const inside = await app.make.unit(tenantId, { parentId: unitId });
    const create = (...unitIds: string[]) =>
      app.nest.get(PartnershipsService).createPartnership(operator, {
        name: 'x',
        from: localDate('2026-01-01'),
        to: localDate('2026-12-31'),
        units: unitIds.map((id) => ({ tenantId, unitId: id, arm: 'in' })),
      });
    await expect(create(unitId, inside)).rejects.toMatchObject({ fields: [{ code: 'within-another' }] });
    await expect(create('0196a1f0-0000-7000-8000-000000000000')).rejects.toMatchObject({ status: 404 });
  });
});
