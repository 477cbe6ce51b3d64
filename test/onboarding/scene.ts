import { systemActor } from '../../src/access/index.js';
import type { Step } from '../../src/onboarding/domain/programme.js';
import { followIntroductions } from '../../src/onboarding/journeys/journeys.jobs.js';
import { rows } from '../../src/platform/database/rows.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import type { TestApp } from '../harness/app.js';

const TEST = systemActor('operator command');

export const step = (who: Step['who'], moment: Step['moment'], title: string): Step => ({
  who,
  moment,
  title: { da: title, en: '' },
  text: { da: '', en: '' },
  points: [],
  link: null,
});

export const STEPS: readonly Step[] = [
  step('leader', 'before-day-1', 'Ring'),
  step('leader', 'day-1', 'Tag imod'),
  step('employee', 'day-1', 'Afprøv adgange'),
  step('buddy', 'week-1', 'Vis rundt'),
  step('hr', 'day-30', 'Kontrakt'),
  step('amo', 'day-30', 'Sikkerhed'),
  step('leader', 'day-180', 'Afslut'),
];

/** An employer with a unit, its leader, two colleagues of long standing and a programme for everybody. */
export const onboardingScene = async (app: TestApp) => {
  app.clock.set('2026-03-11');
  const { tenantId } = await app.make.employer({ name: 'Fjordby' });
  const unitId = await app.make.unit(tenantId, { name: 'Plejen' });
  const elsewhereId = await app.make.unit(tenantId, { name: 'Skolen' });
  const leader = await app.make.employment(tenantId, { unitId, name: 'Lone Leder' });
  const managed = { unitId, managerPersonId: leader.personId };
  const bo = await app.make.employment(tenantId, { ...managed, name: 'Bo Kollega' });
  const eva = await app.make.employment(tenantId, { ...managed, name: 'Eva Kollega' });
  const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
  const line = await app.as(await app.make.hat('line-manager', { tenantId, personId: leader.personId }));
  const programme = { name: 'Alle', jobGroups: [], steps: STEPS };
  const made = await hr.post('/api/introduction-programmes').send(programme).expect(201);
  const sql = <T>(text: string, ...parameters: unknown[]): Promise<T[]> =>
    app.doors.within(TEST, tenantId, (tx) => rows<T>(tx, text, [tenantId, ...parameters]));
  return {
    tenantId,
    unitId,
    elsewhereId,
    leader,
    bo,
    eva,
    hr,
    line,
    programmeId: String(made.body.id),
    sql,
    /** The night's run. */
    follow: async () => {
      await app.doors.within(TEST, tenantId, (tx) => addJob(tx, followIntroductions, { tenantId }));
      await app.drainJobs();
    },
    hire: (name: string, from: string, more: { readonly jobGroup?: string; readonly to?: string } = {}) =>
      app.make.employment(tenantId, { ...managed, name, from, ...more }),
  };
};
export type Scene = Awaited<ReturnType<typeof onboardingScene>>;

/** The one introduction of somebody. */
export const introductionOf = async (scene: Scene, personId: string): Promise<string> => {
  const [found] = await scene.sql<{ id: string }>(
    'select id from introductions where tenant_id = $1 and person_id = $2',
    personId,
  );
  if (!found) throw new Error('no introduction');
  return found.id;
};

/** Ane has come on 2 March; her introduction was prepared in February. It is 11 March. */
export const begunIntroduction = async (app: TestApp) => {
  const scene = await onboardingScene(app);
  app.clock.set('2026-02-16');
  const ane = await scene.hire('Ane Marie Østergård', '2026-03-02', { jobGroup: 'Sygeplejerske' });
  await scene.follow();
  app.clock.set('2026-03-11');
  const id = await introductionOf(scene, ane.personId);
  return {
    ...scene,
    ane,
    id,
    secretOf: async (holder: string): Promise<string> => {
      const { body } = await scene.hr.post(`/api/introductions/${id}/links`).send({ holder }).expect(201);
      return String(body.link).split('#')[1] ?? '';
    },
    page: (route: string, body: object) => app.anonymous.post(`/api/introduction-page/${route}`).send(body),
    /** As the leader sees it. */
    shown: async () => (await scene.line.get(`/api/introductions/${id}`).expect(200)).body,
    actions: async (): Promise<string[]> => {
      const sql = 'select action from audit_entries where tenant_id = $1 order by id';
      return (await scene.sql<{ action: string }>(sql)).map(({ action }) => action);
    },
  };
};
