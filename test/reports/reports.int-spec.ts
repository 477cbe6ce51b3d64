import { startTestApp, type TestApp } from '../harness/app.js';
import {
  figure,
  partnershipWorld,
  QUARTER,
  report,
  reportedWorld,
  twoDaysEach,
} from './partnership-world.js';

describe('reports to a partnership', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    app.clock.set('2026-04-10');
  });
  afterAll(() => app.close());

  describe('are for', () => {
    it('somebody signed in', async () => {
      const { url } = await reportedWorld(app);
      expect((await app.anonymous.post(url).send(QUARTER)).status).toBe(401);
      expect((await app.anonymous.get(url)).status).toBe(401);
    });

    it('the steering group, and an evaluator to read', async () => {
      const { id, url, tenantId } = await reportedWorld(app);
      const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
      const evaluator = await app.as(await app.make.hat('evaluator', { partnershipId: id }));
      expect((await hr.post(url).send(QUARTER)).status).toBe(403);
      expect((await hr.get(url)).status).toBe(403);
      expect((await evaluator.post(url).send(QUARTER)).status).toBe(403);
      expect((await evaluator.get(url)).status).toBe(200);
    });

    it('their own partnership only', async () => {
      const [one, other] = [await reportedWorld(app), await reportedWorld(app)];
      const { id } = await report(app, one);
      for (const path of [
        one.url,
        `${one.url}/${id}`,
        `${one.url}/${id}/document.pdf`,
        `${one.url}/${id}/document.xlsx`,
      ])
        expect((await other.agent.get(path)).status).toBe(404);
      expect((await other.agent.get(`${other.url}/${id}`)).status).toBe(404);
      expect((await other.agent.post(one.url).send(QUARTER)).status).toBe(404);
    });
  });

  it.each([
    [{ from: '2026-01-01', to: '2026-03-30' }, 'to', 'period-not-fixed'],
    [{ from: '2026-02-01', to: '2026-04-30' }, 'from', 'period-not-fixed'],
    [{ from: '2026-04-01', to: '2026-06-30' }, 'to', 'period-not-over'],
    [{ from: '2024-10-01', to: '2024-12-31' }, 'to', 'before-partnership'],
    [{ from: '2026-01-01', to: '31-03-2026' }, 'to', 'is-local-date'],
    [{ from: '2026-01-01' }, 'to', 'is-local-date'],
  ])('refuse %j, naming %s', async (period, field, code) => {
    const { agent, url } = await reportedWorld(app);
    const answer = await agent.post(url).send(period);
    expect(answer.status).toBe(400);
    expect(answer.body.fields).toEqual([expect.objectContaining({ field, code })]);
  });

  it('count by hand: 63 working days, 20 people, 6 spells of two days', async () => {
    const body = await report(app, await reportedWorld(app));
    expect(body).toMatchObject({ ...QUARTER, cut: 'quarter', state: 'ready' });
    const now = (measure: string) => figure(body, 'Fjordskolen', measure).now;
    expect(now('absence-rate')).toEqual({
      shown: true,
      value: 0.009524,
      numerator: 12,
      denominator: 1260,
      reason: null,
      bound: null,
    });
    expect(now('days-per-fte')).toMatchObject({ value: 0.6, numerator: 12, denominator: 20 });
    // 20 people × 90 days ÷ 365 = 4.931507 person-years.
    expect(now('spells-ended')).toMatchObject({ value: 1.216667, numerator: 6, denominator: 4.931507 });
    expect(now('spells-begun')).toMatchObject({ value: 1.216667 });
    expect(figure(body, 'partnership', 'absence-rate').now).toMatchObject({
      numerator: 26,
      denominator: 2520,
    });
    expect(figure(body, 'comparison', 'absence-rate').now).toMatchObject({
      numerator: 20,
      denominator: 1890,
    });
    expect(body.content).toMatchObject({
      partnership: 'Nærvær i Fjordby',
      parties: ['Fjordby Kommune'],
      comparison: null,
      knownUntil: '2026-04-05',
      provisionalMonths: ['2026-02-01', '2026-03-01'],
      basis: 'calendar-imputed',
    });
  });

  it('hide a workplace with too few people, the next smallest with it, and every number of both', async () => {
    const body = await report(app, await reportedWorld(app));
    const hidden = { shown: false, value: null, numerator: null, denominator: null, bound: null };
    for (const measure of ['absence-rate', 'days-per-fte', 'spells-ended', 'spells-begun']) {
      expect(figure(body, 'Børnehuset', measure).now).toEqual({ ...hidden, reason: 'too-few-persons' });
      expect(figure(body, 'Plejecenter Åparken', measure).now).toEqual({
        ...hidden,
        reason: 'complementary',
      });
    }
    // All spells are short: of the longer ones nobody has any, so the split is hidden wherever it stands.
    expect(figure(body, 'partnership', 'short-share').now).toEqual({ ...hidden, reason: 'too-few-absent' });
  });

  it('count graded days, halves of a week and spells across the ends of the period', async () => {
    const made = await partnershipWorld(app);
    // Friday 19 December to Thursday 15 January: of the quarter 1-15 January, 10 working days after New Year.
    const care = await made.workplace('Plejecenter', 10, twoDaysEach(5, ['2025-12-19', '2026-01-15']));
    const [first] = care.employments;
    await app.make.spell(made.tenantId, {
      employmentId: first?.employmentId ?? '',
      from: '2026-01-16',
      to: '2026-01-23',
      kind: 'partial-sickness',
      degree: 0.5,
    });
    const id = await made.partnership({ [care.unitId]: 'in' });
    const agent = await app.as(await app.make.hat('steering-member', { partnershipId: id }));
    const body = await report(app, { agent, url: `/api/partnerships/${id}/reports` });
    // 5 × 10 days, and six working days at half: one spell with the days it touches, 36 calendar days long.
    expect(figure(body, 'Plejecenter', 'absence-rate').now).toMatchObject({
      numerator: 53,
      denominator: 630,
    });
    expect(figure(body, 'Plejecenter', 'spells-ended').now).toMatchObject({ numerator: 5 });
    expect(figure(body, 'Plejecenter', 'spells-begun').now).toMatchObject({ reason: 'too-few-absent' });
  });

  it('compare with the same months a year earlier where absence was recorded then', async () => {
    const made = await partnershipWorld(app);
    // Monday and Tuesday in both years; a year before, 3 days each. The first quarter of 2025 has 63 working days too.
    const spells = Array.from({ length: 6 }, () => [
      ['2025-01-13', '2025-01-15'] as const,
      ['2026-01-12', '2026-01-13'] as const,
    ]);
    const school = await made.workplace('Fjordskolen', 20, spells);
    const id = await made.partnership({ [school.unitId]: 'in' });
    const agent = await app.as(await app.make.hat('steering-member', { partnershipId: id }));
    const body = await report(app, { agent, url: `/api/partnerships/${id}/reports` });
    expect(body.content.comparison).toEqual({ from: '2025-01-01', to: '2025-03-31' });
    expect(figure(body, 'Fjordskolen', 'absence-rate')).toMatchObject({
      now: { numerator: 12, denominator: 1260 },
      yearEarlier: { numerator: 18, denominator: 1260 },
      change: -0.004762,
    });
  });
});
