import { PartnershipsService, TrackReleasesService } from '../../src/partnerships/index.js';
import { row, rows } from '../../src/platform/database/rows.js';
import { localDate } from '../../src/shared/local-date.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { TEST, trackScene, uploadWeeks } from './track-scene.js';

const QUARTER = { from: '2025-10-01', to: '2025-12-31' };

interface Figure {
  readonly measure: string;
  readonly unitName: string | null;
  readonly value: number | null;
  readonly reason: string | null;
}

describe('the tracks’ figures of a partnership', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const partnership = async () => {
    const { tenantId } = await app.make.employer();
    const unitId = await app.make.unit(tenantId);
    const partnershipId = await app.nest.get(PartnershipsService).createPartnership(TEST, {
      name: `Nærvær ${tenantId}`,
      from: localDate('2025-07-01'),
      to: localDate('2027-06-30'),
      units: [{ tenantId, unitId, arm: 'in' }],
    });
    const steering = await app.make.hat('steering-member', { partnershipId });
    return { tenantId, unitId, partnershipId, steering };
  };
  const of = (body: { tracks: { figures: Figure[] }[] }, measure: string) =>
    body.tracks
      .flatMap(({ figures }) => figures)
      .find((figure) => figure.measure === measure && !figure.unitName);

  /** 30 citizens from week 27 of 2025: 12 support themselves from week 42 on, 3 have a flexi-job from week 45. */
  const withCitizens = async (partnershipId: string) => {
    const scene = await trackScene(app);
    const weeks = (number: number): string[] => {
      const coach = ['MB', 'SN', 'TK'][number % 3];
      return Array.from({ length: 26 }, (_, index) => {
        const week = 27 + index;
        const benefit =
          number < 12 && week >= 42
            ? 'Selvforsørgelse'
            : number >= 27 && week >= 45
              ? 'Fleksjob'
              : 'Sygedagpenge';
        return `S-${number};2025-W${week};${benefit};${coach};LK`;
      });
    };
    await uploadWeeks(app, scene.caseworker, Array.from({ length: 30 }, (_, number) => weeks(number)).flat());
    await app.nest.get(TrackReleasesService).join(TEST, partnershipId, scene.tenantId);
    return scene;
  };

  it('are not there before they are made, and say what is not measured', async () => {
    const { partnershipId, steering } = await partnership();
    const agent = await app.as(steering);
    const at = `/api/partnerships/${partnershipId}/tracks`;
    expect((await agent.get(at).query(QUARTER).expect(200)).body).toMatchObject({
      releasedAt: null,
      tracks: [],
    });
    const { body } = await agent.post(at).send(QUARTER).expect(201);
    const [, employment] = body.tracks;
    expect(employment).toEqual({ track: 'employment', sources: [], figures: [] });
    expect(of(body, 'course-attendance')).toMatchObject({ value: null, reason: 'nothing' });
  });

  it('tell of citizens in aggregates, and few as few', async () => {
    const { partnershipId, steering } = await partnership();
    const { tenantId } = await withCitizens(partnershipId);
    const agent = await app.as(steering);
    const at = `/api/partnerships/${partnershipId}/tracks`;
    const { body } = await agent.post(at).send(QUARTER).expect(201);
    expect(of(body, 'citizens')).toMatchObject({ value: 30, reason: null });
    // 15 weeks after the first, 12 of 30 have returned: nobody before.
    expect(of(body, 'returned-13')).toMatchObject({ value: 0, of: 30 });
    expect(of(body, 'returned')).toMatchObject({ value: 12 });
    expect(of(body, 'inflow-flexi-job')).toMatchObject({ value: null, reason: 'small-count' });
    expect(of(body, 'coach-load')).toMatchObject({ value: 6 });
    expect(of(body, 'caseworker-load')).toMatchObject({ value: null, reason: 'too-few-persons' });
    expect(body).toMatchObject({ knownUntil: '2025-12-22' });
    const text = JSON.stringify(body);
    expect(text).not.toContain('S-1');
    expect(text).not.toContain('MB');
    const ledger = await app.doors.partnership(TEST, partnershipId, (tx) =>
      rows<{ measure: string; reason: string | null; units: string[] }>(
        tx,
        `select measure, reason, units from track_released_cells where partnership_id = $1 and measure = 'inflow-flexi-job'`,
        [partnershipId],
      ),
    );
    expect(ledger).toEqual([{ measure: 'inflow-flexi-job', reason: 'small-count', units: [tenantId] }]);
  });

  it('hide what has changed by few since they were made', async () => {
    const { partnershipId, steering } = await partnership();
    const { caseworker } = await withCitizens(partnershipId);
    const agent = await app.as(steering);
    const at = `/api/partnerships/${partnershipId}/tracks`;
    await agent.post(at).send(QUARTER).expect(201);
    await uploadWeeks(app, caseworker, ['S-20;2025-W50;Selvforsørgelse;MB;LK']);
    const { body } = await agent.post(at).send(QUARTER).expect(201);
    expect(of(body, 'returned')).toMatchObject({ value: null, reason: 'difference' });
    expect(of(body, 'citizens')).toMatchObject({ value: 30, reason: null });
  });

  it('tell of case production by team and of what was learnt', async () => {
    const { tenantId, unitId, partnershipId, steering } = await partnership();
    const providerId = await app.make.provider();
    const consultant = await app.make.hat('retention-consultant', { providerId });
    const hr = await app.make.hat('hr-manager', { tenantId });
    await app.doors.within(TEST, tenantId, async (tx) => {
      const cases = (hatId: string, count: number, closedOn: string | null) =>
        tx.query(
          `insert into cases (tenant_id, subject, unit_id, opened_on, opened_by_hat, owner_hat, closed_on, closed_at, closed_by_hat, outcome)
           select $1, 'unit', $2, '2025-10-06', $3::uuid, $3::uuid, $4::date, $4::date, case when $4::date is not null then $3::uuid end,
             case when $4::date is not null then 'measures-agreed' end from generate_series(1, $5::int)`,
          [tenantId, unitId, hatId, closedOn, count],
        );
      await cases(consultant.hatId, 12, '2025-11-05');
      await cases(consultant.hatId, 6, null);
      await cases(hr.hatId, 7, null);
    });
    const agent = await app.as(hr);
    const course = { title: 'Den svære samtale', heldOn: '2025-11-04', hours: 6, invited: 20, attended: 15 };
    await agent.post('/api/courses').send(course).expect(201);
    const { body } = await (
      await app.as(steering)
    )
      .post(`/api/partnerships/${partnershipId}/tracks`)
      .send(QUARTER)
      .expect(201);
    expect(of(body, 'open-cases')).toMatchObject({ value: 13 });
    const [prevention] = body.tracks;
    const teams = prevention.figures.filter(
      ({ measure, unitName }: Figure) => measure === 'open-cases' && unitName !== null,
    );
    expect(teams.map(({ value }: Figure) => value).sort()).toEqual([6, 7]);
    expect(of(body, 'closed-cases')).toMatchObject({ value: 12 });
    // 30 days each, from 6 October to 5 November.
    expect(of(body, 'case-length')).toMatchObject({ value: 30, of: 12 });
    expect(of(body, 'course-attendance')).toMatchObject({ value: 0.75, of: 20 });
  });

  it('tell of visits, referrals and waiting as the report does, and not what a report would then give away', async () => {
    const { tenantId, unitId, partnershipId, steering } = await partnership();
    const { hatId } = await app.make.hat('hr-manager', { tenantId });
    const helped = (visits: number, referrals: number) =>
      app.doors.within(TEST, tenantId, async (tx) => {
        const opened = await row<{ id: string }>(
          tx,
          `insert into cases (tenant_id, subject, unit_id, opened_on, opened_by_hat, owner_hat)
           values ($1, 'unit', $2, '2025-10-06', $3, $3) returning id`,
          [tenantId, unitId, hatId],
        );
        await tx.query(
          `insert into contacts (tenant_id, case_id, kind, held_on, reached, hours, recorded_by_hat)
           select $1, $2, 'visit', '2025-11-04', true, 2, $3 from generate_series(1, $4::int)`,
          [tenantId, opened?.id, hatId, visits],
        );
        // Asked for on 20 October, held 10, 11, 12 … days after.
        await tx.query(
          `insert into referrals (tenant_id, case_id, specialist, asked_on, held_on, recorded_by_hat)
           select $1, $2, 'psychologist', '2025-10-20', date '2025-10-29' + n, $3 from generate_series(1, $4::int) n`,
          [tenantId, opened?.id, hatId, referrals],
        );
      });
    await helped(6, 11);
    const agent = await app.as(steering);
    const release = async () =>
      (await agent.post(`/api/partnerships/${partnershipId}/tracks`).send(QUARTER).expect(201)).body;
    const whole = (body: { help: { measure: string; workplaceId: string | null }[] }, measure: string) =>
      body.help.find((figure) => figure.measure === measure && figure.workplaceId === null);
    const body = await release();
    expect(whole(body, 'workplace-visits')).toMatchObject({ value: 6, reason: null });
    expect(whole(body, 'referrals-held')).toMatchObject({ value: 11 });
    // 10 + 11 + … + 20 = 165 days in 11 referrals.
    expect(whole(body, 'waiting-days')).toMatchObject({ value: 15, of: 11 });
    expect(body.help).toHaveLength(8);
    const ledger = await app.doors.partnership(TEST, partnershipId, (tx) =>
      rows(
        tx,
        `select exit, cell, units, amounts from released_cells where partnership_id = $1 and measure = 'waiting-days' order by cell`,
        [partnershipId],
      ),
    );
    expect(ledger).toEqual([
      { exit: 'tracks', cell: unitId, units: [unitId], amounts: [165, 11] },
      { exit: 'tracks', cell: 'partnership', units: [unitId], amounts: [165, 11] },
    ]);
    await helped(2, 5);
    const again = await release();
    expect(whole(again, 'workplace-visits')).toMatchObject({ value: null, reason: 'difference' });
    expect(whole(again, 'referrals-held')).toMatchObject({ value: 16 });
  });

  it('are refused to whom they are not for, and for days that are no calendar cut or not over', async () => {
    const { partnershipId, steering, tenantId } = await partnership();
    const at = `/api/partnerships/${partnershipId}/tracks`;
    await app.anonymous.get(at).query(QUARTER).expect(401);
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    await hr.get(at).query(QUARTER).expect(403);
    const payer = await app.as(await app.make.hat('payer', { partnershipId }));
    await payer.get(at).query(QUARTER).expect(200);
    await payer.post(at).send(QUARTER).expect(403);
    const other = await partnership();
    await (await app.as(other.steering)).get(at).query(QUARTER).expect(404);
    const agent = await app.as(steering);
    await agent.get(at).query({ from: '2025-10-02', to: '2025-12-31' }).expect(400);
    await agent.post(at).send({ from: '2026-01-01', to: '2026-03-31' }).expect(400);
    await agent.post(at).send({ from: '2024-01-01', to: '2024-12-31' }).expect(400);
  });
});
