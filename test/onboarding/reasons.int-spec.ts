import { systemActor } from '../../src/access/index.js';
import { listIntroductionReasons } from '../../src/onboarding/index.js';
import { responsibleFor } from '../../src/onboarding/domain/journey.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { introductionOf, onboardingScene, STEPS } from './scene.js';

describe('introductions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('give reasons to whoever is responsible: what is overdue, and a talk that is wanted', async () => {
    const scene = await onboardingScene(app);
    const ane = await scene.hire('Ane', '2026-04-01');
    await scene.follow();
    const id = await introductionOf(scene, ane.personId);
    const reasons = (today: string) =>
      app.doors.within(systemActor('operator command'), scene.tenantId, (tx) =>
        listIntroductionReasons(tx, scene.tenantId, localDate(today)),
      );
    const about = {
      personId: ane.personId,
      employmentId: ane.employmentId,
      unitId: scene.unitId,
      leaderPersonId: scene.leader.personId,
    };
    const leader = { role: 'leader', personId: scene.leader.personId };
    expect(await reasons('2026-03-31')).toEqual([]);
    expect(await reasons('2026-04-01')).toEqual([
      {
        kind: 'introduction-overdue',
        ...about,
        responsible: leader,
        since: '2026-03-31',
        latest: '2026-03-31',
        count: 1,
      },
    ]);
    await scene.hr.put(`/api/introductions/${id}/buddy`).send({ personId: scene.bo.personId }).expect(204);
    const late = await reasons('2026-06-01');
    expect(late.map(({ responsible, since }) => [responsible.role, responsible.personId, since])).toEqual([
      ['leader', scene.leader.personId, '2026-03-31'],
      ['buddy', scene.bo.personId, '2026-04-07'],
      ['hr', null, '2026-04-30'],
    ]);
    // The last step is due on 25 September (day 180 is Sunday the 27th); four weeks later it is 23 October.
    expect((await reasons('2026-10-23')).length).toBe(3);
    expect(await reasons('2026-10-24')).toEqual([]);
    const stateOn = async (today: string): Promise<unknown> => {
      app.clock.set(today);
      const { body } = await scene.hr.get(`/api/introductions/${id}`).expect(200);
      const listed = await scene.hr.get('/api/introductions?state=lapsed').expect(200);
      app.clock.set('2026-03-11');
      return [body.state, listed.body.total];
    };
    expect([await stateOn('2026-10-23'), await stateOn('2026-10-24')]).toEqual([
      ['running', 0],
      ['lapsed', 1],
    ]);
    const roles = STEPS.map(({ who }) => responsibleFor(who, true));
    expect(new Set(late.map(({ responsible }) => responsible.role))).toEqual(new Set(roles));
    await scene.sql(
      `update introductions set talk_wanted_at = '2026-03-11', talk_wanted_on = '2026-03-11' where tenant_id = $1 and id = $2`,
      id,
    );
    expect(await reasons('2026-03-31')).toEqual([
      {
        kind: 'talk-wanted',
        ...about,
        responsible: leader,
        since: '2026-03-11',
        latest: '2026-03-11',
        count: 1,
      },
    ]);
    await scene.line.post(`/api/introductions/${id}/talk-holding`).expect(204);
    await scene.line.post(`/api/introductions/${id}/talk-holding`).expect(409);
    expect(await reasons('2026-03-31')).toEqual([]);
    await scene.sql(`update introductions set ended_on = '2026-05-31' where tenant_id = $1 and id = $2`, id);
    expect(await reasons('2026-06-01')).toEqual([]);
  });
});
