import type { HatActor } from '../../src/access/index.js';
import { systemActor } from '../../src/access/index.js';
import { AuthoritiesService } from '../../src/partnerships/index.js';
import { row, rows } from '../../src/platform/database/rows.js';
import type { TestApp } from '../harness/app.js';

export const TEST = systemActor('operator command');
let made = 0;

/** A benefit authority with a caseworker and a job coach whose login is linked to the code MB. */
export const trackScene = async (app: TestApp) => {
  made += 1;
  const tenantId = await app.nest
    .get(AuthoritiesService)
    .createAuthority(TEST, { slug: `jobcenter-${process.pid}-${made}`, name: 'Jobcenter Fjordby' });
  const caseworker = await app.make.hat('caseworker', { tenantId });
  const coach = await app.make.hat('job-coach', { tenantId });
  return { tenantId, caseworker, coach };
};

/** Uploads a file of weeks and works the job that records it. Returns the import. */
export const uploadWeeks = async (app: TestApp, caseworker: HatActor, lines: readonly string[]) => {
  const agent = await app.as(caseworker);
  const content = ['Sagsnummer;Uge;Ydelse;Jobcoach;Sagsbehandler', ...lines].join('\n');
  const { body } = await agent
    .post('/api/track-imports')
    .attach('file', Buffer.from(content), { filename: 'uger.csv', contentType: 'text/csv' })
    .expect(201);
  await app.drainJobs();
  const read = await agent.get(`/api/track-imports/${body.id}`).expect(200);
  return read.body as { id: string; state: string; failure: string | null; counts: Record<string, number> };
};

export const linkCoach = async (app: TestApp, caseworker: HatActor, coach: HatActor, code = 'MB') => {
  const agent = await app.as(caseworker);
  const { body } = await agent.get('/api/track-workers').expect(200);
  const worker = body.items.find(
    (each: { kind: string; code: string }) => each.kind === 'job-coach' && each.code === code,
  );
  await agent.put(`/api/track-workers/${worker.id}/login`).send({ hatId: coach.hatId }).expect(204);
};

export const citizenId = async (app: TestApp, tenantId: string, caseNumber: string): Promise<string> =>
  (
    await app.doors.within(TEST, tenantId, (tx) =>
      row<{ id: string }>(tx, 'select id from citizens where tenant_id = $1 and case_number = $2', [
        tenantId,
        caseNumber,
      ]),
    )
  )?.id ?? '';

export const weeksOf = (app: TestApp, tenantId: string) =>
  app.doors.within(TEST, tenantId, (tx) =>
    rows<{ caseNumber: string; week: string; benefit: string; coach: string | null }>(
      tx,
      `select c.case_number as "caseNumber", w.week, w.benefit, coach.code as coach from citizen_weeks w
       join citizens c on c.tenant_id = $1 and c.id = w.citizen_id
       left join track_workers coach on coach.tenant_id = $1 and coach.id = w.coach_id
       where w.tenant_id = $1 order by 1, 2`,
      [tenantId],
    ),
  );
