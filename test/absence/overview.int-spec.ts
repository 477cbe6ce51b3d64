import { refreshMonthFacts, MeasuresService } from '../../src/absence/index.js';
import { refreshFacts } from '../../src/absence/month-facts.queries.js';
import { systemActor } from '../../src/access/index.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const test = systemActor('operator command');

describe('the overview', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  /**
   * Two workplaces, one with a team. Full-time from 2020: Ane in the team, Bo at Solgården itself, Eva at the school.
   * Absence is recorded from March 2024 on. Today is Wednesday 11 March 2026.
   */
  const world = async () => {
    app.clock.set('2026-03-11');
    const { tenantId } = await app.make.employer();
    const home = await app.make.unit(tenantId, { name: 'Solgården' });
    const team = await app.make.unit(tenantId, { name: 'Team Øst', parentId: home });
    const school = await app.make.unit(tenantId, { name: 'Ådalsskolen' });
    const ane = await app.make.employment(tenantId, { unitId: team, name: 'Ane' });
    const bo = await app.make.employment(tenantId, {
      unitId: home,
      name: 'Bo',
      managerPersonId: ane.personId,
    });
    const eva = await app.make.employment(tenantId, { unitId: school, name: 'Eva' });
    const spell = (of: { employmentId: string }, from: string, to: string | null, more: object = {}) =>
      app.make.spell(tenantId, { employmentId: of.employmentId, from, to, ...more });
    // Friday 1 March 2024: 1 dagsværk. Monday to Friday 3-7 February 2025: 5.
    await spell(eva, '2024-03-01', '2024-03-01');
    await spell(ane, '2025-02-03', '2025-02-07');
    // Monday to Friday 2-6 February 2026: 5; half days Monday to Friday after it: 2.5. They touch: 2-13 February but
    // for the weekend between, which is two spells.
    await spell(ane, '2026-02-02', '2026-02-06');
    await spell(bo, '2026-02-09', '2026-02-13', { kind: 'partial-sickness', degree: 0.5 });
    await spell(eva, '2026-03-09', null, { kind: 'work-injury' });
    const hr = await app.make.hat('hr-manager', { tenantId });
    await refresh(tenantId);
    return { tenantId, home, team, school, ane, bo, eva, spell, hr: await app.as(hr) };
  };
  const refresh = async (tenantId: string): Promise<void> => {
    await app.doors.within(test, tenantId, (tx) => addJob(tx, refreshMonthFacts, { tenantId }));
    await app.drainJobs();
  };

  it('shows the last twelve months beside the twelve before', async () => {
    const { hr } = await world();
    const { body } = await hr.get('/api/overview').expect(200);
    expect(body.period).toEqual({ from: '2025-03-01', to: '2026-02-28' });
    expect(body.comparison).toEqual({ from: '2024-03-01', to: '2025-02-28' });
    // 252 working days from March 2025 to February 2026, three full-time: 7.5 of 756. The year before 6 of 759.
    expect(body.tiles.absenceRate).toEqual({
      value: 0.009921,
      previous: 0.007905,
      numerator: 7.5,
      denominator: 756,
    });
    expect(body.tiles.daysPerFte).toEqual({ value: 2.5, previous: 2, numerator: 7.5, denominator: 3 });
    expect(body.tiles.spellsPerPersonYear).toMatchObject({
      value: 0.666667,
      previous: 0.666667,
      numerator: 2,
    });
    expect(body.tiles.meanLength).toMatchObject({ value: 5, previous: 3 });
    expect(body.tiles.shortShare.value).toBe(1);
    expect(body.tiles.employees).toMatchObject({ value: 3, previous: 3 });
    // Work injury is sickness too: Eva is absent, though her days stand apart.
    expect(body.tiles.openSpells).toMatchObject({ value: 1, previous: 0 });
    expect(body.basis).toContain('1100');
    expect(body.provisional).toBe(true);
  });

  it('follows 24 months, each beside the same month a year before', async () => {
    const { hr } = await world();
    const { body } = await hr.get('/api/overview?months=24').expect(200);
    expect(body.months).toHaveLength(24);
    // 20 working days in February of both years, three full-time.
    expect(body.months.at(-1)).toEqual({
      month: '2026-02',
      absenceRate: 0.125,
      previousRate: 0.083333,
      daysPerFte: 2.5,
      spells: 2,
      provisional: true,
    });
    expect(body.months.at(-3)).toMatchObject({ month: '2025-12', absenceRate: 0, provisional: false });
    await hr.get('/api/overview?months=7').expect(400);
  });

  it('shows units with those below them, and a unit by those right below', async () => {
    const { hr, home, team } = await world();
    const { body } = await hr.get('/api/overview').expect(200);
    expect(body.units).toMatchObject([
      { name: 'Solgården', kind: 'workplace', children: 1, employees: 2, openSpells: 0 },
      {
        name: 'Ådalsskolen',
        children: 0,
        employees: 1,
        openSpells: 1,
        absenceRate: { numerator: 0, denominator: 252 },
      },
    ]);
    expect(body.units[0].absenceRate).toMatchObject({ numerator: 7.5, denominator: 504 });
    const page = await hr.get('/api/overview/units?page=2&pageSize=1').expect(200);
    expect(page.body).toMatchObject({ total: 2, page: 2, items: [{ name: 'Ådalsskolen' }] });
    const unit = await hr.get(`/api/units/${home}/figures`).expect(200);
    expect(unit.body.name).toBe('Solgården');
    expect(unit.body.tiles.absenceRate).toMatchObject({ numerator: 7.5, denominator: 504 });
    expect(unit.body.units).toMatchObject([
      { id: team, employees: 1, absenceRate: { numerator: 5, denominator: 252 } },
    ]);
  });

  it('keeps the past of a unit that moves', async () => {
    const { hr, team, home, school } = await world();
    await hr.post(`/api/units/${team}/versions`).send({ from: '2026-03-01', parentId: school }).expect(201);
    await app.drainJobs();
    const moved = await hr.get('/api/overview').expect(200);
    expect(moved.body.units[0]).toMatchObject({ id: home, employees: 1, absenceRate: { numerator: 7.5 } });
    expect(moved.body.units[1]).toMatchObject({ id: school, employees: 2, absenceRate: { numerator: 0 } });
  });

  it('sees what is reported at once, and what it changes in the months', async () => {
    const { hr, bo } = await world();
    await hr.get('/api/overview').expect(200);
    const report = { employmentId: bo.employmentId, kind: 'own-sickness' };
    await hr
      .post(`/api/people/${bo.personId}/spells`)
      .send({ ...report, firstOn: '2026-03-10' })
      .expect(201);
    expect((await hr.get('/api/overview').expect(200)).body.tiles.openSpells.value).toBe(2);
    const late = { ...report, firstOn: '2026-02-16', lastOn: '2026-02-17' };
    await hr.post(`/api/people/${bo.personId}/spells`).send(late).expect(201);
    await app.drainJobs();
    expect((await hr.get('/api/overview').expect(200)).body.tiles.absenceRate.numerator).toBe(9.5);
  });

  it('gives a running spell the class that it has grown into', async () => {
    const { tenantId, hr, bo, spell } = await world();
    await spell(bo, '2026-02-23', null);
    await refreshBoth('2026-03-11');
    const shares = async () => (await hr.get('/api/overview').expect(200)).body.tiles;
    // Five working days of it in February. By 11 March it has lasted 17 days: neither short nor long. By 26 March 32.
    expect((await shares()).shortShare.numerator).toBe(7.5);
    await refreshBoth('2026-03-26');
    expect((await shares()).longShare.numerator).toBe(5);

    async function refreshBoth(on: string): Promise<void> {
      app.clock.set(on);
      await app.doors.within(test, tenantId, (tx) => addJob(tx, refreshMonthFacts, {}));
      await app.drainJobs();
    }
  });

  it('gives each reader in another language the basis in it, and only HR the figures', async () => {
    const { tenantId, home, ane } = await world();
    await app.anonymous.get('/api/overview').expect(401);
    const stranger = await app.as(
      await app.make.hat('hr-manager', { tenantId: (await app.make.employer()).tenantId }),
    );
    await stranger.get(`/api/units/${home}/figures`).expect(404);
    const leader = await app.as(await app.make.hat('line-manager', { tenantId, personId: ane.personId }));
    await leader.get('/api/overview').expect(403);
    await leader.get(`/api/units/${home}/figures`).expect(403);
    const empty = await stranger.get('/api/overview').expect(200);
    expect(empty.body).toMatchObject({ months: [], units: [], tiles: { absenceRate: { value: null } } });
  });

  it('measures any period, from kept months or from the spells themselves, alike', async () => {
    const { tenantId, home, school } = await world();
    const measures = app.nest.get(MeasuresService);
    const february = { from: localDate('2026-02-01'), to: localDate('2026-02-28') };
    const whole = await measures.measure(test, { tenantId, period: february, by: 'workplace' });
    expect(
      whole.groups.map(({ id, measures: { absenceRate } }) => [
        id,
        absenceRate.numerator,
        absenceRate.denominator,
      ]),
    ).toEqual([
      [home, 7.5, 40],
      [school, 0, 20],
    ]);
    const week = { from: localDate('2026-02-05'), to: localDate('2026-02-11') };
    const part = await measures.measure(test, { tenantId, period: week, by: 'employer' });
    // Thursday and Friday whole, Monday to Wednesday half, of 3 × 5 working days.
    expect(part.groups[0]?.measures.absenceRate).toMatchObject({ numerator: 3.5, denominator: 15 });
    expect(part.provisional).toBe(true);
    const now = await measures.measure(test, {
      tenantId,
      period: { from: localDate('2026-03-01'), to: localDate('2026-12-31') },
      by: 'employer',
    });
    expect(now.period.to).toBe('2026-03-10');
    expect(now.groups[0]?.measures.injuryRate.numerator).toBe(2);
    const future = { from: localDate('2026-03-11'), to: localDate('2026-03-31') };
    await expect(measures.measure(test, { tenantId, period: future, by: 'unit' })).rejects.toThrow(
      'invalid-input',
    );
  });

  it('comes to the same however often and however many at a time', async () => {
    const { tenantId, hr } = await world();
    const before = (await hr.get('/api/overview').expect(200)).body;
    const again = () =>
      app.doors.within(test, tenantId, (tx) => refreshFacts(tx, tenantId, app.clock.today()));
    await Promise.all([again(), again(), again()]);
    expect((await hr.get('/api/overview').expect(200)).body).toEqual(before);
  });
});
