import { createHash } from 'node:crypto';
import { systemActor, type HatActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
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

  it('gets no open case', async () => {
    const { body } = await hr.post(`/api/cases/${caseId}/journal-exports`).expect(409);
    expect(body.code).toBe('case-open');
    expect(
      (await hr.put(`/api/cases/${caseId}/journal`).send({ journalNumber: '1' }).expect(409)).body.code,
    ).toBe('not-exported');
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
    await hr.put(`/api/cases/${caseId}/journal`).send({ journalNumber: '2026-1234' }).expect(204);
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
      'case.journal.acknowledge',
      'case.journal.read',
    ]);
    await buffered(hr.post(`/api/cases/${caseId}/journal-exports`));
    expect((await hr.get(`/api/cases/${caseId}/journal`)).body.journalNumber).toBeNull();
    await hr.delete(`/api/cases/${caseId}/closure`).expect(204);
    expect((await hr.get(`/api/cases/${caseId}/journal`)).body.exportedAt).toBeNull();
  });
});
