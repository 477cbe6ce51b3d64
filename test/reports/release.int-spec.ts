import { systemActor } from '../../src/access/index.js';
import { POLICY_NUMBERS } from '../../src/disclosure/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { ReportBuildingService } from '../../src/reports/report-building.service.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import {
  figure,
  partnershipWorld,
  QUARTER,
  report,
  reportedWorld,
  twoDaysEach,
} from './partnership-world.js';

const test = systemActor('operator command');

interface LedgerRow {
  readonly report_id: string;
  readonly measure: string;
  readonly cell: string;
  readonly period: string;
  readonly units: string[];
  readonly reason: string | null;
  readonly amounts: number[] | null;
}

describe('what leaves the house', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    app.clock.set('2026-04-10');
  });
  afterAll(() => app.close());

  const ledger = (id: string): Promise<LedgerRow[]> =>
    app.doors.partnership(test, id, (tx) =>
      rows(tx, 'select * from released_cells order by release, measure, cell, period'),
    );

  it('is written down cell by cell: what was shown with its amounts, the rest with a reason', async () => {
    const world = await reportedWorld(app);
    await report(app, world);
    const cells = (await ledger(world.id)).filter(({ measure }) => measure === 'absence-days');
    const line = (cell: string, period: string) =>
      cells.find((each) => each.cell === cell && each.period === period);
    expect(line('partnership', '[2026-01-01,2026-04-01)')).toMatchObject({
      units: [world.nursery.unitId, world.school.unitId, world.care.unitId],
      reason: null,
      amounts: [26],
    });
    expect(line(world.school.unitId, '[2026-01-01,2026-04-01)')).toMatchObject({
      reason: null,
      amounts: [12],
    });
    expect(line(world.nursery.unitId, '[2026-01-01,2026-04-01)')).toMatchObject({
      reason: 'too-few-persons',
      amounts: null,
    });
    expect(line('comparison-municipal', '[2026-01-01,2026-04-01)')).toMatchObject({
      reason: null,
      amounts: [20],
    });
    // Nobody was absent in February and March: shown, January would say so.
    expect(line('partnership', '[2026-01-01,2026-02-01)')).toMatchObject({
      reason: 'complementary',
      amounts: null,
    });
    expect(cells).toHaveLength(5 + 3);
  });

  it('is aggregates and workplaces, never a person', async () => {
    const world = await reportedWorld(app);
    const body = await report(app, world);
    const stored = await app.doors.partnership(test, world.id, (tx) =>
      rows(tx, 'select * from partnership_reports, released_cells'),
    );
    const text = JSON.stringify([body, stored]);
    for (const { personId, employmentId, employeeNumber } of [
      ...world.care.employments,
      ...world.school.employments,
    ]) {
      for (const trace of [personId, employmentId, employeeNumber]) expect(text).not.toContain(trace);
    }
  });

  it('is told to the audit of the employer whose figures were read', async () => {
    const world = await reportedWorld(app);
    const { id } = await report(app, world);
    const entries = await app.doors.within(test, world.tenantId, (tx) =>
      rows(tx, `select role, action, subject_ids, purpose from audit_entries where action = 'report.build'`),
    );
    expect(entries).toEqual([
      { role: 'system', action: 'report.build', subject_ids: [id], purpose: 'report to a partnership' },
    ]);
  });

  it('says the same again while nothing has changed', async () => {
    const world = await reportedWorld(app);
    const [first, second] = [await report(app, world), await report(app, world)];
    expect(second.id).not.toBe(first.id);
    expect(second.content).toEqual(first.content);
  });

  it('hides a figure issued again that would tell of one late registration, until there are enough', async () => {
    const world = await reportedWorld(app);
    await report(app, world);
    const sick = (index: number) =>
      app.make.spell(world.tenantId, {
        employmentId: world.school.employments[index]?.employmentId ?? '',
        from: '2026-01-26',
        to: '2026-01-27',
      });
    await sick(10);
    const second = await report(app, world);
    expect(figure(second, 'Fjordskolen', 'absence-rate').now).toMatchObject({
      shown: false,
      reason: 'difference',
    });
    expect(figure(second, 'partnership', 'absence-rate').now.reason).toBe('difference');
    expect(figure(second, 'comparison', 'absence-rate').now.shown).toBe(true);

    for (const index of [11, 12, 13, 14]) await sick(index);
    const third = await report(app, world);
    expect(figure(third, 'Fjordskolen', 'absence-rate').now).toMatchObject({ shown: true, numerator: 22 });
    expect(figure(third, 'partnership', 'absence-rate').now).toMatchObject({ shown: true, numerator: 36 });
  });

  it('hides a half-year whose second quarter, one released before taken away, is too few', async () => {
    app.clock.set('2026-07-10');
    const made = await partnershipWorld(app);
    const school = await made.workplace('Fjordskolen', 20, [
      ...twoDaysEach(2, ['2026-04-13', '2026-04-14']),
      ...twoDaysEach(7, ['2026-01-12', '2026-01-13']),
    ]);
    const id = await made.partnership({ [school.unitId]: 'in' });
    const world = {
      agent: await app.as(await app.make.hat('steering-member', { partnershipId: id })),
      url: `/api/partnerships/${id}/reports`,
    };
    const half = { from: '2026-01-01', to: '2026-06-30' };
    expect(figure(await report(app, world), 'Fjordskolen', 'absence-rate').now).toMatchObject({
      numerator: 14,
    });
    expect(figure(await report(app, world, half), 'Fjordskolen', 'absence-rate').now).toMatchObject({
      reason: 'difference',
    });
    app.clock.set('2026-04-10');
  });

  it('follows the stricter numbers of an employer (definitions 6.5)', async () => {
    const world = await reportedWorld(app);
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId: world.tenantId }));
    const stricter = { ...POLICY_NUMBERS, persons: 25 };
    await hr.put('/api/output-policy').send(stricter).expect(204);
    const body = await report(app, world);
    expect(figure(body, 'Fjordskolen', 'absence-rate').now.reason).toBe('too-few-persons');
    expect(figure(body, 'partnership', 'absence-rate').now.shown).toBe(true);
    await expect(
      app.doors.within(test, world.tenantId, (tx) => tx.query('update disclosure_limits set persons = 9')),
    ).rejects.toThrow('disclosure_persons');
  });

  it('is made once, however often and beside whom the job runs', async () => {
    const world = await reportedWorld(app);
    const ordered = await world.agent.post(world.url).send(QUARTER);
    const key = { partnershipId: world.id, reportId: ordered.body.id };
    const building = app.nest.get(ReportBuildingService);
    await Promise.all([building.build(test, key), building.build(test, key)]);
    const cells = await ledger(world.id);
    await building.build(test, key);
    await app.drainJobs();
    expect(await ledger(world.id)).toEqual(cells);
    expect((await world.agent.get(`${world.url}/${key.reportId}`)).body.state).toBe('ready');
  });
});
