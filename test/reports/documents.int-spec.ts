import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { systemActor } from '../../src/access/index.js';
import { closePdfRenderer } from '../../src/platform/documents/pdf.js';
import { describeApi } from '../../src/platform/http/openapi.js';
import { ReportsService } from '../../src/reports/index.js';
import { localDate } from '../../src/shared/local-date.js';
import { MATRIX } from '../access/matrix/table.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { QUARTER, report, reportedWorld } from './partnership-world.js';

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

describe('the report on paper', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    app.clock.set('2026-04-10');
  });
  afterAll(async () => {
    await closePdfRenderer();
    await app.close();
  });

  it('is a PDF, the same every time, in the language asked for', async () => {
    const world = await reportedWorld(app);
    const { id } = await report(app, world);
    const fetch = (query = '') => buffered(world.agent.get(`${world.url}/${id}/document.pdf${query}`));
    const [first, second, english] = [await fetch(), await fetch(), await fetch('?language=en')];
    expect(first.status).toBe(200);
    expect(first.headers['content-type']).toBe('application/pdf');
    expect(first.headers['content-disposition']).toContain('attachment');
    expect(first.body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(second.body.equals(first.body)).toBe(true);
    expect(english.body.equals(first.body)).toBe(false);
    expect((await world.agent.get(`${world.url}/${id}/document.pdf?language=sv`)).status).toBe(400);
  });

  it('is a workbook with the same figures, hidden ones hidden', async () => {
    const world = await reportedWorld(app);
    const { id } = await report(app, world);
    const answer = await buffered(world.agent.get(`${world.url}/${id}/document.xlsx`));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(answer.body).buffer);
    const sheet = workbook.worksheets[0];
    const rate = (name: string) => {
      const line = (sheet?.getRows(2, 4) ?? []).find((row) => row.getCell(1).value === name);
      return line?.getCell(2).value;
    };
    expect(rate('Fjordskolen')).toBe(0.009524);
    expect(rate('Børnehuset')).toBe('–');
    expect(rate('Partnerskabet i alt')).toBe(0.010317);
  });

  it('is not there while the report is being made', async () => {
    const world = await reportedWorld(app);
    const { body } = await world.agent.post(world.url).send(QUARTER);
    expect(body).toMatchObject({ state: 'building', content: null });
    const early = await world.agent.get(`${world.url}/${body.id}/document.pdf`);
    expect(early.body).toMatchObject({ status: 409, code: 'report-not-ready' });
    await app.drainJobs();
  });

  it('is listed, the newest first', async () => {
    const world = await reportedWorld(app);
    const first = await report(app, world);
    const second = await report(app, world);
    const page = await world.agent.get(`${world.url}?pageSize=1`);
    expect(page.body).toMatchObject({ total: 2, pageSize: 1, abilities: ['report.read', 'report.build'] });
    expect(page.body.items).toEqual([expect.objectContaining({ id: second.id, ...QUARTER, state: 'ready' })]);
    expect((await world.agent.get(`${world.url}?page=2&pageSize=1`)).body.items[0].id).toBe(first.id);
  });

  it('is made at once for the operator, by the name of the partnership', async () => {
    const world = await reportedWorld(app);
    const reports = app.nest.get(ReportsService);
    const period = { from: localDate(QUARTER.from), to: localDate(QUARTER.to) };
    const made = await reports.build(systemActor('operator command'), { partnership: world.id, ...period });
    const folder = await mkdtemp(join(tmpdir(), 'report-'));
    for (const format of ['pdf', 'xlsx', 'json'] as const)
      await reports.writeReport(made, format, join(folder, format));
    expect(JSON.parse(await readFile(join(folder, 'json'), 'utf8'))).toEqual(made);
    expect((await readFile(join(folder, 'pdf'))).subarray(0, 4).toString()).toBe('%PDF');
    expect((await readFile(join(folder, 'xlsx'))).subarray(0, 2).toString()).toBe('PK');
    await rm(folder, { recursive: true });
    const byName = reports.build(systemActor('operator command'), { partnership: 'Ingen', ...period });
    await expect(byName).rejects.toMatchObject({ status: 404, code: 'unknown-partnership' });
  });

  it('is all that a steering group reaches, by any route and method', async () => {
    const world = await reportedWorld(app);
    const { paths } = await describeApi(app.nest);
    const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
    const others = Object.entries(paths)
      // Who else speaks for the own party is no individual that figures are about.
      .filter(([path]) => !/^\/api\/(partnerships|colleagues)/.test(path))
      .flatMap(([path, item]) =>
        methods.filter((method) => method in item).map((method) => ({ path, method })),
      )
      // What anybody may do with their own access is no reach.
      .filter(({ path, method }) => typeof MATRIX[`${method.toUpperCase()} ${path}`] !== 'string');
    expect(others.length).toBeGreaterThan(10);
    for (const { path, method } of others) {
      const answer = await world.agent[method](path.replace(/\{\w+\}/g, world.school.unitId)).send();
      expect(`${method} ${path} ${answer.status}`).toMatch(/ 40[34]$/);
    }
  });
});
