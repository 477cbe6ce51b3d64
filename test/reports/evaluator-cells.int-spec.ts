import { rows } from '../../src/platform/database/rows.js';
import { CellsBuildingService } from '../../src/reports/evaluator/cells/cells-building.service.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { knownUntil, OPERATOR, partnershipOf, readRows, staff } from './evaluation-world.js';

const FIRST = { from: '2026-01-01', to: '2026-03-31' };
/** Two days each, of the first so many of a workplace: 6 and 7 January are a Tuesday and a Wednesday. */
const EVERY = (absent: number) => ({ '2026-01': absent, '2026-02': absent, '2026-03': absent });

describe('cells for an evaluator', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const worldOf = async (thin: number) => {
    app.clock.set('2026-09-01');
    const { tenantId } = await app.make.employer({ name: 'Fjordby Kommune' });
    const units = [
      await staff(app, tenantId, { name: 'Havblik', persons: 40, absent: EVERY(8) }),
      await staff(app, tenantId, { name: 'Lindegården', persons: 30, absent: EVERY(7) }),
      await staff(app, tenantId, {
        name: 'Solbakken',
        persons: 20,
        absent: { ...EVERY(6), '2026-02': thin },
      }),
    ];
    await knownUntil(app, tenantId, '2026-08-31');
    const world = await partnershipOf(app, tenantId, units);
    return { ...world, tenantId, units, url: `/api/partnerships/${world.id}/evaluator-cells` };
  };
  type World = Awaited<ReturnType<typeof worldOf>>;

  const order = async ({ evaluator, url }: World, period: object = FIRST) => {
    const made = await evaluator.agent.post(url).send(period);
    expect(made.status).toBe(202);
    await app.drainJobs();
    const { body } = await evaluator.agent.get(`${url}/${made.body.id}`);
    expect(body.state).toBe('ready');
    return body;
  };
  const file = async ({ evaluator, url }: World, id: string) => {
    const { text, status, headers } = await evaluator.agent.get(`${url}/${id}/cells.csv`);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/csv');
    return readRows(text);
  };

  it('are of every workplace and month, with what they are by hand', async () => {
    const world = await worldOf(6);
    const made = await order(world);
    expect(made).toMatchObject({
      ...{ units: 3, hiddenUnits: 0, knownUntil: '2026-08-31', provisionalMonths: [] },
    });
    const lines = await file(world, made.id);
    expect(lines).toHaveLength(9);
    const january = lines.find(({ workplace, month }) => workplace === 'Havblik' && month === '2026-01');
    // 40 full-time; 22 weekdays of which New Year's Day is none: 21 × 40. Eight were absent for two days.
    expect(january).toMatchObject({
      ...{ employer: 'Fjordby Kommune', arm: 'in', known_until: '2026-08-31', provisional: '0' },
      ...{ persons: '40', full_time_months: '40', possible_days: '840' },
      ...{ absence_days: '16', spells_begun: '8', spells_ended: '8', hidden_days: '' },
      // Nobody was absent for more than two days: lengths of too few are left out.
      ...{ days_in_spells_to_14: '', hidden_lengths: 'too-few-absent' },
    });
  });

  it('stay as they left the house, whatever becomes known later', async () => {
    const world = await worldOf(6);
    const made = await order(world);
    const before = await file(world, made.id);
    await app.doors.within(OPERATOR, world.tenantId, (tx) =>
      tx.query(`update spells set last_on = last_on + 1 where tenant_id = $1`, [world.tenantId]),
    );
    expect(await file(world, made.id)).toEqual(before);
  });

  it('leave out a workplace with a month of too few, and another beside it, and say why', async () => {
    const world = await worldOf(4);
    const made = await order(world);
    const why = Object.fromEntries(
      made.workplaces.map((unit: { name: string; hidden: { days: string | null } }) => [
        unit.name,
        unit.hidden.days,
      ]),
    );
    expect(why).toEqual({ Havblik: null, Lindegården: 'complementary', Solbakken: 'too-few-absent' });
    const lines = await file(world, made.id);
    for (const line of lines) {
      const hidden = line.workplace !== 'Havblik';
      expect(line.absence_days === '').toBe(hidden);
      expect(line.persons === '').toBe(hidden);
    }
    const list = await world.evaluator.agent.get(world.url);
    expect(list.body.items).toMatchObject([{ units: 3, hiddenUnits: 2 }]);
  });

  it('tell nothing by two cuts of which one less the other would be of too few', async () => {
    const world = await worldOf(4);
    // April to June: nothing recorded but for one workplace, whose half-year would be its first quarter.
    await order(world);
    const half = await order(world, { from: '2026-01-01', to: '2026-06-30' });
    const hidden = half.workplaces.filter((unit: { hidden: { days: string | null } }) => unit.hidden.days);
    expect(hidden).toHaveLength(3);
    // The same cut again is the same figures, and hides the same workplaces.
    const again = await order(world);
    expect(again.hiddenUnits).toBe(2);
    const ledger = await app.doors.partnership(OPERATOR, world.id, (tx) =>
      rows<{ shown: number }>(
        tx,
        `select count(distinct cell)::int as shown from released_cells
         where partnership_id = $1 and exit = 'evaluator' and measure = 'absence-days' and reason is null`,
        [world.id],
      ),
    );
    expect(ledger[0]?.shown).toBe(1);
  });

  it('are held against by a report that is made later', async () => {
    const world = await worldOf(4);
    await order(world);
    // Two more fall ill at the workplace that is shown by months: its quarter now would tell of them alone.
    await app.doors.within(OPERATOR, world.tenantId, (tx) =>
      tx.query(
        `insert into spells (tenant_id, employment_id, kind, first_on, last_on, degree, source, source_first_on, registered_on, registered_assumed)
         select $1, id, 'own-sickness', '2026-02-16', '2026-02-17', 1, 'payroll', '2026-02-16', '2026-02-16', false
         from employments where tenant_id = $1 and employee_number in ('Havblik-20', 'Havblik-21')`,
        [world.tenantId],
      ),
    );
    const steering = await world.member('steering-member', 'Fjordby Kommune');
    const ordered = await steering.agent.post(`/api/partnerships/${world.id}/reports`).send(FIRST);
    await app.drainJobs();
    const { body } = await steering.agent.get(`/api/partnerships/${world.id}/reports/${ordered.body.id}`);
    const rate = (name: string) =>
      body.content.groups
        .find((group: { name: string }) => group.name === name)
        .figures.find((figure: { measure: string }) => figure.measure === 'absence-rate');
    expect(rate('Havblik').now).toMatchObject({ value: null, reason: 'difference' });
    expect(rate('Lindegården').now.value).not.toBeNull();
  });

  it('mark months that may still change', async () => {
    const world = await worldOf(6);
    app.clock.set('2026-04-20');
    await knownUntil(app, world.tenantId, '2026-04-15');
    const made = await order(world);
    expect(made.provisionalMonths).toEqual(['2026-02-01', '2026-03-01']);
    const lines = await file(world, made.id);
    expect(lines.filter(({ provisional }) => provisional === '1')).toHaveLength(6);
  });

  it('are made once, though their job runs twice', async () => {
    const world = await worldOf(6);
    const made = await order(world);
    const before = await file(world, made.id);
    await app.nest.get(CellsBuildingService).build(OPERATOR, { partnershipId: world.id, cellsId: made.id });
    expect(await file(world, made.id)).toEqual(before);
  });

  it('are for those who see figures and effect, and ordered by two roles', async () => {
    const world = await worldOf(6);
    const made = await order(world);
    const { url } = world;
    // Before a contract observers see no effect.
    for (const member of [world.payer, world.investor, world.provider])
      expect((await member.agent.get(`${url}/${made.id}/cells.csv`)).status).toBe(200);
    for (const path of ['', `/${made.id}`, `/${made.id}/cells.csv`])
      expect((await world.observer.agent.get(`${url}${path}`)).status).toBe(404);
    expect((await world.payer.agent.post(url).send(FIRST)).status).toBe(403);
    const other = await worldOf(6);
    expect((await other.evaluator.agent.get(`${url}/${made.id}/cells.csv`)).status).toBe(404);
    expect((await app.anonymous.get(url)).status).toBe(401);
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId: world.tenantId }));
    expect((await hr.get(url)).status).toBe(403);
  });

  it.each([
    ['2026-01-01', '2026-02-28', 'to', 'period-not-fixed'],
    ['2026-02-01', '2026-04-30', 'from', 'period-not-fixed'],
    ['2026-07-01', '2026-09-30', 'to', 'period-not-over'],
    ['2023-10-01', '2023-12-31', 'to', 'before-baseline'],
  ])('of %s to %s are refused by their field', async (from, to, field, code) => {
    const { evaluator, url } = await worldOf(6);
    const { status, body } = await evaluator.agent.post(url).send({ from, to });
    expect([status, body.fields?.[0]]).toMatchObject([400, { field, code }]);
  });
});
