import { systemActor, type HatActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import { localDate } from '../../src/shared/local-date.js';
import { signalsRaised } from '../../src/signals/index.js';
import type { Reason, SourceReasons } from '../../src/signals/domain/reason.js';
import { settleReasons } from '../../src/signals/reasons.repository.js';
import { escalateUnclaimed } from '../../src/signals/escalation.queries.js';
import { startTestApp, type TestApp } from '../harness/app.js';

const TODAY = localDate('2026-03-16');
const test = systemActor('operator command');

describe('signals about units and introductions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  /** Lone leads Solgården and Ny, who is new there; a mandate reaches Solgården and a fall in wellbeing. */
  const world = async (rules = ['wellbeing-drop', 'talk-wanted', 'introduction-overdue']) => {
    app.clock.set(TODAY);
    const { tenantId } = await app.make.employer({ name: 'Fjordby', live: true });
    const unitId = await app.make.unit(tenantId, { name: 'Solgården' });
    const otherUnit = await app.make.unit(tenantId, { name: 'Skolen' });
    const leader = await app.make.employment(tenantId, { unitId, name: 'Lone Leder' });
    const ny = await app.make.employment(tenantId, {
      unitId,
      name: 'Ny Ansat',
      managerPersonId: leader.personId,
    });
    const otherLeader = await app.make.employment(tenantId, { unitId: otherUnit, name: 'Ole Leder' });
    await app.make.employment(tenantId, { unitId: otherUnit, managerPersonId: otherLeader.personId });
    const providerId = await app.make.provider();
    await app.make.mandate(tenantId, { providerId, unitIds: [unitId], rules });
    const as = async (hat: Promise<HatActor>) => app.as(await hat);
    const sql = <T>(text: string): Promise<T[]> =>
      app.doors.within(test, tenantId, (tx) => rows<T>(tx, text));
    const settle = (
      reasons: readonly Reason[],
      more: { on?: string; weighedAgain?: string; rules?: SourceReasons['rules'] } = {},
    ): Promise<number> =>
      app.doors.within(test, tenantId, (tx) =>
        settleReasons(
          tx,
          { tenantId, on: localDate(more.on ?? TODAY) },
          {
            rules: more.rules ?? ['wellbeing-drop', 'introduction-overdue', 'talk-wanted'],
            reasons,
            weighedAgain: more.weighedAgain === undefined ? null : localDate(more.weighedAgain),
          },
        ),
      );
    const drop = (since = '2026-03-13', at = unitId): Reason => ({
      rule: 'wellbeing-drop',
      unitId: at,
      personId: null,
      employmentId: null,
      responsible: null,
      since: localDate(since),
      from: localDate(since),
      to: localDate(since),
      facts: {
        count: 1,
        spells: [],
        drops: [
          {
            scaleId: 'workload',
            name: { da: 'Arbejdspres', en: 'Workload' },
            from: 64,
            to: 51,
            interval: [-20, -6],
          },
        ],
      },
    });
    const introduction = (
      rule: 'talk-wanted' | 'introduction-overdue',
      responsible: Reason['responsible'] = 'line-manager',
      since = '2026-03-13',
    ): Reason => ({
      ...drop(since),
      rule,
      personId: ny.personId,
      employmentId: ny.employmentId,
      responsible,
      facts: { count: 2, spells: [] },
    });
    return {
      tenantId,
      unitId,
      otherUnit,
      settle,
      drop,
      introduction,
      sql,
      /** Each signal as its rule, the day of its reason and how it stands. */
      signals: async (): Promise<string[]> =>
        (
          await sql<{ line: string }>(
            `select concat_ws(' ', rule, episode_on, case when acted_at is not null then 'acted' end,
               'ended ' || reason_ended_on, case when withdrawn_at is not null then 'withdrawn' end) as line
             from signals order by raised_at, id`,
          )
        ).map(({ line }) => line),
      hr: await as(app.make.hat('hr-manager', { tenantId })),
      leader: await as(app.make.hat('line-manager', { tenantId, personId: leader.personId })),
      otherLeader: await as(app.make.hat('line-manager', { tenantId, personId: otherLeader.personId })),
      consultant: await as(app.make.hat('retention-consultant', { providerId })),
      lead: await as(app.make.hat('team-lead', { providerId })),
      told: async (): Promise<string[]> => {
        await app.doors.within(test, tenantId, (tx) => addJob(tx, signalsRaised, { tenantId }));
        await app.drainJobs();
        const notices = await sql<{ hat_id: string; event: string }>('select hat_id, event from notices');
        const hats = await app.doors.system('test', (tx) =>
          rows<{ id: string; role: string }>(tx, 'select id, role from hats where id = any ($1)', [
            notices.map((notice) => notice.hat_id),
          ]),
        );
        return notices
          .map(({ hat_id, event }) => `${hats.find((hat) => hat.id === hat_id)?.role} ${event}`)
          .sort();
      },
    };
  };
  type World = Awaited<ReturnType<typeof world>>;
  type Agent = World['hr'];
  const seen = async (agent: Agent, query = ''): Promise<{ id: string; rule: string }[]> =>
    (await agent.get(`/api/signals${query}`).expect(200)).body.items;
  const rulesSeen = async (agent: Agent, query = ''): Promise<string[]> =>
    (await seen(agent, query)).map(({ rule }) => rule).sort();
  const onlyId = async (agent: Agent): Promise<string> => (await seen(agent))[0]?.id ?? '';

  it('stand once while their reason lasts, and take up what comes later (definitions 4.3)', async () => {
    const given = await world();
    expect(await given.settle([given.drop('2026-01-10')])).toBe(1);
    expect(await given.settle([given.drop('2026-01-10')])).toBe(0);
    expect(await given.settle([given.drop('2026-03-13')])).toBe(1);
    expect(await given.signals()).toEqual(['wellbeing-drop 2026-03-13']);
    const [due] = await given.sql<{ due: string }>('select due_on as due from signals');
    expect(due).toEqual({ due: '2026-03-23' });
    await given.settle([], { on: '2026-04-01' });
    expect(await given.signals()).toEqual(['wellbeing-drop 2026-03-13 ended 2026-04-01']);
    // The same reason come back is the same signal.
    await given.settle([given.drop('2026-03-13')]);
    expect(await given.signals()).toEqual(['wellbeing-drop 2026-03-13']);
  });

  it('come anew after they were acted on only for what has come since', async () => {
    const given = await world();
    await given.settle([given.drop('2026-01-10')]);
    await given.sql('update signals set acted_at = now()');
    await given.settle([given.drop('2026-01-10')]);
    expect(await given.signals()).toEqual(['wellbeing-drop 2026-01-10 acted']);
    await given.settle([given.drop('2026-03-13')]);
    expect(await given.signals()).toEqual([
      'wellbeing-drop 2026-01-10 acted ended 2026-03-16',
      'wellbeing-drop 2026-03-13',
    ]);
  });

  it('are withdrawn where weighing the same day again shows that there never was a reason', async () => {
    const given = await world();
    await given.settle([given.drop('2026-02-01'), given.drop('2026-02-01', given.otherUnit)]);
    await given.settle([given.drop('2026-02-01')], { weighedAgain: '2026-02-01' });
    expect((await given.signals()).sort()).toEqual([
      'wellbeing-drop 2026-02-01',
      'wellbeing-drop 2026-02-01 withdrawn',
    ]);
    // Another source's signals are left alone.
    await given.settle([], { rules: ['talk-wanted'], weighedAgain: '2026-02-01' });
    expect((await given.signals())[0]).toBe('wellbeing-drop 2026-02-01');
  });

  it('about a unit reach its leader, HR, and a consultant where the mandate names unit and rule', async () => {
    const given = await world();
    await given.settle([given.drop(), given.drop('2026-03-13', given.otherUnit)]);
    expect(await rulesSeen(given.hr)).toEqual(['wellbeing-drop', 'wellbeing-drop']);
    const [own] = await seen(given.leader);
    expect(own).toMatchObject({ basis: 'unit', personId: null, personName: null, unitName: 'Solgården' });
    const id = own?.id ?? '';
    expect((await seen(given.consultant)).map((signal) => signal.id)).toEqual([id]);
    const other = (await onlyId(given.otherLeader)) || '';
    expect(other).not.toBe(id);
    for (const agent of [given.leader, given.consultant, given.lead])
      await agent.get(`/api/signals/${other}`).expect(404);
    await given.consultant.post(`/api/signals/${other}/claim`).expect(404);
    await given.consultant.post('/api/cases').send({ signalId: other }).expect(404);
    await (await world()).hr.get(`/api/signals/${id}`).expect(404);
    const narrow = await world(['contact-day-14']);
    await narrow.settle([narrow.drop()]);
    expect(await rulesSeen(narrow.consultant)).toEqual([]);
    await narrow.consultant.get(`/api/signals/${await onlyId(narrow.hr)}`).expect(404);
    expect((await given.consultant.get(`/api/signals/${id}`).expect(200)).body).toMatchObject({
      ruleKind: 'unit',
      recipients: ['line-manager', 'hr-manager', 'retention-consultant'],
      facts: { drops: [{ scaleId: 'workload', from: 64, to: 51, interval: [-20, -6] }], chart: null },
    });
    expect(await given.told()).toEqual([
      'hr-manager unit',
      'hr-manager unit',
      'line-manager unit',
      'line-manager unit',
      'retention-consultant unit',
    ]);
  });

  it('about a unit are taken, handed on and passed to the team lead like others (definitions 4.2)', async () => {
    const given = await world();
    await given.settle([given.drop()]);
    const id = await onlyId(given.consultant);
    await given.consultant.post(`/api/signals/${id}/claim`).expect(204);
    await given.lead.post(`/api/signals/${id}/claim`).expect(409);
    await given.consultant.delete(`/api/signals/${id}/claim`).expect(204);
    const escalate = (on: string): Promise<number> =>
      app.doors.within(test, given.tenantId, (tx) => escalateUnclaimed(tx, given.tenantId, localDate(on)));
    expect(await escalate('2026-03-17')).toBe(0);
    expect(await escalate('2026-03-18')).toBe(1);
    expect(await given.told()).toContain('team-lead unclaimed');
  });

  it('about a unit lead to a case, and a visit settles them', async () => {
    const given = await world();
    await given.settle([given.drop()]);
    const id = await onlyId(given.consultant);
    const opened = await given.consultant.post('/api/cases').send({ signalId: id }).expect(201);
    await given.hr.post('/api/cases').send({ signalId: id }).expect(409);
    expect((await given.consultant.get(`/api/cases/${opened.body.id}`)).body).toMatchObject({
      subject: 'unit',
      personId: null,
      unitName: 'Solgården',
      signals: [{ id, rule: 'wellbeing-drop' }],
    });
    const visit = { kind: 'visit', heldOn: TODAY, reached: true, hours: 2 };
    await given.consultant
      .post(`/api/cases/${opened.body.id}/contacts`)
      .send({ ...visit, kind: 'conversation' })
      .expect(400);
    await given.consultant.post(`/api/cases/${opened.body.id}/contacts`).send(visit).expect(204);
    expect((await given.consultant.get(`/api/signals/${id}`)).body).toMatchObject({
      state: 'acted',
      caseId: opened.body.id,
    });
  });

  it('of an introduction reach the responsible alone, and never a consultant (definitions 8.4)', async () => {
    const given = await world();
    await given.settle([
      given.introduction('talk-wanted'),
      given.introduction('introduction-overdue', 'hr-manager'),
    ]);
    expect(await rulesSeen(given.leader)).toEqual(['talk-wanted']);
    expect(await rulesSeen(given.hr)).toEqual(['introduction-overdue']);
    expect(await rulesSeen(given.leader, '?basis=introduction')).toEqual(['talk-wanted']);
    expect(await rulesSeen(given.leader, '?basis=absence')).toEqual([]);
    for (const agent of [given.consultant, given.lead, given.otherLeader])
      expect(await rulesSeen(agent)).toEqual([]);
    const id = await onlyId(given.leader);
    for (const agent of [given.consultant, given.hr, given.otherLeader])
      await agent.get(`/api/signals/${id}`).expect(404);
    await given.leader.get(`/api/signals/${id}`).expect(200);
    expect(await given.told()).toEqual(['hr-manager introduction', 'line-manager introduction']);
    // It leads to no case, which a consultant could read, and nobody has to take it.
    await given.hr
      .post('/api/cases')
      .send({ signalId: await onlyId(given.hr) })
      .expect(404);
    await given.leader
      .post(`/api/signals/${id}/contacts`)
      .send({ kind: 'conversation', heldOn: TODAY, reached: true })
      .expect(204);
    expect(await rulesSeen(given.leader)).toEqual([]);
  });

  it('of an introduction stay out of a case about the same person', async () => {
    const given = await world();
    await given.settle([given.introduction('introduction-overdue', 'hr-manager')]);
    const [person] = await given.sql<{ id: string }>(`select person_id as id from signals`);
    const { body } = await given.hr.post('/api/cases').send({ personId: person?.id }).expect(201);
    expect((await given.hr.get(`/api/cases/${body.id}`)).body.signals).toEqual([]);
    expect(await given.sql('select from case_signals')).toEqual([]);
  });
});
