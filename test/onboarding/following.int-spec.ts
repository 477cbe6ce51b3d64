import { dueOn, plannedOn, plannedOnDay, type Leave } from '../../src/onboarding/domain/due-day.js';
import { beginsOn } from '../../src/onboarding/domain/journey.js';
import type { Moment, StepHand } from '../../src/onboarding/domain/programme.js';
import { addDays, daysBetween, localDate, type LocalDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { introductionOf, onboardingScene, step, STEPS, type Scene } from './scene.js';

const day = localDate;
const TODAY = day('2026-03-11');

describe('introductions follow employments', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  interface Journey {
    personId: string;
    unitId: string;
    startsOn: LocalDate;
    begunOn: LocalDate;
    endedOn: LocalDate | null;
    pausedSince: LocalDate | null;
    buddyPersonId: string | null;
    version: number;
  }
  const journeys = ({ sql }: Scene): Promise<Journey[]> =>
    sql(`select person_id as "personId", unit_id as "unitId", starts_on as "startsOn", begun_on as "begunOn", version,
      ended_on as "endedOn", paused_since as "pausedSince", buddy_person_id as "buddyPersonId" from introductions where tenant_id = $1`);
  const stepsOf = ({ sql }: Scene, personId: string) =>
    sql<{ who: StepHand; moment: Moment; plannedOn: LocalDate; dueOn: LocalDate }>(
      `select who, moment, planned_on as "plannedOn", due_on as "dueOn" from introduction_steps s
       join introductions i on i.tenant_id = $1 and i.id = s.introduction_id where s.tenant_id = $1 and i.person_id = $2 order by position`,
      personId,
    );

  it('begin for new employees only, as the rule says, and once', async () => {
    const scene = await onboardingScene(app);
    const hires = [
      ['2026-03-16', null],
      ['2026-03-02', null],
      ['2026-01-10', null],
      ['2026-01-09', null],
      ['2026-06-09', null],
      ['2026-06-10', null],
      ['2026-02-01', '2026-03-10'],
      ['2026-02-01', '2026-03-11'],
    ] as const;
    const expected = new Set<string>();
    for (const [from, to] of hires) {
      const { personId } = await scene.hire('Ny', from, to ? { to } : {});
      const employment = { startsOn: day(from), endsOn: to && day(to), earlierUntil: null };
      if (beginsOn(employment, TODAY)) expected.add(personId);
    }
    for (const until of ['2025-09-14', '2025-09-13'] as const) {
      const former = await scene.hire('Tilbage', '2020-01-01', { to: until });
      await app.make.employment(scene.tenantId, {
        unitId: scene.unitId,
        from: '2026-03-16',
        personId: former.personId,
      });
      const again = { startsOn: day('2026-03-16'), endsOn: null, earlierUntil: day(until) };
      if (beginsOn(again, TODAY)) expected.add(former.personId);
    }
    await app.make.employment(scene.tenantId, {
      unitId: scene.unitId,
      from: '2026-03-16',
      personId: scene.bo.personId,
    });
    await scene.follow();
    await scene.follow();
    const found = await journeys(scene);
    expect(found.map(({ personId }) => personId).sort()).toEqual([...expected].sort());
    expect(expected.size).toBe(6);
    expect(await scene.sql('select 1 from introduction_steps where tenant_id = $1')).toHaveLength(
      6 * STEPS.length,
    );
  });

  it('are planned by the nearest programme', async () => {
    const scene = await onboardingScene(app);
    const make = async (name: string, body: object) =>
      (
        await scene.hr
          .post('/api/introduction-programmes')
          .send({ name, jobGroups: [], steps: STEPS, ...body })
          .expect(201)
      ).body.id;
    const nurses = await make('Sygeplejersker', { jobGroups: ['Sygeplejerske'] });
    const school = await make('Skolen', { unitId: scene.elsewhereId });
    const nurse = await scene.hire('Nanna', '2026-03-16', { jobGroup: 'Sygeplejerske' });
    const cook = await scene.hire('Kaj', '2026-03-16', { jobGroup: 'Kok' });
    const teacher = await app.make.employment(scene.tenantId, {
      unitId: scene.elsewhereId,
      from: '2026-03-16',
      jobGroup: 'Sygeplejerske',
    });
    await scene.follow();
    const chosen = await scene.sql<{ person_id: string; programme_id: string }>(
      'select person_id, programme_id from introductions where tenant_id = $1',
    );
    expect(new Map(chosen.map((one) => [one.person_id, one.programme_id]))).toEqual(
      new Map([
        [nurse.personId, nurses],
        [cook.personId, scene.programmeId],
        [teacher.personId, school],
      ]),
    );
  });

  it('are due on the days of the rule, whenever they begin and whatever leave there is', async () => {
    const scene = await onboardingScene(app);
    const leavesOf = new Map<string, { startsOn: LocalDate; leaves: Leave[] }>();
    for (const [index, from] of [
      '2026-01-12',
      '2026-02-01',
      '2026-03-11',
      '2026-04-02',
      '2026-05-16',
    ].entries()) {
      const startsOn = day(from);
      const made = await scene.hire(`Ny ${index}`, from);
      const leaves =
        index % 2 === 0
          ? []
          : [
              { firstOn: addDays(startsOn, 10), lastOn: addDays(startsOn, 10 + 27) },
              { firstOn: addDays(startsOn, 50), lastOn: addDays(startsOn, 50 + 13) },
            ];
      for (const { firstOn, lastOn } of leaves) {
        // A payroll that splits at a day of its own: two rows that touch are one leave.
        const split = addDays(firstOn, 5);
        const leave = { employmentId: made.employmentId, kind: 'parental-leave' };
        await app.make.spell(scene.tenantId, { ...leave, from: firstOn, to: split });
        await app.make.spell(scene.tenantId, { ...leave, from: addDays(split, 1), to: lastOn });
      }
      await app.make.spell(scene.tenantId, {
        employmentId: made.employmentId,
        kind: 'parental-leave',
        from: addDays(startsOn, 3),
        to: addDays(startsOn, 5),
      });
      leavesOf.set(made.personId, { startsOn, leaves });
    }
    await scene.follow();
    for (const [personId, { startsOn, leaves }] of leavesOf) {
      for (const { moment, ...found } of await stepsOf(scene, personId)) {
        const planned = plannedOn(startsOn, moment);
        const due = dueOn(planned, { leaves, begunOn: TODAY });
        expect({ startsOn, moment, ...found }).toMatchObject({ plannedOn: planned, dueOn: due });
      }
    }
    const checkIns = await scene.sql<{
      day: number;
      due_on: LocalDate;
      starts_on: LocalDate;
      person_id: string;
    }>(
      `select c.day, c.due_on, i.starts_on, i.person_id from introduction_check_ins c
       join introductions i on i.tenant_id = $1 and i.id = c.introduction_id where c.tenant_id = $1`,
    );
    expect(checkIns).toHaveLength(15);
    for (const { day: number, due_on, starts_on, person_id } of checkIns) {
      const leaves = leavesOf.get(person_id)?.leaves ?? [];
      expect(due_on).toBe(dueOn(plannedOnDay(starts_on, number), { leaves, begunOn: TODAY }));
    }
  });

  it('pause while a long leave lasts, a day later every day, and go on after it', async () => {
    const scene = await onboardingScene(app);
    const made = await scene.hire('Ane', '2026-03-02');
    const spell = await app.make.spell(scene.tenantId, {
      employmentId: made.employmentId,
      kind: 'parental-leave',
      from: '2026-03-16',
    });
    await scene.follow();
    const due = async () =>
      (await stepsOf(scene, made.personId)).find(({ moment }) => moment === 'day-30')?.dueOn ?? '';
    expect(await due()).toBe('2026-03-31');
    app.clock.set('2026-03-28');
    await scene.follow();
    expect((await journeys(scene))[0]?.pausedSince).toBeNull();
    app.clock.set('2026-03-30');
    await scene.follow();
    expect((await journeys(scene))[0]?.pausedSince).toBe('2026-03-16');
    expect(await due()).toBe('2026-04-15');
    app.clock.set('2026-04-14');
    await scene.follow();
    expect(daysBetween(day('2026-03-31'), day(await due()))).toBeGreaterThanOrEqual(30);
    await scene.sql(`update spells set last_on = '2026-04-12' where tenant_id = $1 and id = $2`, spell);
    await scene.follow();
    expect((await journeys(scene))[0]?.pausedSince).toBeNull();
    expect(await due()).toBe('2026-04-28');
  });

  it('never pause for sickness', async () => {
    const scene = await onboardingScene(app);
    const made = await scene.hire('Ane', '2026-03-02');
    await app.make.spell(scene.tenantId, {
      employmentId: made.employmentId,
      from: '2026-03-03',
      to: '2026-05-31',
    });
    app.clock.set('2026-04-20');
    await scene.follow();
    expect(await journeys(scene)).toMatchObject([{ pausedSince: null }]);
  });

  it('move with the employment, without a buddy who stays behind, and end with it', async () => {
    const scene = await onboardingScene(app);
    const ane = await scene.hire('Ane', '2026-03-02');
    await scene.follow();
    const id = await introductionOf(scene, ane.personId);
    await scene.hr.put(`/api/introductions/${id}/buddy`).send({ personId: scene.bo.personId }).expect(204);
    await scene.hr.post(`/api/introductions/${id}/links`).send({ holder: 'buddy' }).expect(201);
    await scene.follow();
    expect(await journeys(scene)).toMatchObject([{ unitId: scene.unitId, buddyPersonId: scene.bo.personId }]);
    await scene.sql(
      `with cut as (update employment_terms set valid = '[2026-03-02,2026-03-20)' where tenant_id = $1 and employment_id = $2 returning *)
       insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours)
       select tenant_id, employment_id, '[2026-03-20,)', $3, weekly_hours from cut`,
      ane.employmentId,
      scene.elsewhereId,
    );
    app.clock.set('2026-03-20');
    await scene.follow();
    expect(await journeys(scene)).toMatchObject([
      { unitId: scene.elsewhereId, buddyPersonId: null, endedOn: null },
    ]);
    expect(await scene.sql('select 1 from introduction_links where tenant_id = $1')).toEqual([]);
    await scene.sql(
      `update employments set employed = '[2026-03-02,2026-04-01)' where tenant_id = $1 and id = $2`,
      ane.employmentId,
    );
    await scene.follow();
    expect(await journeys(scene)).toMatchObject([{ endedOn: '2026-03-31' }]);
    const state = async () => (await scene.hr.get(`/api/introductions/${id}`).expect(200)).body.state;
    expect(await state()).toBe('running');
    app.clock.set('2026-04-01');
    expect(await state()).toBe('ended');
  });

  it('plan anew where the first day is put off', async () => {
    const scene = await onboardingScene(app);
    const ane = await scene.hire('Ane', '2026-04-01');
    await scene.follow();
    await scene.sql(
      `update employments set employed = '[2026-05-04,)' where tenant_id = $1 and id = $2`,
      ane.employmentId,
    );
    await scene.sql(
      `update employment_terms set valid = '[2026-05-04,)' where tenant_id = $1 and employment_id = $2`,
      ane.employmentId,
    );
    await scene.follow();
    expect(await journeys(scene)).toMatchObject([{ startsOn: '2026-05-04' }]);
    expect((await stepsOf(scene, ane.personId))[0]).toMatchObject({ plannedOn: '2026-05-01' });
  });

  it('keep the version they began with', async () => {
    const scene = await onboardingScene(app);
    const first = await scene.hire('Første', '2026-03-02');
    await scene.follow();
    const body = { name: 'Alle', jobGroups: [], steps: [step('leader', 'day-1', 'Nyt trin')] };
    await scene.hr.put(`/api/introduction-programmes/${scene.programmeId}`).send(body).expect(204);
    const second = await scene.hire('Anden', '2026-03-02');
    await scene.follow();
    const versions = new Map((await journeys(scene)).map(({ personId, version }) => [personId, version]));
    expect(versions).toEqual(
      new Map([
        [first.personId, 1],
        [second.personId, 2],
      ]),
    );
    const { body: shown } = await scene.hr
      .get(`/api/introductions/${await introductionOf(scene, first.personId)}`)
      .expect(200);
    expect(shown).toMatchObject({ version: 1, newestVersion: 2 });
    expect(shown.steps).toHaveLength(STEPS.length);
  });
});
