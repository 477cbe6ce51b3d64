import { row, rows } from '../../src/platform/database/rows.js';
import { counts, importText, lines, operator } from '../absence/import-files.js';
import { startTestApp, type TestApp } from '../harness/app.js';

let app: TestApp;
let tenantId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ tenantId } = await app.make.employer());
});

const HEADER = 'Tjenestenr;Navn;Enhed;Stilling;Ansat fra;Ansat til;Timer pr. uge;Leder;Gælder fra';
const roster = (dataAsOf: string, ...entries: string[]) =>
  importText(app, tenantId, 'roster', lines(HEADER, ...entries), { dataAsOf });

/** Every employment's terms as text: number, days, unit, hours, job, manager. */
const terms = (): Promise<string[]> =>
  app.doors.within(operator, tenantId, async (tx) => {
    const found = await rows<{ term: string }>(
      tx,
      `select concat_ws(' ', e.employee_number, t.valid, (select string_agg(v.name, '/' order by array_length(v.path, 1)) from unit_versions u
         join unit_versions v on v.tenant_id = u.tenant_id and v.unit_id = any (u.path) and v.valid @> lower(t.valid)
         where u.tenant_id = t.tenant_id and u.unit_id = t.unit_id and u.valid @> lower(t.valid)),
         t.weekly_hours, t.job_group, m.person_key) as term
       from employments e join employment_terms t on t.tenant_id = e.tenant_id and t.employment_id = e.id
       left join people m on m.tenant_id = t.tenant_id and m.id = t.manager_person_id
       order by e.employee_number, lower(t.valid)`,
    );
    return found.map(({ term }) => term);
  });

describe('a roster', () => {
  it('brings units, people and employments with their terms over time', async () => {
    const outcome = await roster(
      '2026-01-31',
      '1;Ane;Skole/A;Lærer;01-01-2020;;37,00;2;',
      '2;Bo;Skole/A;Leder;01-08-2015;;37,00;;',
      '2;Bo;Skole/B;Leder;01-08-2015;;32,00;;01-03-2021',
      '3;Ce;Hjem;SOSU;01-02-2026;30-06-2026;28,50;Bo;',
    );
    expect(counts(outcome)).toBe('+4 ~0 =0 -0 !0 ?0');
    expect(await terms()).toEqual([
      '1 [2020-01-01,) Skole/A 37.00 Lærer 2',
      '2 [2015-08-01,2021-03-01) Skole/A 37.00 Leder',
      '2 [2021-03-01,) Skole/B 32.00 Leder',
      '3 [2026-02-01,2026-07-01) Hjem 28.50 SOSU 2',
    ]);
  });

  it('that comes again changes nothing', async () => {
    const entries = [
      '1;Ane;Skole/A;Lærer;01-01-2020;;37,00;2;',
      '2;Bo;Skole/A;Leder;01-08-2015;31-12-2024;37,00;;',
      '2;Bo;Skole/B;Leder;01-08-2015;31-12-2024;32,00;;01-03-2021',
    ];
    await roster('2026-01-31', ...entries);
    const before = await terms();
    expect(counts(await roster('2026-01-31', ...entries))).toBe('+0 ~0 =3 -0 !0 ?0');
    expect(counts(await roster('2026-03-31', ...entries))).toBe('+0 ~0 =3 -0 !0 ?0');
    expect(await terms()).toEqual(before);
  });

  it('tells of moves, hours and ends from the day of its data on, and never rewrites the past', async () => {
    await roster(
      '2026-01-31',
      '1;Ane;Skole/A;Lærer;01-01-2020;;37,00;;',
      '2;Bo;Skole/A;Lærer;01-01-2020;;37,00;;',
      '3;Ce;Hjem;SOSU;01-01-2020;;30,00;;',
    );
    const outcome = await roster(
      '2026-02-28',
      '1;Ane Holm;Skole/B;Lærer;01-01-2020;;37,00;;',
      '2;Bo;Skole/A;Lærer;01-01-2020;31-03-2026;32,00;;01-02-2026',
    );
    expect(counts(outcome)).toBe('+0 ~2 =0 -0 !0 ?0');
    expect(await terms()).toEqual([
      '1 [2020-01-01,2026-02-28) Skole/A 37.00 Lærer',
      '1 [2026-02-28,) Skole/B 37.00 Lærer',
      '2 [2020-01-01,2026-02-01) Skole/A 37.00 Lærer',
      '2 [2026-02-01,2026-04-01) Skole/A 32.00 Lærer',
      '3 [2020-01-01,) Hjem 30.00 SOSU',
    ]);
    expect(
      await app.doors.within(operator, tenantId, (tx) =>
        row(tx, `select name from people where person_key = '1'`),
      ),
    ).toEqual({ name: 'Ane Holm' });
    // Older data that come late tell of the time before, not of the time since.
    await roster('2026-01-15', '1;Ane Holm;Skole/C;Lærer;01-01-2020;;37,00;;');
    expect((await terms()).slice(0, 3)).toEqual([
      '1 [2020-01-01,2026-01-15) Skole/A 37.00 Lærer',
      '1 [2026-01-15,2026-02-28) Skole/C 37.00 Lærer',
      '1 [2026-02-28,) Skole/B 37.00 Lærer',
    ]);
  });

  it('knows who comes back, and whose employment began earlier than it said', async () => {
    await roster(
      '2026-01-31',
      '1;Ane;Skole/A;Lærer;01-01-2015;31-12-2018;37,00;;',
      '2;Bo;Skole/A;Lærer;01-06-2020;;37,00;;',
    );
    const outcome = await roster(
      '2026-02-28',
      '1;Ane;Skole/A;Lærer;01-01-2022;;37,00;;',
      '2;Bo;Skole/A;Lærer;01-01-2020;;37,00;;',
    );
    expect(counts(outcome)).toBe('+1 ~1 =0 -0 !0 ?0');
    expect(await terms()).toEqual([
      '1 [2015-01-01,2019-01-01) Skole/A 37.00 Lærer',
      '1 [2022-01-01,) Skole/A 37.00 Lærer',
      '2 [2020-01-01,) Skole/A 37.00 Lærer',
    ]);
    const people = await app.doors.within(operator, tenantId, (tx) =>
      row(tx, 'select count(*) as count from people'),
    );
    expect(people).toEqual({ count: 2 });
  });

  it('tells its bad rows apart and takes the others', async () => {
    const outcome = await roster(
      '2026-01-31',
      '1;Ane;Skole/A;Lærer;01-01-2020;;37,00;99;',
      '1;Ane;Skole/A;Lærer;01-01-2020;;37,00;;',
      '1;Ane;Skole/A;Lærer;01-01-2023;;37,00;;',
      '2;Bo;Skole//A;Lærer;01-01-2020;;37,00;;',
      '3;;Skole/A;Lærer;01-01-2020;;37,00;;',
      '4;Di;Skole/A;Lærer;01-01-2020;31-12-2021;37,00;;01-03-2022',
      '5;Ed;Skole/A;Lærer;01-01-2020;31-12-2019;37,00;;',
      '6;Fi;Skole/A;Lærer;01-01-2020;;;;',
    );
    expect(outcome.rejections.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 duplicate-row',
      '4 overlap',
      '5 unit-unreadable',
      '6 missing-field',
      '7 outside-employment',
      '8 reversed-dates',
    ]);
    expect(outcome.remarks.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '2 unknown-manager',
      '9 hours-assumed',
    ]);
    expect(counts(outcome)).toBe('+2 ~0 =0 -0 !6 ?2');
    expect((await terms()).map((term) => term.slice(0, 1))).toEqual(['1', '6']);
  });

  it('keeps what it has no column for', async () => {
    await roster(
      '2026-01-31',
      '1;Ane;Skole/A;Lærer;01-01-2020;31-12-2026;37,00;2;',
      '2;Bo;Skole/A;Leder;01-01-2020;;37,00;;',
    );
    const small = lines(
      'Tjenestenr;Navn;Enhed;Ansat fra;Timer pr. uge',
      '1;Ane;Skole/A;01-01-2020;37,00',
      '2;Bo;Skole/A;01-01-2020;37,00',
    );
    expect(counts(await importText(app, tenantId, 'roster', small, { dataAsOf: '2026-02-28' }))).toBe(
      '+0 ~0 =2 -0 !0 ?0',
    );
  });

  it('joins two employments of one person by a key that is never a CPR number', async () => {
    const file = lines(
      'Tjenestenr;CPR;Navn;Enhed;Ansat fra;Timer pr. uge',
      '1;010180-1234;Ane;Skole/A;01-01-2020;20,00',
      '2;0101801234;Ane;Skole/B;01-01-2020;17,00',
    );
    await importText(app, tenantId, 'roster', file);
    const people = await app.doors.within(operator, tenantId, (tx) =>
      rows<{ key: string }>(tx, 'select person_key as key from people'),
    );
    expect(people).toHaveLength(1);
    expect(people[0]?.key).not.toContain('1234');
  });

  it('is undone as far as nothing else has come since', async () => {
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    await roster(
      '2026-01-31',
      '1;Ane;Skole/A;Lærer;01-01-2020;;37,00;;',
      '2;Bo;Skole/A;Lærer;01-01-2020;;37,00;;',
    );
    const before = await terms();
    const { importId } = await roster(
      '2026-02-28',
      '1;Ane;Skole/B;Lærer;01-01-2020;;37,00;;',
      '2;Bo;Skole/A;Lærer;01-01-2020;31-03-2026;37,00;;',
      '3;Ce;Hjem;SOSU;01-01-2020;;30,00;;',
      '4;Di;Hjem;SOSU;01-01-2020;;30,00;;',
    );
    await importText(
      app,
      tenantId,
      'absences',
      lines('Tjenestenr;Fraværskode;Fra;Til', '4;790;02-02-2026;03-02-2026'),
    );
    await hr.post(`/api/imports/${importId}/reversal`).expect(202);
    await app.drainJobs();
    expect(await terms()).toEqual([...before, '4 [2020-01-01,) Hjem 30.00 SOSU']);
    const { body } = await hr.get(`/api/imports/${importId}/rejections`).expect(200);
    expect(body.items).toMatchObject([{ code: 'changed-since', cells: { employeeNumber: '4' } }]);
    const people = await app.doors.within(operator, tenantId, (tx) =>
      row(tx, 'select count(*) as count from people'),
    );
    expect(people).toEqual({ count: 3 });
  });
});
