import { createHash } from 'node:crypto';
import { systemActor, type HatActor } from '../../src/access/index.js';
import { change, row, rows } from '../../src/platform/database/rows.js';
import { closePdfRenderer } from '../../src/platform/documents/pdf.js';
import { JOURNAL_LABELS } from '../../src/cases/journal/journal.labels.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { brokenClauses } from './pdf-a.js';

const buffered = (request: { buffer(): unknown }) =>
  (
    request.buffer() as {
      parse(parser: unknown): Promise<{ status: number; headers: Record<string, string>; body: Buffer }>;
    }
  ).parse((response: NodeJS.ReadableStream, done: (error: null, body: Buffer) => void) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });

describe('the journal of a public employer’s case', () => {
  let app: TestApp;
  let hrHat: HatActor;
  let tenantId: string;
  let caseId: string;
  let hr: Awaited<ReturnType<TestApp['as']>>;

  beforeAll(async () => {
    app = await startTestApp();
    ({ tenantId } = await app.make.employer({ name: 'Odder Kommune' }));
    const unitId = await app.make.unit(tenantId, { name: 'Skolen' });
    const { personId } = await app.make.employment(tenantId, { unitId, name: 'Åse Ørsted', number: '4711' });
    hrHat = await app.make.hat('hr-manager', { tenantId });
    hr = await app.as(hrHat);
    ({
      body: { id: caseId },
    } = await hr.post('/api/cases').send({ personId }).expect(201));
    await hr
      .post(`/api/cases/${caseId}/contacts`)
      .send({ kind: 'line-manager', heldOn: '2026-03-11', reached: true, agreement: 'Færre timer i to uger' })
      .expect(204);
  });
  afterAll(async () => {
    await closePdfRenderer();
    await app.close();
  });

  const acknowledge = (journalNumber: string, documentSha256: string) =>
    hr.put(`/api/cases/${caseId}/journal`).send({ journalNumber, documentSha256 });
  const journal = async () => (await hr.get(`/api/cases/${caseId}/journal`).expect(200)).body;

  it('gets no open case', async () => {
    const { body } = await hr.post(`/api/cases/${caseId}/journal-exports`).expect(409);
    expect(body.code).toBe('case-open');
    await hr.put(`/api/cases/${caseId}/journal`).send({ journalNumber: '1' }).expect(400);
    expect((await acknowledge('1', '0'.repeat(64)).expect(409)).body.code).toBe('not-exported');
  });

  it('gets the closed case as PDF/A-2a with what a records system needs beside it', async () => {
    await hr.post(`/api/cases/${caseId}/closure`).send({ outcome: 'back-at-work' }).expect(204);
    const answer = await buffered(hr.post(`/api/cases/${caseId}/journal-exports`));
    expect(answer.status).toBe(200);
    expect(brokenClauses(answer.body, { title: JOURNAL_LABELS.title, lang: 'da' })).toEqual([]);
    const { body } = await hr.get(`/api/cases/${caseId}/journal`).expect(200);
    expect(body).toMatchObject({
      caseId,
      employer: 'Odder Kommune',
      unitName: 'Skolen',
      closedOn: '2026-03-11',
      required: true,
      documentSha256: createHash('sha256').update(answer.body).digest('hex'),
      journalNumber: null,
      acknowledgedAt: null,
    });
  });

  it('is kept by a legal hold on the case, which HR sees and lifts', async () => {
    await hr
      .post(`/api/cases/${caseId}/legal-holds`)
      .send({ reason: 'Klagesag', until: '2026-01-01' })
      .expect(400);
    await hr.post(`/api/cases/${caseId}/legal-holds`).send({ reason: 'Klagesag' }).expect(204);
    const { body } = await hr.get('/api/legal-holds').expect(200);
    expect(body.items).toMatchObject([{ caseId, personName: 'Åse Ørsted', reason: 'Klagesag', until: null }]);
    await hr.delete(`/api/legal-holds/${body.items[0].id}`).expect(204);
  });

  it('says that it has the case, which is on record, and a newer document wants a newer number', async () => {
    await acknowledge('2026-1234', (await journal()).documentSha256).expect(204);
    expect((await hr.get(`/api/cases/${caseId}/journal`)).body).toMatchObject({
      journalNumber: '2026-1234',
      acknowledgedAt: '2026-03-11T11:00:00.000Z',
    });
    const entries = await app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      rows<{ action: string }>(
        tx,
        `select action from audit_entries where action ~ 'journal' and outcome = 'allowed' order by id`,
      ),
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'case.journal.export',
      'case.journal.read',
      'case.journal.read',
      'case.journal.acknowledge',
      'case.journal.read',
    ]);
    await buffered(hr.post(`/api/cases/${caseId}/journal-exports`));
    expect((await hr.get(`/api/cases/${caseId}/journal`)).body.journalNumber).toBeNull();
    await hr.delete(`/api/cases/${caseId}/closure`).expect(204);
    expect((await hr.get(`/api/cases/${caseId}/journal`)).body.exportedAt).toBeNull();
  });

  it('is not taken for a newer document of a case that has changed', async () => {
    const contact = { kind: 'line-manager', heldOn: '2026-03-11', reached: true };
    const close = () => hr.post(`/api/cases/${caseId}/closure`).send({ outcome: 'back-at-work' }).expect(204);
    const exported = () => buffered(hr.post(`/api/cases/${caseId}/journal-exports`));
    await close();
    await exported();
    const { documentSha256: older } = await journal();
    await hr.delete(`/api/cases/${caseId}/closure`).expect(204);
    await hr
      .post(`/api/cases/${caseId}/contacts`)
      .send({ ...contact, agreement: 'Hjemme om fredagen' })
      .expect(204);
    await close();
    await exported();
    expect((await acknowledge('2026-1', older).expect(409)).body.code).toBe('not-exported');
    const { documentSha256: newer } = await journal();
    expect(newer).not.toBe(older);
    await acknowledge('2026-2', newer).expect(204);

    // What is noted on a signal stands in the case that took it up, also when that is closed.
    const signalId = await takenUp();
    await hr.post(`/api/signals/${signalId}/contacts`).send(contact).expect(204);
    expect(await journal()).toMatchObject({ exportedAt: null, acknowledgedAt: null });
  });

  const takenUp = () =>
    app.doors.within(systemActor('operator command'), tenantId, async (tx) => {
      const signal = await row<{ id: string }>(
        tx,
        `insert into signals (tenant_id, person_id, employment_id, unit_id, rule, reason_from, reason_to, facts, raised_on, due_on)
         select $1, e.person_id, e.id, c.unit_id, 'spells-3-in-183-days', '2026-03-02', '2026-03-03', '{}', '2026-03-09', '2026-03-16'
         from cases c join employments e on e.tenant_id = c.tenant_id and e.person_id = c.person_id
         where c.tenant_id = $1 and c.id = $2 returning id`,
        [tenantId, caseId],
      );
      await change(tx, 'insert into case_signals values ($1, $2, $3)', [tenantId, caseId, signal?.id]);
      return signal?.id ?? '';
    });
});
