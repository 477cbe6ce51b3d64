import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemActor } from '../../src/access/index.js';
import { ImportService } from '../../src/absence/index.js';
import { row } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { ABSENCES, counts, importText, lines, operator, ROSTER, spellsOf } from './import-files.js';

const REAL = resolve('../shared/data/real-spells');
const itOnRealFiles = existsSync(REAL) ? it : it.skip;

let app: TestApp;
let tenantId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ tenantId } = await app.make.employer());
});

const absences = (...rows: string[]) => importText(app, tenantId, 'absences', lines(ABSENCES, ...rows));

describe('real files of a payroll office', () => {
  itOnRealFiles('bring 379 people and 5,149 spells, and nothing the second time', async () => {
    const service = app.nest.get(ImportService);
    const actor = systemActor('operator command');
    const roster = { tenantId, kind: 'roster', path: resolve(REAL, 'medarbejdere.csv') } as const;
    const file = { tenantId, kind: 'absences', path: resolve(REAL, 'fravær.csv') } as const;
    expect(counts(await service.importFile(actor, roster))).toBe('+379 ~0 =0 -0 !0 ?0');
    expect(counts(await service.importFile(actor, { ...file, dryRun: true }))).toBe('+5149 ~0 =0 -0 !0 ?1');
    const first = await service.importFile(actor, file);
    expect(counts(first)).toBe('+5149 ~0 =0 -0 !0 ?1');
    expect(first.remarks).toMatchObject([{ code: 'after-employment' }]);
    expect(counts(await service.importFile(actor, file))).toBe('+0 ~0 =5149 -0 !0 ?1');
    expect(counts(await service.importFile(actor, roster))).toBe('+0 ~0 =379 -0 !0 ?0');
    const kept = await app.doors.within(operator, tenantId, (tx) =>
      row<{ spells: number; people: number; units: number }>(
        tx,
        'select (select count(*) from spells) as spells, (select count(*) from people) as people, (select count(*) from units) as units',
      ),
    );
    expect(kept).toEqual({ spells: 5149, people: 379, units: 9 });
  });
});

describe('rows of absences', () => {
  beforeEach(async () => {
    await importText(
      app,
      tenantId,
      'roster',
      lines(
        ROSTER,
        '1;Ane;Skole/A;Lærer;01-01-2020;;37,00',
        '2;Bo;Skole/B;Lærer;01-01-2020;31-12-2024;37,00',
      ),
    );
  });

  it('are told apart by what is wrong with them, and one bad row stops no other', async () => {
    const outcome = await absences(
      '1;790;01-03-2024;04-03-2024',
      '9;790;01-03-2024;04-03-2024',
      '1;123;01-03-2024;04-03-2024',
      '1;790;04-04-2024;01-04-2024',
      '1;790;x;01-04-2024',
      '1;790;01-04-2204;02-04-2204',
      '2;790;01-04-2025;02-04-2025',
      '1;790;03-03-2024;06-03-2024',
      '1;790;01-03-2024;04-03-2024',
      '1;790;7,40;',
      '1;790',
      '1;790;;',
      '2;790;30-12-2024;03-01-2025',
      '1;1200;02-03-2024;02-03-2024',
    );
    expect(counts(outcome)).toBe('+3 ~0 =0 -0 !11 ?1');
    expect(outcome.rejections.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 unknown-person',
      '4 unknown-code',
      '5 reversed-dates',
      '6 date-unreadable',
      '7 year-absurd',
      '8 outside-employment',
      '9 overlap',
      '10 duplicate-row',
      '11 hours-as-days',
      '12 row-broken',
      '13 missing-field',
    ]);
    expect(outcome.remarks.map(({ line, code }) => `${line} ${code}`)).toEqual(['14 after-employment']);
    expect(await spellsOf(app, tenantId)).toEqual([
      '1 own-sickness 2024-03-01 2024-03-04 payroll',
      '1 child-first-day 2024-03-02 2024-03-02 payroll',
      '2 own-sickness 2024-12-30 2025-01-03 payroll',
    ]);
  });
});
