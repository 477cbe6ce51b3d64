import { systemActor, type HatActor } from '../../src/access/index.js';
import { row, rows } from '../../src/platform/database/rows.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import { signalsRaised } from '../../src/signals/index.js';
import type { TestApp } from '../harness/app.js';

const test = systemActor('operator command');

interface NewSignal {
  readonly rule: string;
  readonly warnings?: number;
  readonly escalated?: boolean;
}

/** An employer with two workplaces, an employee in the first one and a line manager with a hat; and what is done to them. */
export const scene = async (app: TestApp, options: { readonly live?: boolean } = {}) => {
  const { tenantId } = await app.make.employer({ live: options.live ?? true });
  const workplace = await app.make.unit(tenantId);
  const unitId = await app.make.unit(tenantId, { parentId: workplace });
  const elsewhere = await app.make.unit(tenantId);
  const { personId: managerId } = await app.make.employment(tenantId, { unitId: workplace });
  const employee = await app.make.employment(tenantId, { unitId, managerPersonId: managerId });
  const hr = await app.make.hat('hr-manager', { tenantId });
  const manager = await app.make.hat('line-manager', { tenantId, personId: managerId });
  const sql = <T>(text: string, ...more: unknown[]): Promise<T[]> =>
    app.doors.within(test, tenantId, (tx) => rows<T>(tx, text, [tenantId, ...more]));

  return {
    tenantId,
    workplace,
    unitId,
    elsewhere,
    employmentId: employee.employmentId,
    hr,
    manager,
    sql,
    /** A signal about the employee, or another employment, as the rules would have raised it today. */
    signal: async ({ rule, warnings, escalated }: NewSignal, of = employee, at = unitId): Promise<string> => {
      const [made] = await sql<{ id: string }>(
        `insert into signals (tenant_id, person_id, employment_id, unit_id, rule, reason_from, reason_to, facts, raised_on,
           due_on, escalated_at, episode_on)
         values ($1, $2, $3, $4, $5, $6::date, $6::date, $7, $6::date, $6::date, $8, $9) returning id`,
        of.personId,
        of.employmentId,
        at,
        rule,
        app.clock.today(),
        JSON.stringify({ count: 1, spells: [], warnings }),
        escalated ? app.clock.now() : null,
        rule.includes('-in-') ? null : app.clock.today(),
      );
      return made?.id ?? '';
    },
    raised: async (): Promise<void> => {
      await app.doors.within(test, tenantId, (tx) => addJob(tx, signalsRaised, { tenantId }));
      await app.drainJobs();
    },
    /** Who has been told of what, by role and event. */
    told: async (): Promise<string[]> => {
      const notices = await sql<{ hat_id: string; event: string }>(
        'select hat_id, event from notices where tenant_id = $1',
      );
      const hats = await app.doors.system('test', (tx) =>
        rows<{ id: string; role: string }>(tx, 'select id, role from hats where id = any ($1)', [
          notices.map((notice) => notice.hat_id),
        ]),
      );
      const roleOf = new Map(hats.map((hat) => [hat.id, hat.role]));
      return notices.map(({ hat_id, event }) => `${roleOf.get(hat_id)}: ${event}`).sort();
    },
    toldHats: async (): Promise<string[]> =>
      (await sql<{ hat_id: string }>('select distinct hat_id from notices where tenant_id = $1')).map(
        (notice) => notice.hat_id,
      ),
  };
};

/** A provider with a consultant and a team lead. */
export const provider = async (
  app: TestApp,
): Promise<{ providerId: string; consultant: HatActor; teamLead: HatActor }> => {
  const providerId = await app.make.provider();
  return {
    providerId,
    consultant: await app.make.hat('retention-consultant', { providerId }),
    teamLead: await app.make.hat('team-lead', { providerId }),
  };
};

export interface MailRow {
  id: string;
  user_id: string;
  template: string;
  language: string;
  digest_on: string | null;
  content: object;
  sent: boolean;
}

/** The mails of a user, the oldest first. */
export const mailsOf = (app: TestApp, hat: HatActor): Promise<MailRow[]> =>
  app.doors.system('test', (tx) =>
    rows<MailRow>(tx, 'select *, sent_at is not null as sent from mails where user_id = $1 order by id', [
      hat.userId,
    ]),
  );

/** What is left in the outbox of a job of one kind, worked or not. */
export const payloadsOf = async (app: TestApp, job: string): Promise<object[]> =>
  (
    await app.doors.system('test', (tx) =>
      rows<{ payload: object }>(tx, 'select payload from outbox where job = $1', [job]),
    )
  ).map(({ payload }) => payload);

export const endHat = async (app: TestApp, hat: HatActor): Promise<void> => {
  await app.doors.system('test', (tx) =>
    row(tx, 'update hats set ended_at = now() where id = $1', [hat.hatId]),
  );
};
