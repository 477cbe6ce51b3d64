import { randomUUID } from 'node:crypto';
import { refreshMonthFacts } from '../../src/absence/index.js';
import { PersonalDataHolders, systemActor } from '../../src/access/index.js';
import { eraseWhatIsOver, sweepRetention } from '../../src/access/privacy/retention.jobs.js';
import { RetentionService } from '../../src/access/privacy/retention.service.js';
import { ClearMails } from '../../src/notifications/clear-mails.processor.js';
import { change, row, rows, type Tx } from '../../src/platform/database/rows.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import { importText, lines, ABSENCES, ROSTER } from '../absence/import-files.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const test = systemActor('operator command');

describe('retention', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clock.set('2026-03-11'));

  const within = <T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    app.doors.within(test, tenantId, work);
  const count = async (tenantId: string, table: string, where = 'true'): Promise<number> =>
    (
      await within(tenantId, (tx) =>
        row<{ n: number }>(tx, `select count(*)::int as n from ${table} where ${where}`),
      )
    )?.n ?? -1;
  const oldNotices = (tenantId: string, many: number) =>
    within(tenantId, (tx) =>
      change(
        tx,
        `insert into notices (tenant_id, hat_id, event, subject_id, created_at)
         select $1, gen_random_uuid(), 'raised', gen_random_uuid(), '2025-01-01' from generate_series(1, $2::int)`,
        [tenantId, many],
      ),
    );
  const closedCase = async (tenantId: string, personId: string, unitId: string): Promise<string> => {
    const made = await within(tenantId, (tx) =>
      row<{ id: string }>(
        tx,
        `insert into cases (tenant_id, subject, person_id, unit_id, opened_on, opened_by_hat, owner_hat, closed_on, closed_at, closed_by_hat, outcome)
         values ($1, 'person', $2, $3, '2019-01-07', $4, $4, '2019-02-01', now(), $4, 'back-at-work') returning id`,
        [tenantId, personId, unitId, randomUUID()],
      ),
    );
    return made?.id ?? '';
  };
  /** An old signal that a case took up. */
  const takenUp = (tenantId: string, caseId: string) =>
    within(tenantId, (tx) =>
      change(
        tx,
        `with raised as (
           insert into signals (tenant_id, person_id, employment_id, unit_id, rule, reason_from, reason_to, facts, raised_on, due_on, withdrawn_at)
           select $1, e.person_id, e.id, c.unit_id, 'spells-3-in-183-days', '2019-01-02', '2019-01-03', '{}', '2019-01-04', '2019-01-11', '2019-02-01'
           from cases c join employments e on e.tenant_id = c.tenant_id and e.person_id = c.person_id
           where c.tenant_id = $1 and c.id = $2 returning id)
         insert into case_signals select $1, $2, id from raised`,
        [tenantId, caseId],
      ),
    );
  const night = async () => {
    await app.doors.system('test', (tx) => addJob(tx, sweepRetention, {}));
    await app.drainJobs();
  };
  interface Rule {
    readonly dataClass: string;
    readonly days: number;
    readonly due: number;
    readonly lastErased: number | null;
  }
  const ruleOf = (body: { items: Rule[] }, dataClass: string) =>
    body.items.find((rule) => rule.dataClass === dataClass);

  it('shows the administrator each class with its time and what would go, and nothing is erased by looking', async () => {
    const { tenantId } = await app.make.employer();
    await oldNotices(tenantId, 7);
    const administrator = await app.as(await app.make.hat('administrator', { tenantId }));
    const { body } = await administrator.get('/api/retention').expect(200);
    const shown = body.items.map(({ dataClass, days }: Rule) => [dataClass, days]);
    expect(shown.filter(([dataClass]: [string]) => dataClass !== 'access-log')).toEqual([
      ['import-files', 30],
      ['notices', 180],
      ['signals', 730],
      ['conversation-notes', 730],
      ['cases', 1826],
      ['introductions', 1095],
      ['absence', 1826],
      ['former-employees', 1826],
    ]);
    expect(ruleOf(body, 'notices')).toMatchObject({ due: 7, lastErased: null });
    expect(body.abilities).toContain('retention.change');
    expect(await count(tenantId, 'notices')).toBe(7);
  });

  it('tells few as few to who may not see whose they are', async () => {
    const { tenantId } = await app.make.employer({ sector: 'private' });
    const unitId = await app.make.unit(tenantId);
    await closedCase(tenantId, (await app.make.employment(tenantId, { unitId })).personId, unitId);
    await oldNotices(tenantId, 5);
    const told = async (role: 'hr-manager' | 'administrator' | 'employee-representative') => {
      const { body } = await (await app.as(await app.make.hat(role, { tenantId }))).get('/api/retention');
      return [ruleOf(body, 'cases')?.due, ruleOf(body, 'notices')?.due, body.holds];
    };
    expect(await told('hr-manager')).toEqual([1, 5, 0]);
    expect(await told('employee-representative')).toEqual([null, 5, 0]);
    await within(tenantId, (tx) =>
      tx.query('insert into disclosure_limits (tenant_id, count) values ($1, 6)', [tenantId]),
    );
    expect(await told('administrator')).toEqual([null, null, 0]);
  });

  it('is changed with a reason, which is on record, and never below what the rules look back on', async () => {
    const { tenantId } = await app.make.employer();
    const administrator = await app.as(await app.make.hat('administrator', { tenantId }));
    const put = (dataClass: string, body: object) =>
      administrator.put(`/api/retention/${dataClass}`).send(body);
    await put('notices', { days: 60 }).expect(400);
    await put('absence', { days: 365, reason: 'For kort til reglerne' }).expect(400);
    await put('nothing', { days: 60, reason: 'Findes ikke her' }).expect(404);
    await put('notices', { days: 60, reason: 'Aftalt med MED-udvalget' }).expect(204);
    const { body } = await administrator.get('/api/retention');
    expect(ruleOf(body, 'notices')).toMatchObject({ days: 60, reason: 'Aftalt med MED-udvalget' });
    expect(
      await count(tenantId, 'audit_entries', `action = 'retention.change' and outcome = 'allowed'`),
    ).toBe(1);

    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    await hr.put('/api/retention/notices').send({ days: 61, reason: 'Må jeg ikke her' }).expect(403);
    const other = await app.make.employer();
    const elsewhere = await app.as(await app.make.hat('administrator', { tenantId: other.tenantId }));
    expect(ruleOf((await elsewhere.get('/api/retention')).body, 'notices')).toMatchObject({ days: 180 });
  });

  it('erases by night in batches, by each tenant’s own times, and says how much', async () => {
    const { tenantId } = await app.make.employer();
    const other = await app.make.employer();
    await oldNotices(tenantId, 2_500);
    await oldNotices(other.tenantId, 5);
    await within(other.tenantId, (tx) =>
      change(tx, `insert into retention_rules values ($1, 'notices', 3650, 'Længere her', $2, now())`, [
        other.tenantId,
        randomUUID(),
      ]),
    );
    await night();
    expect(await count(tenantId, 'notices')).toBe(0);
    expect(await count(other.tenantId, 'notices')).toBe(5);
    const administrator = await app.as(await app.make.hat('administrator', { tenantId }));
    const { body } = await administrator.get('/api/retention');
    expect(ruleOf(body, 'notices')).toMatchObject({ due: 0, lastErased: 2_500 });
    const entries = await within(tenantId, (tx) =>
      rows<{ detail: object }>(
        tx,
        `select detail from audit_entries where action = 'retention.erase' order by id`,
      ),
    );
    const told = { dataClass: 'notices', before: '2025-09-12' };
    expect(entries.map(({ detail }) => detail)).toEqual([
      { ...told, erased: 1_000 },
      { ...told, erased: 1_000 },
      { ...told, erased: 500 },
    ]);
  });

  it('waits with a public employer’s case for its journal, and with nobody else’s', async () => {
    for (const [sector, left] of [
      ['municipal', 1],
      ['private', 0],
    ] as const) {
      const { tenantId } = await app.make.employer({ sector });
      const unitId = await app.make.unit(tenantId);
      const left2019 = { unitId, from: '2015-01-01', to: '2019-03-31' };
      const { personId } = await app.make.employment(tenantId, left2019);
      const id = await closedCase(tenantId, personId, unitId);
      await takenUp(tenantId, id);
      await within(tenantId, (tx) =>
        change(
          tx,
          `insert into contacts (tenant_id, case_id, kind, held_on, reached, agreement_cipher, recorded_by_hat)
           values ($1, $2, 'conversation', '2019-01-08', true, 'x', $3)`,
          [tenantId, id, randomUUID()],
        ),
      );
      await app.doors.system('test', (tx) => addJob(tx, eraseWhatIsOver, { tenantId }));
      await app.drainJobs();
      expect(await count(tenantId, 'cases')).toBe(left);
      // Neither what was agreed nor whose case it is goes before its journal has it.
      expect(await count(tenantId, 'contacts', 'agreement_cipher is not null')).toBe(left);
      expect(await count(tenantId, 'people', 'erased_at is null')).toBe(left);
      expect(await count(tenantId, 'case_signals')).toBe(left);
      if (left === 0) continue;
      await within(tenantId, (tx) =>
        change(tx, `insert into case_journals values ($1, $2, now(), $3, 'x', '2026-1234', now(), $3)`, [
          tenantId,
          id,
          randomUUID(),
        ]),
      );
      await app.doors.system('test', (tx) => addJob(tx, eraseWhatIsOver, { tenantId }));
      await app.drainJobs();
      expect(await count(tenantId, 'signals')).toBe(0);
      expect(await count(tenantId, 'cases')).toBe(0);
      expect(await count(tenantId, 'people', 'erased_at is null')).toBe(0);
    }
  });

  it('says what has gone when a night is broken off after a batch', async () => {
    const { tenantId } = await app.make.employer();
    await oldNotices(tenantId, 1_500);
    const [holder] = app.nest
      .get(PersonalDataHolders)
      .all()
      .filter(({ domain }) => domain === 'notifications');
    if (!holder) throw new Error('no holder');
    const erase = holder.erase.bind(holder);
    let batches = 0;
    jest.spyOn(holder, 'erase').mockImplementation((...given) => {
      batches += 1;
      return batches === 2 ? Promise.reject(new Error('power cut')) : erase(...given);
    });
    await expect(app.nest.get(RetentionService).sweep(tenantId)).rejects.toThrow('power cut');
    jest.restoreAllMocks();
    expect(await count(tenantId, 'notices')).toBe(500);
    expect(
      await within(tenantId, (tx) =>
        row(tx, `select erased, erased_before as before from retention_runs where data_class = 'notices'`),
      ),
    ).toEqual({ erased: 1_000, before: '2025-09-12' });
    await app.nest.get(RetentionService).sweep(tenantId);
    expect(await count(tenantId, 'notices')).toBe(0);
  });

  it('clears mails ninety days after they were sent, and none that waits', async () => {
    await app.doors.system('test', async (tx) => {
      await change(
        tx,
        `insert into mails (user_id, template, language, content, digest_on, created_at, sent_at) values
           ('u1', 'digest', 'da', '{}', '2025-11-01', '2025-11-01', '2025-12-10'),
           ('u1', 'digest', 'da', '{}', '2025-12-12', '2025-12-12', '2025-12-12'),
           ('u1', 'digest', 'da', '{}', '2025-01-01', '2025-01-01', null)`,
      );
      await addJob(tx, app.nest.get(ClearMails).job, {});
    });
    await app.drainJobs();
    const mails = await app.doors.system('test', (tx) =>
      rows<{ day: string }>(tx, 'select digest_on as day from mails order by 1'),
    );
    expect(mails.map(({ day }) => day)).toEqual(['2025-01-01', '2025-12-12']);
  });

  it('takes raw files and refused rows by the same schedule', async () => {
    const { tenantId } = await app.make.employer();
    await importText(app, tenantId, 'roster', lines(ROSTER, '1;Ane;Skole;Lærer;01-01-2020;;37'));
    await importText(app, tenantId, 'absences', lines(ABSENCES, '9;1;01-02-2026;02-02-2026'));
    await within(tenantId, (tx) =>
      change(tx, `update imports set finished_at = '2026-02-20', created_at = '2026-02-20'`),
    );
    await night();
    expect(await count(tenantId, 'import_rejections', 'row_cipher is not null')).toBe(1);
    app.clock.set('2026-03-24');
    await night();
    expect(await count(tenantId, 'imports', 'file_id is not null')).toBe(0);
    expect(await count(tenantId, 'import_rejections', 'row_cipher is not null')).toBe(0);
    expect(await count(tenantId, 'import_rejections')).toBe(1);
  });

  it('leaves a month’s figures out from which absence was erased, rather than showing too little', async () => {
    const { tenantId } = await app.make.employer();
    const unitId = await app.make.unit(tenantId);
    const { employmentId } = await app.make.employment(tenantId, { unitId, from: '2015-01-01' });
    // The cut of 1826 days lies at 2021-03-11: the one goes, the other stays.
    await app.make.spell(tenantId, { employmentId, from: '2021-03-01', to: '2021-03-05' });
    await app.make.spell(tenantId, { employmentId, from: '2021-03-20', to: '2021-03-25' });
    await night();
    expect(await count(tenantId, 'spells')).toBe(1);
    await app.doors.system('test', (tx) => addJob(tx, refreshMonthFacts, { tenantId }));
    await app.drainJobs();
    const [first] = await within(tenantId, (tx) =>
      rows<{ month: string }>(tx, 'select min(month) as month from month_facts'),
    );
    expect(first?.month).toBe('2021-04-01');
  });
});
