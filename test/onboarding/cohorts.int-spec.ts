import { startTestApp, type TestApp } from '../harness/app.js';
import { onboardingScene, type Scene } from './scene.js';

const URL = '/api/introduction-cohorts';

interface NewOnes {
  readonly count: number;
  readonly from: string;
  /** Whether the steps due by day 30 are done in time. */
  readonly inTime: boolean;
  /** How many of them are ill once, ten days apart, from this day on. */
  readonly ill?: { readonly count: number; readonly from: string };
}

/** So many days after a day of 2024. */
const after = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

describe('cohorts of new employees', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const begin = async (scene: Scene, { count, from, inTime, ill }: NewOnes): Promise<void> => {
    const hired = [];
    for (let index = 0; index < count; index += 1)
      hired.push(await scene.hire(`Ny ${index}`, from, { jobGroup: 'Pædagog' }));
    app.clock.set(from);
    await scene.follow();
    const ids = hired.map(({ employmentId }) => employmentId);
    await scene.sql(
      `update introduction_steps s set outcome = 'done', settled_by = 'line-manager', settled_on = s.due_on + $3::int
       from introductions i where s.tenant_id = $1 and i.tenant_id = $1 and i.id = s.introduction_id
         and i.employment_id = any ($2::uuid[])`,
      ids,
      inTime ? 0 : 40,
    );
    await scene.sql(
      `update introduction_check_ins c set answers = '{}', score = $3, answered_on = c.due_on
       from introductions i where c.tenant_id = $1 and i.tenant_id = $1 and i.id = c.introduction_id
         and i.employment_id = any ($2::uuid[]) and c.day = 7`,
      ids,
      inTime ? 80 : 40,
    );
    for (const [index, employmentId] of ids.slice(0, ill?.count ?? 0).entries()) {
      const first = after(ill?.from ?? from, 10 * index);
      await app.make.spell(scene.tenantId, { employmentId, from: first, to: first });
    }
  };

  const knownUntil = (scene: Scene, day: string) =>
    scene.sql(
      `insert into absence_sources (tenant_id, source, known_until) values ($1, 'payroll', $2)
       on conflict (tenant_id, source) do update set known_until = excluded.known_until`,
      day,
    );

  /** Absence is recorded from 2022 on. */
  const recorded = async (): Promise<Scene> => {
    const scene = await onboardingScene(app);
    const { employmentId } = scene.bo;
    await app.make.spell(scene.tenantId, { employmentId, from: '2022-01-10', to: '2022-01-11' });
    return scene;
  };

  /** Thirteen well introduced and twelve less so, all on 2 January 2024, and before them others who were new. */
  const lived = async (): Promise<Scene> => {
    const scene = await recorded();
    const others = { count: 12, from: '2023-02-01', inTime: true };
    await begin(scene, { ...others, ill: { count: 6, from: '2023-03-20' } });
    await scene.hire('Gone on day 19', '2024-01-02', { to: '2024-01-20' });
    await scene.hire('Gone on day 30', '2024-01-02', { to: '2024-01-31' });
    await begin(scene, {
      count: 13,
      from: '2024-01-02',
      inTime: true,
      ill: { count: 5, from: '2024-03-10' },
    });
    await begin(scene, {
      count: 12,
      from: '2024-01-02',
      inTime: false,
      ill: { count: 8, from: '2024-02-15' },
    });
    // Ill in the first month, or gone by day 30: none of them is in a curve that begins then.
    await begin(scene, { count: 1, from: '2024-01-02', inTime: true, ill: { count: 1, from: '2024-01-20' } });
    await knownUntil(scene, '2026-02-28');
    app.clock.set('2026-03-11');
    return scene;
  };

  it('tell each group of a year once, and the same ever after', async () => {
    const scene = await lived();
    const { body } = await scene.hr.get(URL).expect(200);
    expect(body.limits).toEqual({ persons: 10, absentPersons: 5, answers: 5 });
    const cohort = body.items.find(({ year }: { year: number }) => year === 2024);
    expect(cohort).toMatchObject({ tellableFrom: '2026-03-01', releasedAt: '2026-03-11T11:00:00.000Z' });
    const [most, fewer] = cohort.cells;
    expect(cohort.cells).toHaveLength(2);
    expect([most.cell, most.persons, fewer.cell, fewer.persons]).toEqual(['most', 13, 'fewer', 12]);
    // Five of thirteen are ill, the fifth on 19 April, day 109; eight of twelve, the fifth on 26 March, day 85.
    expect(most.figures.firstAbsence.points.map(at)).toEqual([[365, 8 / 13]].map(close));
    expect(fewer.figures.firstAbsence.points.map(at)).toEqual([[365, 4 / 12]].map(close));
    expect(fewer.figures.spells.points.map(at)).toEqual([[365, 8 / 12]].map(close));
    expect(most.figures.stay.points.at(-1)).toMatchObject({ day: 365, value: 1 });
    // Six spells of twelve in the year before, all in the first two bands of service.
    expect(most.figures.spells.expected.at(-1).value).toBeCloseTo(0.5, 6);
    expect(most.figures.checkIns[0]).toMatchObject({ day: 7, answers: 13, mean: 80 });
    expect(most.figures.checkIns[1]).toMatchObject({ day: 30, answers: null, mean: null });

    await scene.sql('delete from spells where tenant_id = $1');
    expect((await scene.hr.get(URL).expect(200)).body).toEqual(body);
    const [entry] = await scene.sql<{ action: string }>(
      'select action from audit_entries where tenant_id = $1 order by id desc limit 1',
    );
    expect(entry?.action).toBe('introduction-cohorts.read');
    const representative = await app.as(
      await app.make.hat('employee-representative', { tenantId: scene.tenantId }),
    );
    expect((await representative.get(URL).expect(200)).body).toEqual(body);
    await scene.line.get(URL).expect(403);
    await app.anonymous.get(URL).expect(401);
    const other = await onboardingScene(app);
    expect((await other.hr.get(URL).expect(200)).body.items).toEqual([]);
  });

  it('say from when a year can be told of, and why a group is not', async () => {
    const scene = await recorded();
    await begin(scene, { count: 4, from: '2024-05-01', inTime: true, ill: { count: 1, from: '2024-07-01' } });
    await knownUntil(scene, '2026-01-31');
    app.clock.set('2026-02-20');
    const [waiting] = (await scene.hr.get(URL).expect(200)).body.items;
    expect(waiting).toEqual({ year: 2024, releasedAt: null, tellableFrom: '2026-03-01', cells: [] });
    await knownUntil(scene, '2026-02-28');
    app.clock.set('2026-03-11');
    const [told] = (await scene.hr.get(URL).expect(200)).body.items;
    expect(told.cells).toEqual([
      { cell: 'all', persons: null, reason: 'too-few-persons', figures: null },
      { cell: 'most', persons: null, reason: 'too-few-persons', figures: null },
      { cell: 'fewer', persons: 0, reason: 'nothing', figures: null },
    ]);
  });
});

const at = ({ day, value }: { day: number; value: number }): number[] => [day, value];
const close = ([day = 0, value = 0]: number[]): unknown[] => [day, expect.closeTo(value, 10)];
