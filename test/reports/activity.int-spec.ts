import { randomUUID } from 'node:crypto';
import { systemActor } from '../../src/access/index.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { figure, report, reportedWorld } from './partnership-world.js';

const test = systemActor('operator command');

interface GivenSignal {
  readonly rule?: string;
  readonly raisedOn?: string;
  readonly dueOn: string;
  readonly withdrawn?: boolean;
  readonly contact?: { readonly heldOn: string; readonly recordedOn: string; readonly reached: boolean };
}

describe('what was done', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    app.clock.set('2026-04-10');
  });
  afterAll(() => app.close());

  type World = Awaited<ReturnType<typeof reportedWorld>>;
  type Place = World['school'];

  const signal = (world: World, place: Place, index: number, given: GivenSignal) =>
    app.doors.within(test, world.tenantId, async (tx) => {
      const { personId, employmentId } = place.employments[index] ?? { personId: '', employmentId: '' };
      const id = randomUUID();
      const { rule = 'spells-3-in-183-days', dueOn, raisedOn = dueOn } = given;
      await tx.query(
        `insert into signals (tenant_id, id, person_id, employment_id, unit_id, rule, reason_from, reason_to, facts, raised_on,
           due_on, withdrawn_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7, '{}', $7, $8, $9)`,
        [
          world.tenantId,
          id,
          personId,
          employmentId,
          place.team,
          rule,
          raisedOn,
          dueOn,
          given.withdrawn ? 'now' : null,
        ],
      );
      if (given.contact)
        await tx.query(
          `insert into contacts (tenant_id, signal_id, kind, held_on, reached, recorded_at, recorded_by_hat)
           values ($1, $2, 'line-manager', $3, $4, $5::date + time '12:00', $6)`,
          [
            world.tenantId,
            id,
            given.contact.heldOn,
            given.contact.reached,
            given.contact.recordedOn,
            randomUUID(),
          ],
        );
    });

  const openCase = async (
    world: World,
    place: Place,
    openedOn: string,
    closedOn: string | null,
    personId: string | null = place.employments[0]?.personId ?? '',
  ): Promise<string> => {
    const id = randomUUID();
    await app.doors.within(test, world.tenantId, (tx) =>
      tx.query(
        `insert into cases (tenant_id, id, subject, person_id, unit_id, opened_on, opened_by_hat, owner_hat, closed_on, closed_at,
           closed_by_hat, outcome)
         values ($1, $6, case when $7::uuid is null then 'unit' else 'person' end, $7, $2, $3, $4, $4, $5,
           case when $5::date is not null then now() end, case when $5::date is not null then $4::uuid end,
           case when $5::date is not null then 'no-further-need' end)`,
        [world.tenantId, place.team, openedOn, randomUUID(), closedOn, id, personId],
      ),
    );
    return id;
  };

  it('counts contacted in time by the due day and by when it was written down (definitions 4.6)', async () => {
    const world = await reportedWorld(app);
    const { school } = world;
    const due = '2026-02-10';
    const inTime = { heldOn: '2026-02-09', recordedOn: '2026-02-13', reached: true };
    for (let index = 0; index < 8; index += 1)
      await signal(world, school, index, { dueOn: due, contact: inTime });
    for (let index = 8; index < 13; index += 1) {
      // Four working days after Tuesday the 10th is Monday the 16th: one too many.
      const contact = { heldOn: due, recordedOn: '2026-02-16', reached: true };
      await signal(world, school, index, { dueOn: due, contact });
    }
    for (let index = 13; index < 18; index += 1)
      await signal(world, school, index, {
        dueOn: due,
        contact: { heldOn: due, recordedOn: due, reached: false },
      });
    await signal(world, school, 18, { dueOn: due, withdrawn: true });
    for (let index = 0; index < 6; index += 1)
      await signal(world, school, index, { rule: 'days-15-in-365', dueOn: due, raisedOn: '2026-02-12' });
    // A contact day on which nobody is absent any more is not due.
    await signal(world, school, 19, { rule: 'contact-day-5', dueOn: due });
    // The statute's own deadline is no early signal.
    await signal(world, school, 19, { rule: 'section-7a-talk', dueOn: due });

    const body = await report(app, world);
    expect(figure(body, 'Fjordskolen', 'signals-due').now).toMatchObject({ shown: true, value: 18 });
    expect(figure(body, 'Fjordskolen', 'contacted-in-time').now).toMatchObject({
      value: 0.444444,
      numerator: 8,
      denominator: 18,
    });
    expect(figure(body, 'Fjordskolen', 'recorded-late').now).toMatchObject({ value: 5 });
    expect(figure(body, 'Fjordskolen', 'contact-attempted').now).toMatchObject({ value: 5 });
    expect(figure(body, 'Fjordskolen', 'learned-late').now).toMatchObject({ value: 6 });
    expect(figure(body, 'Fjordskolen', 'signals-raised').now).toMatchObject({ value: 26 });
    expect(figure(body, 'Børnehuset', 'signals-due').now).toMatchObject({ shown: true, value: 0 });
    expect(figure(body, 'Børnehuset', 'contacted-in-time').now).toMatchObject({
      shown: false,
      reason: 'nothing',
    });
  });

  it('prints "<5" for small counts, hides the next smallest with one, and a share of fewer than ten', async () => {
    const world = await reportedWorld(app);
    for (let index = 0; index < 9; index += 1)
      await signal(world, world.school, index, { dueOn: '2026-02-10' });
    for (let index = 0; index < 7; index += 1)
      await signal(world, world.care, index, { dueOn: '2026-02-10' });
    for (let index = 0; index < 3; index += 1)
      await signal(world, world.nursery, index, { dueOn: '2026-02-10' });
    const body = await report(app, world);
    expect(figure(body, 'partnership', 'signals-due').now).toMatchObject({ shown: true, value: 19 });
    expect(figure(body, 'Fjordskolen', 'signals-due').now).toMatchObject({ shown: true, value: 9 });
    expect(figure(body, 'Plejecenter Åparken', 'signals-due').now).toMatchObject({
      shown: false,
      reason: 'complementary',
    });
    expect(figure(body, 'Børnehuset', 'signals-due').now).toMatchObject({
      reason: 'small-count',
      bound: '<5',
      value: null,
    });
    expect(figure(body, 'Fjordskolen', 'contacted-in-time').now).toMatchObject({ reason: 'small-base' });
    expect(figure(body, 'partnership', 'contacted-in-time').now).toMatchObject({ value: 0, denominator: 19 });
  });

  it('counts cases where and when they were opened and closed', async () => {
    const world = await reportedWorld(app);
    for (let index = 0; index < 6; index += 1)
      await openCase(world, world.school, '2026-03-02', index < 5 ? '2026-03-31' : null);
    for (let index = 0; index < 5; index += 1) await openCase(world, world.care, '2025-12-31', '2026-04-01');
    const body = await report(app, world);
    expect(figure(body, 'Fjordskolen', 'cases-opened').now).toMatchObject({ value: 6 });
    expect(figure(body, 'Fjordskolen', 'cases-closed').now).toMatchObject({ value: 5 });
    expect(figure(body, 'Plejecenter Åparken', 'cases-opened').now).toMatchObject({ value: 0 });
    expect(figure(body, 'partnership', 'cases-closed').now).toMatchObject({ value: 5 });
    expect(figure(body, 'partnership', 'unit-cases-opened').now).toMatchObject({ value: 0 });
  });

  it('counts cases about units, visits and referrals, and the days waited on average (definitions 4.5)', async () => {
    const world = await reportedWorld(app);
    const unitCases: string[] = [];
    for (let index = 0; index < 6; index += 1)
      unitCases.push(await openCase(world, world.school, '2026-01-05', null, null));
    const person = await openCase(world, world.school, '2026-01-05', null);
    const put = (sql: string, ...more: unknown[]) =>
      app.doors.within(test, world.tenantId, (tx) => tx.query(sql, [world.tenantId, ...more]));
    // Seven visits, one of them in vain and one before the period; eleven referrals, ten of them held after 10 to 19 days.
    await put(
      `insert into contacts (tenant_id, case_id, kind, held_on, reached, hours, recorded_by_hat)
       select $1, $2, 'visit', case n when 7 then date '2025-12-30' else date '2026-02-03' end, n <> 6, 2, $2
       from generate_series(1, 7) n`,
      unitCases[0],
    );
    await put(
      `insert into referrals (tenant_id, case_id, specialist, asked_on, held_on, recorded_by_hat)
       select $1, $2, 'psychologist', date '2026-02-02', case when n < 10 then date '2026-02-12' + n end, $2
       from generate_series(0, 10) n`,
      person,
    );
    const body = await report(app, world);
    expect(figure(body, 'Fjordskolen', 'unit-cases-opened').now).toMatchObject({ value: 6 });
    expect(figure(body, 'Fjordskolen', 'cases-opened').now).toMatchObject({
      reason: 'small-count',
      bound: '<5',
    });
    expect(figure(body, 'Fjordskolen', 'workplace-visits').now).toMatchObject({ value: 5 });
    expect(figure(body, 'Fjordskolen', 'referrals-asked').now).toMatchObject({ value: 11 });
    expect(figure(body, 'Fjordskolen', 'referrals-held').now).toMatchObject({ value: 10 });
    // 10 + 11 + … + 19 = 145 days in 10 referrals.
    expect(figure(body, 'Fjordskolen', 'referral-waiting').now).toMatchObject({
      value: 14.5,
      numerator: 145,
      denominator: 10,
    });
    expect(figure(body, 'Børnehuset', 'referral-waiting').now).toMatchObject({
      shown: false,
      reason: 'nothing',
    });
  });

  it('hides the days waited where fewer than ten were held, and counts of one to four', async () => {
    const world = await reportedWorld(app);
    const person = await openCase(world, world.school, '2026-01-05', null);
    await app.doors.within(test, world.tenantId, (tx) =>
      tx.query(
        `insert into referrals (tenant_id, case_id, specialist, asked_on, held_on, recorded_by_hat)
         select $1, $2, 'job-coach', date '2026-02-02', date '2026-02-12', $2 from generate_series(1, 9) n`,
        [world.tenantId, person],
      ),
    );
    await openCase(world, world.school, '2026-02-05', null, null);
    const body = await report(app, world);
    expect(figure(body, 'Fjordskolen', 'referral-waiting').now).toMatchObject({
      reason: 'small-base',
      value: null,
    });
    expect(figure(body, 'Fjordskolen', 'unit-cases-opened').now).toMatchObject({ bound: '<5', value: null });
  });
});
