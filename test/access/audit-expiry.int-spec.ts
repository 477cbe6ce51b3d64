import { PersonalDataHolders, SealService, systemActor, VerifyService } from '../../src/access/index.js';
import { row, rows, type Tx } from '../../src/platform/database/rows.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const test = systemActor('operator command');

describe('the seals of the audit, when entries expire,', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const within = <T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    app.doors.within(test, tenantId, work);
  const seal = (tenantId: string) => app.nest.get(SealService).seal(tenantId);
  const verify = (tenantId: string) => app.nest.get(VerifyService).verify(test, tenantId);
  const write = (tenantId: string, count: number) =>
    within(tenantId, (tx) =>
      rows(
        tx,
        `insert into audit_entries (tenant_id, role, action, subject_type, subject_ids, purpose, outcome)
         select $1, 'hr-manager', 'person.read', 'person', '{}', '', 'allowed' from generate_series(1, $2)`,
        [tenantId, count],
      ),
    );

  it('let whole batches expire once they are old enough, and never younger ones', async () => {
    const { tenantId } = await app.make.employer();
    await write(tenantId, 3);
    await seal(tenantId);
    const expire = (before: string) =>
      within(tenantId, (tx) =>
        row<{ gone: number }>(tx, 'select expire_audit_batches($1, $2, 10) as gone', [tenantId, before]),
      );
    expect(await expire('2999-01-01')).toEqual({ gone: 0 });
    const { tenantId: old } = await app.make.employer();
    await within(old, (tx) =>
      rows(
        tx,
        `insert into audit_entries (tenant_id, at, role, action, subject_type, subject_ids, purpose, outcome)
        select $1, now() - interval '2 years', 'system', 'x.y', 'person', '{}', '', 'allowed' from generate_series(1, 3)`,
        [old],
      ),
    );
    await seal(old);
    await write(old, 2);
    await seal(old);
    expect(
      await within(old, (tx) =>
        row(tx, `select expire_audit_batches($1, now() - interval '1 year', 10) as gone`, [old]),
      ),
    ).toEqual({ gone: 3 });
    expect(await verify(old)).toMatchObject({ ok: true, batches: 2, expired: 1, entries: 2 });
  });

  it('go by many small batches at once, and by no more than are wanted', async () => {
    const { tenantId } = await app.make.employer();
    for (const size of [2, 2, 2, 2]) {
      await within(tenantId, (tx) =>
        rows(
          tx,
          `insert into audit_entries (tenant_id, at, role, action, subject_type, subject_ids, purpose, outcome)
           select $1, now() - interval '2 years', 'system', 'x.y', 'person', '{}', '', 'allowed' from generate_series(1, $2)`,
          [tenantId, size],
        ),
      );
      await seal(tenantId);
    }
    const expire = (most: number) =>
      within(tenantId, (tx) =>
        row<{ gone: number }>(tx, `select expire_audit_batches($1, now() - interval '1 year', $2) as gone`, [
          tenantId,
          most,
        ]),
      );
    expect(await expire(3)).toEqual({ gone: 4 });
    expect(await expire(1_000)).toEqual({ gone: 4 });
    expect(await verify(tenantId)).toMatchObject({ ok: true, batches: 4, expired: 4 });
  });

  it('keep what tells of somebody under a legal hold', async () => {
    const { tenantId } = await app.make.employer();
    const unitId = await app.make.unit(tenantId);
    const { personId } = await app.make.employment(tenantId, { unitId });
    await within(tenantId, async (tx) => {
      await rows(
        tx,
        `insert into audit_entries (tenant_id, at, role, action, subject_type, subject_ids, people, purpose, outcome)
         select $1, now() - interval '2 years', 'system', 'x.y', 'person', '{}', array[audit_pseudonym(audit_key, id)], '', 'allowed'
         from people where id = $2`,
        [tenantId, personId],
      );
      await rows(
        tx,
        `insert into legal_holds (tenant_id, person_id, reason_cipher, placed_by_hat) values ($1, $2, '', gen_random_uuid())`,
        [tenantId, personId],
      );
    });
    await seal(tenantId);
    const holder = app.nest
      .get(PersonalDataHolders)
      .all()
      .find(({ domain }) => domain === 'audit');
    const cut = {
      tenantId,
      dataClass: 'access-log',
      before: localDate('2999-01-01'),
      today: localDate('2999-01-01'),
    } as const;
    const erase = () => within(tenantId, async (tx) => holder?.erase(tx, cut, 100));
    const due = () => within(tenantId, async (tx) => holder?.due(tx, cut));
    expect([await due(), await erase()]).toEqual([0, 0]);
    await within(tenantId, (tx) =>
      rows(tx, 'update legal_holds set lifted_at = now(), lifted_by_hat = placed_by_hat'),
    );
    expect([await due(), await erase()]).toEqual([1, 1]);
    expect(await verify(tenantId)).toMatchObject({ ok: true, expired: 1, entries: 0 });
  });
});
