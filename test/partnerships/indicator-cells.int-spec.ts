import { systemActor } from '../../src/access/index.js';
import { IndicatorCellsService, type IndicatorCell } from '../../src/partnerships/index.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const operator = systemActor('operator command');
const period = { from: localDate('2025-03-01'), to: localDate('2025-05-31') };

describe('the cells of a contract', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    app.clock.set('2025-10-15');
  });
  afterAll(() => app.close());

  const newFirm = async () => {
    const { tenantId } = await app.make.employer();
    const care = await app.make.unit(tenantId);
    const team = await app.make.unit(tenantId, { parentId: care });
    const school = await app.make.unit(tenantId);
    return { tenantId, care, team, school };
  };
  const read = (units: readonly { tenantId: string; unitId: string; arm: 'in' | 'comparison' }[]) =>
    app.nest
      .get(IndicatorCellsService)
      .read(operator, { partnershipId: units[0]?.unitId ?? '', units, period });
  const amounts = (cells: readonly IndicatorCell[], unitId: string, indicator: string) =>
    Object.fromEntries(
      cells
        .filter((cell) => cell.unitId === unitId && cell.indicator === indicator)
        .map((cell) => [cell.month, cell.amount]),
    );

  it('are what a hand counts', async () => {
    const { tenantId, care, team, school } = await newFirm();
    // Full time in the team below the care centre; half time at the centre itself; one at the school.
    const full = await app.make.employment(tenantId, { unitId: team, hours: 37 });
    const half = await app.make.employment(tenantId, { unitId: care, hours: 18.5 });
    const other = await app.make.employment(tenantId, { unitId: school, hours: 37, from: '2025-04-16' });
    // 3 March to 16 May 2025 in two rows that touch: 75 calendar days, its thirtieth 1 April, its thirty-first 2 April.
    await app.make.spell(tenantId, { employmentId: full.employmentId, from: '2025-03-03', to: '2025-03-31' });
    await app.make.spell(tenantId, { employmentId: full.employmentId, from: '2025-04-01', to: '2025-05-16' });
    // Thursday and Friday, at half time.
    await app.make.spell(tenantId, { employmentId: half.employmentId, from: '2025-03-27', to: '2025-03-28' });
    // Thirty days to the day: not long. 1-30 May has 21 working days less Ascension Day (29 May).
    await app.make.spell(tenantId, {
      employmentId: other.employmentId,
      from: '2025-05-01',
      to: '2025-05-30',
    });

    const cells = await read([
      { tenantId, unitId: care, arm: 'in' },
      { tenantId, unitId: school, arm: 'comparison' },
    ]);
    // March 2025 from the 3rd has 21 working days; April 22 less Maundy Thursday, Good Friday and Easter Monday; 1-16 May 12.
    expect(amounts(cells, care, 'days')).toEqual({ '2025-03': '22', '2025-04': '19', '2025-05': '12' });
    expect(amounts(cells, care, 'days-cut-at-30')).toEqual({
      '2025-03': '22',
      '2025-04': '1',
      '2025-05': '0',
    });
    expect(amounts(cells, care, 'spells')).toEqual({ '2025-03': '1', '2025-04': '0', '2025-05': '1' });
    expect(amounts(cells, care, 'long-spells')).toEqual({ '2025-03': '0', '2025-04': '1', '2025-05': '0' });
    expect(amounts(cells, school, 'days')).toEqual({ '2025-04': '0', '2025-05': '21' });
    expect(amounts(cells, school, 'days-cut-at-30')).toEqual({ '2025-04': '0', '2025-05': '21' });
    expect(amounts(cells, school, 'long-spells')).toEqual({ '2025-04': '0', '2025-05': '0' });
    const march = cells.find((cell) => cell.unitId === care && cell.month === '2025-03');
    expect(march).toMatchObject({ tenantId, arm: 'in', exposure: '1.5', persons: 2, provisional: false });
    const april = cells.find((cell) => cell.unitId === school && cell.month === '2025-04');
    expect(april).toMatchObject({ arm: 'comparison', exposure: '0.5', persons: 1 });
  });

  it('begin with the month in which absence was first recorded, and end with the last that is over', async () => {
    const { tenantId, care } = await newFirm();
    const { employmentId } = await app.make.employment(tenantId, { unitId: care });
    await app.make.spell(tenantId, { employmentId, from: '2025-04-10', to: '2025-04-11' });
    app.clock.set('2025-05-20');
    const cells = await read([{ tenantId, unitId: care, arm: 'in' }]);
    expect([...new Set(cells.map((cell) => cell.month))]).toEqual(['2025-04']);
    expect(cells.every((cell) => cell.provisional)).toBe(true);
    app.clock.set('2025-10-15');
  });

  it('are told of by the audit of each employer', async () => {
    const { tenantId, care } = await newFirm();
    await read([{ tenantId, unitId: care, arm: 'in' }]);
    const entries = await app.doors.within(operator, tenantId, (tx) =>
      tx.query(`select action, role from audit_entries where tenant_id = '${tenantId}'`),
    );
    expect(entries).toEqual([{ action: 'indicators.read', role: 'system' }]);
  });
});
