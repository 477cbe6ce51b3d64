import { systemActor, type HatActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0';

interface Entry {
  readonly action: string;
  readonly role: string;
  readonly outcome: string;
  readonly origin: string;
  readonly subject_type: string;
  readonly subject_ids: string[];
  readonly people: string[];
  readonly detail: Record<string, unknown>;
}

describe('the audit', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const world = async () => {
    const { tenantId } = await app.make.employer({ name: 'Fjordby' });
    const unitId = await app.make.unit(tenantId, { name: 'Plejen' });
    const otherUnitId = await app.make.unit(tenantId, { name: 'Skolen' });
    const ane = await app.make.employment(tenantId, { unitId, name: 'Ane' });
    const eva = await app.make.employment(tenantId, { unitId: otherUnitId, name: 'Eva' });
    const hr = await app.make.hat('hr-manager', { tenantId });
    const administrator = await app.make.hat('administrator', { tenantId });
    const providerId = await app.make.provider();
    await app.make.mandate(tenantId, { providerId, unitIds: [unitId] });
    const consultant = await app.make.hat('retention-consultant', { providerId });
    return { tenantId, unitId, ane, eva, hr, administrator, consultant };
  };
  type World = Awaited<ReturnType<typeof world>>;

  const entries = ({ tenantId }: { tenantId: string }): Promise<Entry[]> =>
    app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      rows<Entry>(tx, 'select * from audit_entries order by at, id'),
    );
  const read = async (hat: HatActor, path: string) =>
    (await app.as(hat)).get(path).set('user-agent', BROWSER);
  const pseudonymOf = async ({ tenantId }: World, personId: string): Promise<string | undefined> => {
    const found = await app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      rows<{ name: string }>(tx, 'select audit_pseudonym(audit_key, id) as name from people where id = $1', [
        personId,
      ]),
    );
    return found[0]?.name;
  };

  it('keeps no person’s id, but who has the person’s key finds the entry', async () => {
    const given = await world();
    await read(given.hr, `/api/people/${given.ane.personId}`);
    const [entry] = await entries(given);
    expect(entry).toMatchObject({
      action: 'person.read',
      role: 'hr-manager',
      outcome: 'allowed',
      subject_ids: [],
    });
    expect(entry?.origin).toBe('127.0.0.0/24 machine');
    expect(entry?.people).toEqual([await pseudonymOf(given, given.ane.personId)]);
    expect(JSON.stringify(entry)).not.toContain(given.ane.personId);
  });

  it('writes a page of a list as one entry with its filter and everybody shown', async () => {
    const given = await world();
    await (await app.as(given.hr)).post('/api/people/searches').send({ text: 'a' }).expect(200);
    const written = await entries(given);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({ action: 'person.list', detail: { page: 1 } });
    expect(written[0]?.people).toHaveLength(2);
    expect(JSON.stringify(written[0]?.detail)).not.toContain('"a"');
  });

  it('writes what was refused by role, and by reach at the employer it was asked of', async () => {
    const given = await world();
    expect((await read(given.administrator, `/api/people/${given.ane.personId}`)).status).toBe(403);
    expect((await read(given.consultant, `/api/people/${given.eva.personId}`)).status).toBe(404);
    const written = await entries(given);
    expect(written).toMatchObject([
      { action: 'person.read', role: 'administrator', outcome: 'denied', detail: { status: 403 } },
      { action: 'person.read', role: 'retention-consultant', outcome: 'denied', detail: { status: 404 } },
    ]);
    expect(written[1]?.people).toEqual([await pseudonymOf(given, given.eva.personId)]);
  });

  it('writes an attempt at another employer’s people at the own one, without their ids', async () => {
    const [given, other] = [await world(), await world()];
    expect((await read(given.hr, `/api/people/${other.ane.personId}`)).status).toBe(404);
    expect(await entries(other)).toEqual([]);
    const [denied, ...more] = await entries(given);
    expect(more).toEqual([]);
    expect(denied).toMatchObject({ outcome: 'denied', people: [], subject_ids: [], detail: { ids: 1 } });
    await read(given.consultant, `/api/people/${other.ane.personId}`);
    expect(await entries(other)).toEqual([]);
  });

  it('shows the administrator who did what, under filters, and writes that too', async () => {
    const given = await world();
    await read(given.hr, `/api/people/${given.ane.personId}`);
    await read(given.consultant, `/api/people/${given.eva.personId}`);
    const administrator = await app.as(given.administrator);
    const today = new Date().toISOString().slice(0, 10);
    const period = `from=${today}&to=2999-01-01`;
    const list = async (filter: string) => {
      const { body } = await administrator.get(`/api/audit-entries?${period}&${filter}`).expect(200);
      return body as { total: number; items: { action: string; role: string; people: number }[] };
    };
    expect((await list('role=hr-manager')).items).toMatchObject([{ action: 'person.read', people: 1 }]);
    expect((await list('outcome=denied')).items).toMatchObject([{ role: 'retention-consultant' }]);
    expect((await list(`personId=${given.ane.personId}&role=hr-manager`)).total).toBe(1);
    expect((await list(`personId=${given.eva.personId}&role=hr-manager`)).total).toBe(0);
    expect((await list('action=audit.read')).total).toBe(5);
    await administrator.get('/api/audit-entries?from=2026-02-02&to=2026-02-01').expect(400);
  });

  it('gives it out as CSV in which no text can become a formula', async () => {
    const given = await world();
    await app.doors.within(systemActor('operator command'), given.tenantId, (tx) =>
      rows(
        tx,
        `insert into audit_entries (tenant_id, role, action, subject_type, subject_ids, purpose, outcome)
         select $1, 'system', 'x.y', 'person', '{}', '=cmd|'' /c calc''!A1', 'allowed' from generate_series(1, 2500)`,
        [given.tenantId],
      ),
    );
    const { text, headers } = await (
      await app.as(given.administrator)
    )
      .get('/api/audit-entries.csv?from=2020-01-01&to=2999-01-01')
      .expect(200);
    expect(headers['content-type']).toContain('text/csv');
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(2503);
    expect(lines.at(-1)).toContain('""entries"":2501,""unsealed"":2501,""expiredUntil"":null');
    expect(text).not.toMatch(/;=cmd/);
    expect(text).toContain(";'=cmd");
  });

  it('tells representatives of employees how much, not who and whom, and few as few', async () => {
    const given = await world();
    for (let time = 0; time < 5; time += 1) await read(given.hr, `/api/people/${given.ane.personId}`);
    await read(given.consultant, `/api/people/${given.ane.personId}`);
    const representative = await app.make.hat('employee-representative', { tenantId: given.tenantId });
    const counts = await read(representative, '/api/audit-counts?from=2020-01-01&to=2999-01-01');
    expect(counts.body.items).toEqual([
      { action: 'person.read', role: 'hr-manager', outcome: 'allowed', entries: 5 },
      { action: 'person.read', role: 'retention-consultant', outcome: 'allowed', entries: null },
    ]);
    expect((await read(representative, '/api/audit-entries')).status).toBe(403);
    // An employer that tells no count below six.
    await app.doors.within(systemActor('operator command'), given.tenantId, (tx) =>
      tx.query('insert into disclosure_limits (tenant_id, count) values ($1, 6)', [given.tenantId]),
    );
    const raised = await read(representative, '/api/audit-counts?from=2020-01-01&to=2999-01-01');
    expect(raised.body.items).toContainEqual({ ...counts.body.items[0], entries: null });
  });

  it('is read by administrators only, each of their own employer', async () => {
    const [given, other] = [await world(), await world()];
    await app.anonymous.get('/api/audit-entries').expect(401);
    for (const hat of [given.hr, given.consultant])
      for (const path of ['/api/audit-entries', '/api/audit-entries.csv', '/api/audit-counts'])
        expect((await read(hat, path)).status).toBe(403);
    await read(other.hr, `/api/people/${other.ane.personId}`);
    const { body } = await read(given.administrator, '/api/audit-entries?from=2020-01-01&to=2999-01-01');
    expect(body.items.map((entry: Entry) => entry.action)).not.toContain('person.read');
  });

  it('cannot be changed or removed by the application', async () => {
    const given = await world();
    await read(given.hr, `/api/people/${given.ane.personId}`);
    const attempt = (sql: string) =>
      app.doors.within(systemActor('operator command'), given.tenantId, (tx) => rows(tx, sql));
    for (const sql of [
      `update audit_entries set role = 'system'`,
      'delete from audit_entries',
      'delete from audit_batches',
      `update audit_batches set entries = 1`,
      'delete from audit_heads',
    ])
      await expect(attempt(sql)).rejects.toThrow('permission denied');
  });
});
