import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';

describe('the figures of the employees’ representatives', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clock.set('2026-06-10'));

  /** People at a workplace, the first so many of them ill for two days in January. */
  const workplace = async (tenantId: string, name: string, people: number, ill: number): Promise<void> => {
    const unitId = await app.make.unit(tenantId, { name, kind: 'workplace' });
    for (let person = 0; person < people; person += 1) {
      const { employmentId } = await app.make.employment(tenantId, { unitId, name: `${name} ${person}` });
      if (person < ill)
        await app.make.spell(tenantId, { employmentId, from: '2026-01-12', to: '2026-01-13' });
    }
  };
  const knownUntil = (tenantId: string, day: string): Promise<unknown> =>
    app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      rows(
        tx,
        `insert into absence_sources (tenant_id, source, known_until) values ($1, 'payroll', $2)
         on conflict (tenant_id, source) do update set known_until = excluded.known_until returning tenant_id`,
        [tenantId, day],
      ),
    );
  const employer = async () => {
    const { tenantId } = await app.make.employer({ name: 'Fjordby' });
    const representative = await app.as(await app.make.hat('employee-representative', { tenantId }));
    const figures = async () =>
      (await representative.get('/api/representative-figures').expect(200)).body.items;
    return { tenantId, figures };
  };

  it('show workplaces that are enough, and hide one that is too few and what would give it away', async () => {
    const { tenantId, figures } = await employer();
    await workplace(tenantId, 'Skolen', 12, 6);
    await workplace(tenantId, 'Plejen', 14, 7);
    await workplace(tenantId, 'Kontoret', 4, 3);
    await knownUntil(tenantId, '2026-05-31');
    const shown = (await figures()).filter(({ from }: { from: string }) => from === '2026-01-01');
    const reasons = Object.fromEntries(
      shown.map(({ cell, name, reason }: Record<string, string | null>) => [
        cell === 'everybody' ? cell : name,
        reason,
      ]),
    );
    // The office is too few; were only it hidden, everybody less the others would tell of it.
    expect(reasons).toEqual({
      everybody: null,
      Kontoret: 'too-few-persons',
      Plejen: null,
      Skolen: 'complementary',
    });
    expect(JSON.stringify(shown)).not.toContain('Skolen 1');
  });

  it('are released once, however the absence changes afterwards', async () => {
    const { tenantId, figures } = await employer();
    await workplace(tenantId, 'Skolen', 12, 6);
    await knownUntil(tenantId, '2026-05-31');
    const before = await figures();
    expect(before[0]).toMatchObject({ cell: 'everybody', from: '2026-01-01', reason: null });
    await workplace(tenantId, 'Ny skole', 12, 12);
    expect(await figures()).toEqual(before);
  });

  it('are none before a quarter is final, and for nobody but a representative', async () => {
    const { tenantId, figures } = await employer();
    await workplace(tenantId, 'Skolen', 12, 6);
    await knownUntil(tenantId, '2026-05-30');
    expect(await figures()).toEqual([]);
    for (const role of ['hr-manager', 'administrator', 'employee'] as const) {
      const other = await app.as(await app.make.hat(role, { tenantId }));
      await other.get('/api/representative-figures').expect(403);
    }
  });
});
