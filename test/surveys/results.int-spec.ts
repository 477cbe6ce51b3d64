import { randomUUID } from 'node:crypto';
import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import { localDate } from '../../src/shared/local-date.js';
import { listDrops, listStandingDrops } from '../../src/surveys/index.js';
import { roundClosed } from '../../src/surveys/rounds/rounds.jobs.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { closedRound, given, staff } from './closed-round.js';

const test = systemActor('operator command');

describe('the results of a survey', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  /**
   * A house with two teams of its own key (12 and 8 invited) and one of three, whose people answer with the two of the
   * house itself. The answers of team a fall from one round to the next.
   */
  const world = async () => {
    app.clock.set('2026-03-11');
    const { tenantId } = await app.make.employer();
    const house = await app.make.unit(tenantId, { name: 'Huset' });
    const [a, b, c] = [
      await app.make.unit(tenantId, { name: 'Team A', parentId: house }),
      await app.make.unit(tenantId, { name: 'Team B', parentId: house }),
      await app.make.unit(tenantId, { name: 'Team C', parentId: house }),
    ];
    const leader = await app.make.employment(tenantId, { unitId: house, name: 'Leder' });
    const make = (unitId: string, count: number, managerPersonId: string | null = null) =>
      staff(app.doors, tenantId, { unitId, count, managerPersonId });
    await make(house, 1);
    await make(a, 12, leader.personId);
    await make(b, 8);
    await make(c, 3);
    const seriesId = randomUUID();
    const invited = { [house]: house, [a]: a, [b]: b, [c]: house };
    const first = await closedRound(app.doors, tenantId, {
      seriesId,
      opensOn: '2025-11-03',
      closesOn: '2025-11-17',
      invited,
      groups: [
        { unitId: house, answers: given(5, 4) },
        { unitId: a, answers: [...given(9, 5, 'before'), ...given(2, 4)] },
        { unitId: b, answers: given(8, 3) },
      ],
    });
    const second = await closedRound(app.doors, tenantId, {
      seriesId,
      invited,
      groups: [
        { unitId: house, answers: given(4, 3, 'house') },
        { unitId: a, answers: [...given(6, 3, 'team a'), ...given(5, 2)] },
        { unitId: b, answers: given(5, 5, 'team b') },
      ],
    });
    await app.drainJobs();
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    return { tenantId, house, a, b, c, first, second, hr, leader, seriesId };
  };

  it('stand by unit and scale, with the reason where a figure is hidden', async () => {
    const { hr, house, a, c, first, second } = await world();
    const rounds = await hr.get('/api/survey-results').expect(200);
    expect(rounds.body.items.map(({ id }: { id: string }) => id)).toEqual([second, first]);
    const top = await hr.get(`/api/survey-results/${second}`).expect(200);
    expect(top.body.whole).toMatchObject({
      unitId: null,
      invited: 25,
      answered: 20,
      rate: 0.8,
      label: 'good',
    });
    expect(top.body.items).toMatchObject([{ unitId: house, parts: 3 }]);
    const teams = await hr.get(`/api/survey-results/${second}?under=${house}&sort=-invited`).expect(200);
    expect(teams.body.path).toMatchObject([{ unitId: house, name: 'Huset' }]);
    expect(teams.body.items.map(({ name }: { name: string }) => name)).toEqual([
      'Team A',
      'Team B',
      'Team C',
    ]);
    const [teamA, teamB, teamC] = teams.body.items;
    // 6 × 50 and 5 × 25 of 12: 425 / 11.
    expect(teamA.scales[0]).toMatchObject({ reason: null, answers: 11, mean: 38.6364 });
    expect(teamA.scales[1]).toMatchObject({ reason: 'too-few-answers', needs: 20, has: 11, mean: null });
    // The four of the house would be left if both teams were shown.
    expect(teamB.scales[0]).toMatchObject({ reason: 'complementary', mean: null, has: null });
    expect(teamC).toMatchObject({ unitId: c, reason: 'too-few-invited', needs: 5, has: 3, answered: null });
    const unit = await hr.get(`/api/survey-results/${second}/unit?unit=${a}`).expect(200);
    expect(unit.body.trend.map(({ roundId }: { roundId: string }) => roundId)).toEqual([first, second]);
    // Beside team A's distribution nine would be left of the house's.
    expect(unit.body.items[0]).toMatchObject({ id: 'rest', reason: 'complementary', scaleIds: ['rest'] });
    const whole = await hr.get(`/api/survey-results/${second}/unit`).expect(200);
    expect(whole.body.items[0].choices.map(({ count }: { count: number }) => count)).toEqual([
      0, 5, 10, 0, 5,
    ]);
    const small = await hr.get(`/api/survey-results/${second}/unit?unit=${c}`).expect(200);
    expect(small.body.shownIn).toEqual({ unitId: house, name: 'Huset' });
  });

  it('are sorted, searched and filtered across the tree', async () => {
    const { hr, second } = await world();
    const names = async (query: string): Promise<string[]> =>
      (await hr.get(`/api/survey-results/${second}?${query}`).expect(200)).body.items.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names('show=drops')).toEqual(['Huset', 'Team A']);
    expect(await names('show=hidden')).toEqual(['Team B', 'Team C']);
    const { items } = (await hr.get(`/api/survey-results/${second}?show=drops`).expect(200)).body;
    expect(items.map(({ above }: { above: string | null }) => above)).toEqual([null, 'Huset']);
    expect(await names('name=team')).toEqual(['Team A', 'Team B', 'Team C']);
    expect(await names('name=team&sort=-scale:rest')).toEqual(['Team A', 'Team B', 'Team C']);
    expect(await names('name=%25')).toEqual([]);
    expect(await names('name=team&page=2&pageSize=2&sort=-name')).toEqual(['Team A']);
    await hr.get(`/api/survey-results/${second}?sort=mean`).expect(400);
  });

  it('tell a drop, once released and never again', async () => {
    const { tenantId, a, house, second, first } = await world();
    const drops = () => app.doors.within(test, tenantId, (tx) => listDrops(tx, tenantId, second));
    expect(await drops()).toMatchObject([
      { unitId: house, scaleId: 'rest' },
      { unitId: a, scaleId: 'rest', name: { da: 'Restitution' }, from: 95.4545, to: 38.6364 },
    ]);
    expect(await app.doors.within(test, tenantId, (tx) => listDrops(tx, tenantId, first))).toEqual([]);
    const standing = (since: string) =>
      app.doors.within(test, tenantId, (tx) => listStandingDrops(tx, tenantId, localDate(since)));
    expect(await standing('2020-01-01')).toEqual(await drops());
    expect(await standing('2099-01-01')).toEqual([]);
    const frozen = () =>
      app.doors.within(test, tenantId, (tx) =>
        rows(tx, 'select * from survey_results where tenant_id = $1 order by round_id, place', [tenantId]),
      );
    const before = await frozen();
    await app.doors.within(test, tenantId, async (tx) => {
      await tx.query(`delete from survey_answers where tenant_id = $1`, [tenantId]);
      await addJob(tx, roundClosed, { tenantId, roundId: second });
    });
    await app.drainJobs();
    expect(await frozen()).toEqual(before);
  });

  it('keep comments of ten and more, and no comment of fewer below them', async () => {
    const { hr, a, house, second, tenantId } = await world();
    const of = async (unit: string) =>
      (await hr.get(`/api/survey-results/${second}/comments?unit=${unit}&pageSize=50`).expect(200)).body;
    const all = await of(house);
    expect(all.total).toBe(15);
    expect(new Set(all.items.map(({ words }: { words: string }) => words)).size).toBe(15);
    // Nine are left beside the eleven of team A.
    expect(await of(a)).toMatchObject({ items: [], total: 0, reason: 'complementary', needs: 10 });
    const placed = await app.doors.within(test, tenantId, (tx) =>
      rows<{ unitId: string }>(
        tx,
        `select distinct s.unit_id as "unitId" from survey_comments c join survey_results s using (tenant_id, round_id, place)
         where tenant_id = $1 and round_id = $2`,
        [tenantId, second],
      ),
    );
    expect(placed).toEqual([{ unitId: house }]);
  });

  it('are a line manager’s for the own units, a representative’s without the comments, nobody else’s', async () => {
    const { tenantId, a, b, second, leader } = await world();
    const manager = await app.as(await app.make.hat('line-manager', { tenantId, personId: leader.personId }));
    const own = await manager.get(`/api/survey-results/${second}`).expect(200);
    expect(own.body.items.map(({ unitId }: { unitId: string }) => unitId)).toEqual([a]);
    await manager.get(`/api/survey-results/${second}/unit?unit=${a}`).expect(200);
    await manager.get(`/api/survey-results/${second}/unit?unit=${b}`).expect(404);
    const whole = await manager.get(`/api/survey-results/${second}/unit`).expect(200);
    expect(whole.body.commentCount).toBe(0);
    await manager.get(`/api/survey-results/${second}/comments`).expect(404);
    await manager.get(`/api/survey-results/${second}/document.csv`).expect(403);
    const representative = await app.as(await app.make.hat('employee-representative', { tenantId }));
    await representative.get(`/api/survey-results/${second}/unit?unit=${b}`).expect(200);
    await representative.get(`/api/survey-results/${second}/comments`).expect(403);
    const other = await app.make.employer();
    const stranger = await app.as(await app.make.hat('hr-manager', { tenantId: other.tenantId }));
    await stranger.get(`/api/survey-results/${second}`).expect(404);
    await app.anonymous.get(`/api/survey-results/${second}`).expect(401);
  });

  it('go out as a file with what the screen shows', async () => {
    const { hr, second, house } = await world();
    const csv = await hr
      .get(`/api/survey-results/${second}/document.csv?under=${house}&language=da`)
      .expect(200);
    const lines = csv.text;
    expect(lines).toContain('Team A;Huset;12;11;');
    expect(lines).toContain('38,6364');
    expect(lines).toContain('beskyttet');
    expect(lines).not.toContain('100;');
    const xlsx = await hr.get(`/api/survey-results/${second}/document.xlsx`).expect(200);
    expect(xlsx.headers['content-disposition']).toContain('survey-results.xlsx');
  });

  it('of new employees stand by the units that there are at the close', async () => {
    const { tenantId, hr, house, a } = await world();
    const young = await app.make.unit(tenantId, { name: 'Team Ny', parentId: house });
    await staff(app.doors, tenantId, { unitId: young, count: 6 });
    const within = (sql: string, ...more: unknown[]) =>
      app.doors.within(test, tenantId, (tx) => rows(tx, sql, [tenantId, ...more]));
    await within(
      "update unit_versions set valid = '[2026-02-10,)' where tenant_id = $1 and unit_id = $2",
      young,
    );
    const round = await closedRound(app.doors, tenantId, {
      invited: { [a]: a, [young]: young },
      groups: [
        { unitId: a, answers: given(8, 4) },
        { unitId: young, answers: given(6, 2) },
      ],
    });
    await within(
      "update survey_rounds set kind = 'newcomers', every_weeks = null where tenant_id = $1 and round_id = $2",
      round,
    );
    await app.drainJobs();
    const { body } = await hr.get(`/api/survey-results/${round}/unit?unit=${young}`).expect(200);
    expect(body.unit).toMatchObject({ name: 'Team Ny', invited: 6, answered: 6, reason: null });
  });

  it('stand beside absence, unit by unit', async () => {
    const { hr, second, a } = await world();
    const { body } = await hr.get(`/api/survey-results/${second}/absence`).expect(200);
    expect(body).toMatchObject({ scaleId: 'rest', from: '2025-02-01', to: '2026-01-31', association: null });
    expect(body.units).toMatchObject([{ unitId: a, parentName: 'Huset', mean: 38.6364, personYears: 12 }]);
    await hr.get(`/api/survey-results/${second}/absence?scale=other`).expect(404);
  });

  it('write every release into the ledger', async () => {
    const { tenantId, second, a, b } = await world();
    const lines = await app.doors.within(test, tenantId, (tx) =>
      rows<{ unitId: string | null; decisions: Record<string, string | null>; groups: string[] }>(
        tx,
        `select unit_id as "unitId", decisions, groups from survey_releases where tenant_id = $1 and round_id = $2 order by place`,
        [tenantId, second],
      ),
    );
    expect(lines).toHaveLength(5);
    expect(lines.find(({ unitId }) => unitId === a)?.decisions).toMatchObject({
      'scale rest': null,
      'scale bullied': 'too-few-answers',
    });
    expect(lines.find(({ unitId }) => unitId === b)?.decisions['scale rest']).toBe('complementary');
    expect(lines.flatMap(({ groups }) => groups)).toHaveLength(3);
  });
});
