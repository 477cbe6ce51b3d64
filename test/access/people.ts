import supertest from 'supertest';
import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import type { TestApp } from '../harness/app.js';

export const PASSWORD = 'en god lang adgangskode';

/** A browser of its own, without a session. */
export const browser = (app: TestApp) => supertest.agent(app.nest.getHttpServer());

/** A browser signed in by password. */
export const signedIn = async (app: TestApp, email: string) => {
  const agent = browser(app);
  const opened = await agent.post('/api/session').send({ email, password: PASSWORD });
  if (opened.status !== 200) throw new Error(`not signed in: ${opened.text}`);
  return agent;
};

/** What an employer's audit says of sign-in and users. */
export const auditOf = (app: TestApp, tenantId: string) =>
  app.doors.within(systemActor('operator command'), tenantId, (tx) =>
    rows<{ action: string; outcome: string }>(
      tx,
      'select action, outcome from audit_entries where tenant_id = $1 order by id',
      [tenantId],
    ),
  );
