import ExcelJS from 'exceljs';
import { systemActor, type Role } from '../../src/access/index.js';
import { PartnershipsService } from '../../src/partnerships/index.js';
import { row, rows } from '../../src/platform/database/rows.js';
import { closePdfRenderer } from '../../src/platform/documents/pdf.js';
import { findDuePacks } from '../../src/reports/packs/packs.jobs.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import { soundContract } from '../factories/contract.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { QUARTER, report, reportedWorld } from './partnership-world.js';

const operator = systemActor('operator command');

interface Table {
  readonly key: string;
  readonly rows: string[][];
}

describe('packs for a steering group', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    app.clock.set('2026-04-10');
  });
  afterAll(async () => {
    await closePdfRenderer();
    await app.close();
  });

  /** A member who speaks for a party of a role. */
  const member = async (id: string, role: Role, party: string) => {
    const partyId = await app.doors.partnership(operator, id, (tx) =>
      row<{ id: string }>(
        tx,
        `insert into partnership_parties (partnership_id, role, name) values ($1, $2, $3)
         on conflict (partnership_id, role, name) do update set name = excluded.name returning id`,
        [id, party, `Part ${party}`],
      ),
    );
    const hat = await app.make.hat(role, { partnershipId: id });
    await app.nest
      .get(PartnershipsService)
      .placeMember(operator, id, { hatId: hat.hatId, party: partyId?.id ?? '' });
    return { hat, agent: await app.as(hat), partyId: partyId?.id ?? '' };
  };

  const packWorld = async () => {
    const world = await reportedWorld(app);
    await app.doors.partnership(operator, world.id, (tx) =>
      tx.query(
        `insert into implementation_barriers (partnership_id, kind, seen_on, what, action, due_on, resolved_on) values
         ($1, 'time', '2026-02-02', 'Lederne mangler tid', 'Vagtplan', '2026-03-01', null),
         ($1, 'data', '2025-11-01', 'Løst før perioden', '', null, '2025-12-01')`,
        [world.id],
      ),
    );
    const { id: reportId } = await report(app, world);
    return { ...world, reportId, packUrl: `${world.url}/${reportId}/pack` };
  };

  it('say in short how it goes, what stands in the way, and what is hidden', async () => {
    const { id, packUrl } = await packWorld();
    const { agent } = await member(id, 'steering-member', 'municipality');
    const pack = await agent.get(packUrl);
    expect(pack.status).toBe(200);
    expect(pack.body.maySign).toBe(true);
    // By hand: (5 + 6 + 2) people × 2 days of 40 people × 63 working days.
    expect(pack.body.summary[0]).toBe(
      'Fraværet var 1,0\u00a0% af den mulige arbejdstid. Der er ingen tal fra året før at sammenligne med.',
    );
    expect(pack.body.summary).toContain('1 barriere står åben, heraf 1 over fristen.');
    expect(pack.body.tables.map(({ key }: Table) => key)).toEqual([
      'completeness',
      'indicators',
      'fidelity',
      'settlement',
      'barriers',
      'minutes',
      'sign-offs',
    ]);
    const barriers = pack.body.tables.find(({ key }: Table) => key === 'barriers');
    expect(barriers.rows).toEqual([
      [
        '2. februar 2026',
        'Tid: Lederne mangler tid',
        'Hele partnerskabet',
        'Vagtplan',
        '1. marts 2026',
        'Over fristen',
      ],
    ]);
    const english = await agent.get(`${packUrl}?language=en`);
    expect(english.body.heading).toBe('In short');
    expect((await agent.get(`${packUrl}?language=sv`)).status).toBe(400);
  });

  it('leave out what the contract does not show the reader’s party', async () => {
    const { id, url, packUrl, reportId } = await packWorld();
    const observer = await member(id, 'observer', 'observer');
    const content = soundContract();
    await app.doors.partnership(operator, id, (tx) =>
      tx.query(
        `insert into contract_versions (partnership_id, version, state, content, content_hash, valid_from,
           proposed_by_hat, proposed_by_party, proposed_at, agreed_by_hat, agreed_by_party, agreed_at)
         values ($1, 1, 'agreed', $2, repeat('0', 64), '2025-01-01', gen_random_uuid(), gen_random_uuid(), now(),
           gen_random_uuid(), gen_random_uuid(), now())`,
        [
          id,
          JSON.stringify({
            ...content,
            parties: [{ id: observer.partyId, role: 'observer', name: 'FOA', sees: ['minutes'] }],
          }),
        ],
      ),
    );
    const pack = await observer.agent.get(packUrl);
    expect(pack.body.tables.map(({ key }: Table) => key)).toEqual(['barriers', 'minutes', 'sign-offs']);
    expect(JSON.stringify(pack.body)).not.toContain('Fraværet var');
    expect((await observer.agent.get(`${url}/${reportId}`)).body.content).toMatchObject({
      groups: [],
      trend: [],
    });
    const csv = await observer.agent.get(`${url}/${reportId}/document.csv`);
    expect(csv.status).toBe(200);
    expect(csv.text).not.toContain('absence-rate');
    expect(csv.text).toContain('Lederne mangler tid');
    const pdf = await observer.agent.get(`${url}/${reportId}/document.pdf`);
    expect(pdf.status).toBe(200);
    const workbook = new ExcelJS.Workbook();
    const xlsx = await observer.agent
      .get(`${url}/${reportId}/document.xlsx`)
      .buffer()
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    await workbook.xlsx.load(new Uint8Array(xlsx.body).buffer);
    expect(workbook.worksheets.map(({ name }) => name)).not.toContain('Fravær på arbejdspladserne');
  });

  it('are values one a row, hidden ones with the reason', async () => {
    const { agent, url, reportId } = await packWorld();
    const { text, headers } = await agent.get(`${url}/${reportId}/document.csv`);
    expect(headers['content-type']).toContain('text/csv');
    const lines = text.split('\r\n');
    expect(lines[0]).toContain('part;line;employer;figure;month;value');
    expect(lines).toContain('workplace;Fjordskolen;Fjordby Kommune;absence-rate;;0,009524;12;1260;;;');
    expect(
      lines.some((line) => line.startsWith('workplace;Børnehuset;Fjordby Kommune;absence-rate;;;;;;too-few')),
    ).toBe(true);
  });

  it('are signed off once a hat, for its party, and stand so in the pack', async () => {
    const { id, url, packUrl, reportId } = await packWorld();
    const { agent, hat, partyId } = await member(id, 'payer', 'payer');
    const signUrl = `${url}/${reportId}/sign-offs`;
    expect((await agent.post(signUrl)).status).toBe(204);
    expect((await agent.post(signUrl)).body).toMatchObject({ status: 409, code: 'signed-already' });
    const stored = await app.doors.partnership(operator, id, (tx) =>
      rows(tx, 'select hat_id, party_id, signed_at from pack_sign_offs where partnership_id = $1', [id]),
    );
    expect(stored).toEqual([{ hat_id: hat.hatId, party_id: partyId, signed_at: app.clock.now() }]);
    const pack = await agent.get(packUrl);
    expect(pack.body.maySign).toBe(false);
    expect(pack.body.tables.at(-1)).toMatchObject({
      key: 'sign-offs',
      rows: [['Part payer', expect.any(String), expect.stringContaining('10. april 2026')]],
    });
    expect(pack.body.summary.at(-1)).toBe('Godkendt af Part payer.');
  });

  it('are for members of the partnership, and signed by those who speak for a party', async () => {
    const { id, agent, url, packUrl, reportId, tenantId } = await packWorld();
    const signUrl = `${url}/${reportId}/sign-offs`;
    const scheduleUrl = `/api/partnerships/${id}/pack-schedule`;
    expect((await app.anonymous.get(packUrl)).status).toBe(401);
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    expect((await hr.get(packUrl)).status).toBe(403);
    expect((await agent.post(signUrl)).body).toMatchObject({ status: 403, code: 'speaks-for-no-party' });
    const evaluator = await member(id, 'evaluator', 'evaluator');
    expect((await evaluator.agent.post(signUrl)).status).toBe(403);
    expect((await evaluator.agent.put(scheduleUrl).send({ cut: 'year' })).status).toBe(403);
    const other = await reportedWorld(app);
    expect((await other.agent.get(packUrl)).status).toBe(404);
    expect((await other.agent.get(`${other.url}/${reportId}/pack`)).status).toBe(404);
    expect((await other.agent.put(scheduleUrl).send({ cut: 'year' })).status).toBe(404);
    expect((await agent.put(scheduleUrl).send({ cut: 'week' })).status).toBe(400);
    expect((await agent.put(scheduleUrl).send({})).status).toBe(400);
  });

  it('make themselves once after each cut, where the partnership has said so', async () => {
    const { id, agent, url } = await reportedWorld(app);
    const scheduleUrl = `/api/partnerships/${id}/pack-schedule`;
    expect((await agent.get(scheduleUrl)).body).toMatchObject({
      cut: null,
      abilities: ['pack.read', 'pack.sign', 'pack.schedule'],
    });
    expect((await agent.put(scheduleUrl).send({ cut: 'quarter' })).status).toBe(204);
    const morning = async () => {
      await app.doors.system('test', (tx) => addJob(tx, findDuePacks, {}));
      await app.drainJobs();
      return (await agent.get(url)).body.items;
    };
    expect(await morning()).toEqual([expect.objectContaining({ ...QUARTER, state: 'ready' })]);
    expect(await morning()).toHaveLength(1);
    const mails = await app.doors.system('test', (tx) =>
      rows<{ content: object }>(
        tx,
        `select content from mails where template = 'pack-ready' and user_id in (
           select user_id from hats where partnership_id = $1)`,
        [id],
      ),
    );
    expect(mails).toEqual([{ content: { counts: null } }]);
    await agent.put(scheduleUrl).send({ cut: null });
    expect((await agent.get(scheduleUrl)).body.cut).toBeNull();
  });
});
