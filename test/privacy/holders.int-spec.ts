import { randomUUID } from 'node:crypto';
import { PersonalDataHolders, systemActor, type RetentionClass } from '../../src/access/index.js';
import { change, row, type Tx } from '../../src/platform/database/rows.js';
import { Cipher } from '../../src/platform/storage/cipher.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const test = systemActor('operator command');
const today = localDate('2026-03-11');
const before = localDate('2024-01-01');

describe('the holders of personal data', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const within = <T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    app.doors.within(test, tenantId, work);

  /** A former employee with an old absence, a withdrawn signal, a note on it and a closed case. */
  const formerEmployee = async (tenantId: string) => {
    const unitId = await app.make.unit(tenantId, { name: 'Skolen' });
    const made = await app.make.employment(tenantId, { unitId, name: 'Åse Ørsted', to: '2022-06-30' });
    await app.make.spell(tenantId, { employmentId: made.employmentId, from: '2022-01-03', to: '2022-01-05' });
    const note = await app.nest.get(Cipher).seal(tenantId, Buffer.from('Ringer tirsdag'));
    await within(tenantId, async (tx) => {
      const signal = await row<{ id: string }>(
        tx,
        `insert into signals (tenant_id, person_id, employment_id, unit_id, rule, reason_from, reason_to, facts, raised_on, due_on, withdrawn_at)
         values ($1, $2, $3, $4, 'spells-3-in-183-days', '2022-01-03', '2022-01-05', '{}', '2022-01-06', '2022-01-09', '2022-02-01') returning id`,
        [tenantId, made.personId, made.employmentId, unitId],
      );
      const one = await row<{ id: string }>(
        tx,
        `insert into cases (tenant_id, subject, person_id, unit_id, opened_on, opened_by_hat, owner_hat, closed_on, closed_at, closed_by_hat, outcome)
         values ($1, 'person', $2, $3, '2022-01-07', $4, $4, '2022-02-01', now(), $4, 'back-at-work') returning id`,
        [tenantId, made.personId, unitId, randomUUID()],
      );
      await change(tx, 'insert into case_signals values ($1, $2, $3)', [tenantId, one?.id, signal?.id]);
      for (const caseId of [one?.id, null]) {
        await change(
          tx,
          `insert into contacts (tenant_id, signal_id, case_id, kind, held_on, reached, agreement_cipher, recorded_by_hat)
           values ($1, $2, $3, 'line-manager', '2022-01-08', true, $4, $5)`,
          [tenantId, signal?.id, caseId, note, randomUUID()],
        );
      }
      await change(
        tx,
        `insert into notices (tenant_id, hat_id, event, subject_id, created_at) values ($1, $2, 'raised', $3, '2022-01-06')`,
        [tenantId, randomUUID(), signal?.id],
      );
    });
    return made;
  };

  const eraseAll = (tenantId: string, classes: readonly RetentionClass[]) =>
    within(tenantId, async (tx) => {
      const erased: Record<string, number> = {};
      for (const dataClass of classes) {
        for (const holder of app.nest.get(PersonalDataHolders).all()) {
          if (!holder.classes.includes(dataClass)) continue;
          const cut = { tenantId, dataClass, before, today };
          const due = await holder.due(tx, cut);
          const taken = await holder.erase(tx, cut, 1000);
          if (taken !== due) throw new Error(`${holder.domain} ${dataClass}: ${due} due, ${taken} erased`);
          erased[dataClass] = (erased[dataClass] ?? 0) + taken;
        }
      }
      return erased;
    });

  const ALL: RetentionClass[] = [
    'notices',
    'conversation-notes',
    'signals',
    'cases',
    'absence',
    'former-employees',
  ];

  it('describe what they hold, with what was agreed in plain words', async () => {
    const { tenantId } = await app.make.employer({ sector: 'private' });
    const { personId, employeeNumber } = await formerEmployee(tenantId);
    const sections = await within(tenantId, (tx) =>
      app.nest.get(PersonalDataHolders).describe(tx, { tenantId, personId }),
    );
    const rowsOf = (name: string) => sections.find(({ section }) => section === name)?.rows;
    expect(rowsOf('people.person')).toEqual([['Åse Ørsted', employeeNumber, expect.any(String)]]);
    expect(rowsOf('people.employments')?.[0]?.slice(1, 5)).toEqual([
      '2020-01-01',
      '2022-06-30',
      'Skolen',
      '37.00',
    ]);
    expect(rowsOf('absence.spells')?.[0]?.slice(1, 4)).toEqual(['own-sickness', '2022-01-03', '2022-01-05']);
    expect(rowsOf('signals.signals')).toHaveLength(1);
    expect(rowsOf('cases.cases')).toEqual([['2022-01-07', 'Skolen', '2022-02-01', 'back-at-work']]);
    expect(rowsOf('cases.contacts')?.map((cells) => cells[5])).toEqual(['Ringer tirsdag', 'Ringer tirsdag']);
    expect(rowsOf('notifications.notices')).toHaveLength(1);
    for (const { columns, rows } of sections) {
      expect(rows.every((cells) => cells.length === columns.length)).toBe(true);
    }
  });

  it('erase what is over, class by class, as much as they said was due', async () => {
    const { tenantId } = await app.make.employer({ sector: 'private' });
    const { personId } = await formerEmployee(tenantId);
    expect(await eraseAll(tenantId, ALL)).toEqual({
      notices: 1,
      'conversation-notes': 2,
      signals: 2,
      cases: 1,
      absence: 1,
      'former-employees': 1,
    });
    const left = await within(tenantId, (tx) =>
      app.nest.get(PersonalDataHolders).describe(tx, { tenantId, personId }),
    );
    const counts = Object.fromEntries(left.map(({ section, rows }) => [section, rows.length]));
    expect(counts).toMatchObject({
      'absence.spells': 0,
      'signals.signals': 0,
      'cases.cases': 0,
      'cases.contacts': 0,
    });
    expect(left.find(({ section }) => section === 'people.person')?.rows[0]?.slice(0, 2)).toEqual([
      '–',
      `erased ${personId}`,
    ]);
    expect(await eraseAll(tenantId, ALL)).toEqual(Object.fromEntries(ALL.map((name) => [name, 0])));
  });

  it('leave what is not over, what another tenant has, and everything under a legal hold', async () => {
    const { tenantId } = await app.make.employer({ sector: 'private' });
    const { tenantId: other } = await app.make.employer({ sector: 'private' });
    const { personId } = await formerEmployee(tenantId);
    const elsewhere = await formerEmployee(other);
    const unitId = await app.make.unit(tenantId);
    const here = await app.make.employment(tenantId, { unitId });
    await app.make.spell(tenantId, { employmentId: here.employmentId, from: '2023-12-30', to: '2024-01-01' });
    const hold = (until: string | null) =>
      within(tenantId, (tx) =>
        change(
          tx,
          `insert into legal_holds (tenant_id, person_id, reason_cipher, until, placed_by_hat) values ($1, $2, '', $3, $4)`,
          [tenantId, personId, until, randomUUID()],
        ),
      );
    await hold('2026-03-11');
    expect(await eraseAll(tenantId, ALL)).toEqual(Object.fromEntries(ALL.map((name) => [name, 0])));

    await within(tenantId, (tx) => change(tx, `update legal_holds set until = '2026-03-10'`));
    expect(await eraseAll(tenantId, ALL)).toMatchObject({ absence: 1, 'former-employees': 1 });
    const kept = await within(other, (tx) =>
      app.nest.get(PersonalDataHolders).describe(tx, { tenantId: other, personId: elsewhere.personId }),
    );
    expect(kept.find(({ section }) => section === 'absence.spells')?.rows).toHaveLength(1);
  });

  it('erase one person on request, and nobody else', async () => {
    const { tenantId } = await app.make.employer({ sector: 'private' });
    const one = await formerEmployee(tenantId);
    const two = await formerEmployee(tenantId);
    await within(tenantId, async (tx) => {
      for (const holder of app.nest.get(PersonalDataHolders).all()) {
        await holder.erasePerson(tx, { tenantId, personId: one.personId });
      }
    });
    const count = async (personId: string) => {
      const sections = await within(tenantId, (tx) =>
        app.nest.get(PersonalDataHolders).describe(tx, { tenantId, personId }),
      );
      return sections.reduce((sum, { rows }) => sum + rows.length, 0);
    };
    // The person and the employment, without a name.
    expect(await count(one.personId)).toBe(2);
    expect(await count(two.personId)).toBe(8);
  });

  it('tell of a moment by the day in Denmark, in summer and in winter', async () => {
    const days = await app.doors.system('test', (tx) =>
      row(
        tx,
        `select day_of('2026-06-30T21:59Z') as before, day_of('2026-06-30T22:00Z') as summer,
           day_of('2026-12-31T22:59Z') as eve, day_of('2026-12-31T23:00Z') as winter`,
        [],
      ),
    );
    expect(days).toEqual({
      before: '2026-06-30',
      summer: '2026-07-01',
      eve: '2026-12-31',
      winter: '2027-01-01',
    });
  });
});
