import { row, rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { ABSENCES, counts, importText, lines, operator, ROSTER, spellsOf } from './import-files.js';

type Agent = Awaited<ReturnType<TestApp['as']>>;

let app: TestApp;
let tenantId: string;
let hr: Agent;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-03-11');
  ({ tenantId } = await app.make.employer());
  hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
  await importText(
    app,
    tenantId,
    'roster',
    lines(ROSTER, '1;Ane;Skole/A;Lærer;01-01-2020;;37,00', '2;Bo;Skole/B;Lærer;01-01-2020;;37,00'),
  );
});

const absences = (dataAsOf: string, ...entries: string[]) =>
  importText(app, tenantId, 'absences', lines(ABSENCES, ...entries), { dataAsOf });

const spell = (number: string) =>
  app.doors.within(operator, tenantId, (tx) =>
    row<{ id: string; personId: string; employmentId: string; version: number }>(
      tx,
      `select s.id, e.person_id as "personId", e.id as "employmentId", s.version from employments e
       left join spells s on s.tenant_id = e.tenant_id and s.employment_id = e.id
       where e.employee_number = $1 order by s.first_on limit 1`,
      [number],
    ),
  );
const versions = (): Promise<string[]> =>
  app.doors.within(operator, tenantId, async (tx) => {
    const found = await rows<{ version: string }>(
      tx,
      `select concat_ws(' ', change, first_on, coalesce(last_on::text, 'open'), source, registered_on, superseded_registered_on) as version
       from spell_versions order by superseded_at, version`,
    );
    return found.map(({ version }) => version);
  });
const report = async (number: string, firstOn: string, lastOn: string | null): Promise<string> => {
  const known = await spell(number);
  const { body } = await hr
    .post(`/api/people/${known?.personId}/spells`)
    .send({ employmentId: known?.employmentId, kind: 'own-sickness', firstOn, lastOn })
    .expect(201);
  return String(body.id);
};

describe('a file that comes again (definitions 3.1, 3.2)', () => {
  it('changes what it says otherwise, keeps the version before, and removes nothing', async () => {
    await absences('2026-01-31', '1;790;28-01-2026;', '2;790;05-01-2026;06-01-2026');
    const before = await spell('1');
    expect(counts(await absences('2026-02-28', '1;790;28-01-2026;03-02-2026'))).toBe('+0 ~1 =0 -0 !0 ?0');
    expect(await spellsOf(app, tenantId)).toEqual([
      '1 own-sickness 2026-01-28 2026-02-03 payroll',
      '2 own-sickness 2026-01-05 2026-01-06 payroll',
    ]);
    expect(await versions()).toEqual(['changed 2026-01-28 open payroll 2026-01-31 2026-02-28']);
    expect(await spell('1')).toMatchObject({ id: before?.id, version: 2 });
  });

  it('tells rows apart by source, number, code and first day', async () => {
    await absences('2026-01-31', '1;790;05-01-2026;06-01-2026');
    const outcome = await importText(
      app,
      tenantId,
      'absences',
      lines(ABSENCES, '1;790;05-01-2026;07-01-2026'),
      { source: 'ny' },
    );
    expect(outcome.rejections).toMatchObject([{ line: 2, code: 'overlap' }]);
    expect(
      counts(await absences('2026-01-31', '1;590;05-01-2026;06-01-2026', '1;790;09-01-2026;09-01-2026')),
    ).toBe('+1 ~0 =0 -0 !1 ?0');
  });

  it('does not let older data undo newer ones', async () => {
    await absences('2026-02-28', '1;790;28-01-2026;03-02-2026');
    const outcome = await absences('2026-01-31', '1;790;28-01-2026;', '2;790;28-01-2026;');
    expect(counts(outcome)).toBe('+1 ~0 =1 -0 !0 ?1');
    expect(outcome.remarks).toMatchObject([{ line: 2, code: 'newer-recorded' }]);
  });

  it('knows when the source registered a row, where a column says so', async () => {
    const file = lines(
      `${ABSENCES};Registreret`,
      '1;790;05-01-2026;06-01-2026;08-01-2026',
      '2;790;05-01-2026;06-01-2026;',
    );
    await importText(app, tenantId, 'absences', file, { dataAsOf: '2026-01-31' });
    const registered = await app.doors.within(operator, tenantId, (tx) =>
      rows(
        tx,
        'select registered_on as day, registered_assumed as assumed from spells order by registered_on',
      ),
    );
    expect(registered).toEqual([
      { day: '2026-01-08', assumed: false },
      { day: '2026-01-31', assumed: true },
    ]);
    expect(
      await app.doors.within(operator, tenantId, (tx) =>
        row(tx, 'select source, known_until as until from absence_sources'),
      ),
    ).toEqual({ source: 'payroll', until: '2026-01-31' });
  });
});

describe('a snapshot (definitions 3.1)', () => {
  beforeEach(async () => {
    const mapping = { employeeNumber: 'Tjenestenr', code: 'Fraværskode', from: 'Fra', to: 'Til' };
    await hr
      .post('/api/import-profiles')
      .send({ name: 'alt', kind: 'absences', mapping, snapshotMonths: 2 })
      .expect(201);
    await absences(
      '2026-01-31',
      '1;790;05-12-2025;06-12-2025',
      '1;790;05-01-2026;06-01-2026',
      '2;790;05-01-2026;06-01-2026',
    );
    await report('1', '2026-02-09', '2026-02-10');
  });
  const snapshot = (...entries: string[]) =>
    importText(app, tenantId, 'absences', lines(ABSENCES, ...entries), {
      dataAsOf: '2026-02-28',
      profile: 'alt',
    });

  it('removes what it lacks, of its own source and within its window', async () => {
    expect(counts(await snapshot('2;790;05-01-2026;06-01-2026', '2;790;02-02-2026;02-02-2026'))).toBe(
      '+1 ~0 =1 -1 !0 ?0',
    );
    expect(await spellsOf(app, tenantId)).toEqual([
      '1 own-sickness 2025-12-05 2025-12-06 payroll',
      '1 own-sickness 2026-02-09 2026-02-10 hand',
      '2 own-sickness 2026-01-05 2026-01-06 payroll',
      '2 own-sickness 2026-02-02 2026-02-02 payroll',
    ]);
    expect(await versions()).toEqual(['removed 2026-01-05 2026-01-06 payroll 2026-01-31 2026-02-28']);
  });

  it('removes nothing of a person of whom it has a row that cannot be read', async () => {
    expect(counts(await snapshot('2;790;05-01-2026;06-01-2026', '1;790;x;06-01-2026'))).toBe(
      '+0 ~0 =1 -0 !1 ?0',
    );
  });

  it('makes room for what it brings in place of what it lacks', async () => {
    expect(counts(await snapshot('1;790;04-01-2026;06-01-2026', '2;790;05-01-2026;06-01-2026'))).toBe(
      '+1 ~0 =1 -1 !0 ?0',
    );
  });
});

describe('payroll and what was reported by hand', () => {
  it('confirms a reported spell: its days win, the id stays (definitions 3.3)', async () => {
    const id = await report('1', '2026-03-02', null);
    expect(counts(await absences('2026-03-11', '1;790;01-03-2026;04-03-2026'))).toBe('+0 ~1 =0 -0 !0 ?0');
    expect(await spell('1')).toMatchObject({ id, version: 2 });
    expect(await spellsOf(app, tenantId)).toEqual(['1 own-sickness 2026-03-01 2026-03-04 payroll']);
    expect(await versions()).toEqual(['confirmed 2026-03-02 open hand 2026-03-11 2026-03-11']);
    expect(counts(await absences('2026-03-11', '1;790;01-03-2026;04-03-2026'))).toBe('+0 ~0 =1 -0 !0 ?0');
  });

  it('lets two rows take the days of one report, and one row those of two', async () => {
    await report('1', '2026-02-20', '2026-03-06');
    await report('2', '2026-03-02', '2026-03-03');
    await report('2', '2026-03-05', '2026-03-06');
    const outcome = await absences(
      '2026-03-11',
      '1;790;20-02-2026;28-02-2026',
      '1;526;01-03-2026;06-03-2026',
      '2;790;02-03-2026;06-03-2026',
    );
    expect(counts(outcome)).toBe('+1 ~2 =0 -0 !0 ?1');
    expect(await spellsOf(app, tenantId)).toEqual([
      '1 own-sickness 2026-02-20 2026-02-28 payroll',
      '1 partial-sickness 2026-03-01 2026-03-06 0.500 payroll',
      '2 own-sickness 2026-03-02 2026-03-06 payroll',
    ]);
  });

  it('leaves a correction by hand until the file says something new (definitions 3.4)', async () => {
    await absences('2026-02-28', '1;790;05-01-2026;06-01-2026');
    const known = await spell('1');
    const correction = {
      kind: 'own-sickness',
      firstOn: '2026-01-05',
      lastOn: '2026-01-09',
      degree: 1,
      version: 1,
    };
    await hr.put(`/api/spells/${known?.id}`).send(correction).expect(204);
    const again = await absences('2026-03-01', '1;790;05-01-2026;06-01-2026');
    expect(counts(again)).toBe('+0 ~0 =1 -0 !0 ?1');
    expect(again.remarks).toMatchObject([{ code: 'corrected-by-hand' }]);
    expect(await spellsOf(app, tenantId)).toEqual(['1 own-sickness 2026-01-05 2026-01-09 payroll']);
    expect(counts(await absences('2026-03-02', '1;790;05-01-2026;07-01-2026'))).toBe('+0 ~1 =0 -0 !0 ?0');
    expect(await spellsOf(app, tenantId)).toEqual(['1 own-sickness 2026-01-05 2026-01-07 payroll']);
  });

  it('leaves a deletion by hand likewise', async () => {
    await absences('2026-02-28', '1;790;05-01-2026;06-01-2026');
    const known = await spell('1');
    await hr.post(`/api/spells/${known?.id}/deletion`).send({ reason: 'fejl' }).expect(204);
    expect(counts(await absences('2026-03-01', '1;790;05-01-2026;06-01-2026'))).toBe('+0 ~0 =1 -0 !0 ?1');
    expect(await spellsOf(app, tenantId)).toEqual([]);
    expect(counts(await absences('2026-03-02', '1;790;05-01-2026;07-01-2026'))).toBe('+1 ~0 =0 -0 !0 ?0');
  });
});

describe('undoing an import (definitions 3.5)', () => {
  const undo = async (id: string | null): Promise<string[]> => {
    await hr.post(`/api/imports/${id}/reversal`).expect(202);
    await app.drainJobs();
    expect((await hr.get(`/api/imports/${id}`).expect(200)).body.state).toBe('undone');
    const { body } = await hr.get(`/api/imports/${id}/rejections`).expect(200);
    return body.items.map(
      ({ code, cells }: { code: string; cells: Record<string, string> }) =>
        `${code} ${cells['employeeNumber']} ${cells['from']}`,
    );
  };

  it('removes what it brought, restores what it changed and brings back what it removed', async () => {
    await absences('2026-01-31', '1;790;28-01-2026;', '2;790;05-01-2026;06-01-2026');
    await report('2', '2026-03-02', null);
    const before = await spellsOf(app, tenantId);
    const { importId } = await absences(
      '2026-03-10',
      '1;790;28-01-2026;03-02-2026',
      '2;790;01-03-2026;04-03-2026',
      '2;790;09-02-2026;10-02-2026',
    );
    expect(await undo(importId)).toEqual([]);
    expect(await spellsOf(app, tenantId)).toEqual(before);
    const known = await app.doors.within(operator, tenantId, (tx) =>
      row(tx, 'select known_until as until from absence_sources'),
    );
    expect(known).toEqual({ until: '2026-01-31' });
    expect(
      counts(await absences('2026-03-10', '1;790;28-01-2026;03-02-2026', '2;790;09-02-2026;10-02-2026')),
    ).toBe('+1 ~1 =0 -0 !0 ?0');
  });

  it('brings back what a snapshot removed', async () => {
    const mapping = { employeeNumber: 'Tjenestenr', code: 'Fraværskode', from: 'Fra', to: 'Til' };
    await hr
      .post('/api/import-profiles')
      .send({ name: 'alt', kind: 'absences', mapping, snapshotMonths: 2 })
      .expect(201);
    await absences('2026-01-31', '1;790;05-01-2026;06-01-2026');
    const snapshot = lines(ABSENCES, '1;790;04-01-2026;06-01-2026');
    const { importId } = await importText(app, tenantId, 'absences', snapshot, {
      dataAsOf: '2026-02-28',
      profile: 'alt',
    });
    expect(await spellsOf(app, tenantId)).toEqual(['1 own-sickness 2026-01-04 2026-01-06 payroll']);
    expect(await undo(importId)).toEqual([]);
    expect(await spellsOf(app, tenantId)).toEqual(['1 own-sickness 2026-01-05 2026-01-06 payroll']);
  });

  it('leaves and lists what was changed since', async () => {
    const { importId } = await absences(
      '2026-01-31',
      '1;790;28-01-2026;',
      '2;790;05-01-2026;06-01-2026',
      '2;790;12-01-2026;13-01-2026',
    );
    await absences('2026-02-28', '1;790;28-01-2026;03-02-2026');
    const known = await spell('2');
    await hr.post(`/api/spells/${known?.id}/recovery`).send({ lastOn: '2026-01-05' }).expect(204);
    expect(await undo(importId)).toEqual(['changed-since 1 2026-01-28', 'changed-since 2 2026-01-05']);
    expect(await spellsOf(app, tenantId)).toEqual([
      '1 own-sickness 2026-01-28 2026-02-03 payroll',
      '2 own-sickness 2026-01-05 2026-01-05 payroll',
    ]);
  });

  it('brings nothing back onto days that are taken by now', async () => {
    const id = await report('1', '2026-03-02', '2026-03-08');
    const { importId } = await absences('2026-03-10', '1;790;01-03-2026;04-03-2026');
    await report('1', '2026-03-06', '2026-03-07');
    expect(await undo(importId)).toEqual(['changed-since 1 2026-03-01']);
    expect(await spell('1')).toMatchObject({ id, version: 2 });
  });
});
