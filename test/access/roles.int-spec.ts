import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { browser } from './people.js';

describe('what a role would see', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const administrator = async () => {
    const { tenantId } = await app.make.employer();
    return { tenantId, admin: await app.as(await app.make.hat('administrator', { tenantId })) };
  };

  it('is for the administrator', async () => {
    const { tenantId, admin } = await administrator();
    await browser(app).get('/api/roles/line-manager/view').expect(401);
    for (const role of ['hr-manager', 'employee', 'employee-representative'] as const) {
      const other = await app.as(await app.make.hat(role, { tenantId }));
      await other.get('/api/roles/line-manager/view').expect(403);
    }
    await admin.get('/api/roles/king/view').expect(404);
    await admin.get('/api/roles/toString/view').expect(404);
  });

  // Read by hand out of the policies.
  it('is for a line manager the written policy, of those who answer to them that day', async () => {
    const { admin } = await administrator();
    const { body } = await admin.get('/api/roles/line-manager/view').expect(200);
    expect(body).toEqual({
      role: 'line-manager',
      reach: 'team',
      items: [
        { resource: 'action-plan', permissions: ['action-plan.read', 'action-plan.write'] },
        { resource: 'case', permissions: ['case.contact', 'case.invite', 'case.read'] },
        { resource: 'introduction', permissions: ['introduction.read', 'introduction.work'] },
        { resource: 'limit', permissions: ['limit.read'] },
        { resource: 'person', permissions: ['person.read'] },
        { resource: 'programme', permissions: ['programme.read'] },
        { resource: 'rule', permissions: ['rule.read', 'rule.trace'] },
        { resource: 'signal', permissions: ['signal.contact', 'signal.read'] },
        {
          resource: 'spell',
          permissions: ['spell.correct', 'spell.delete', 'spell.read', 'spell.report'],
        },
        { resource: 'survey-comment', permissions: ['survey-comment.read'] },
        { resource: 'survey-result', permissions: ['survey-result.read'] },
        { resource: 'unit', permissions: ['unit.read'] },
      ],
      hidden: ['private-data'],
    });
  });

  it('is for a consultant the written policy, within a mandate and without the kind of absence', async () => {
    const { admin } = await administrator();
    const { body } = await admin.get('/api/roles/retention-consultant/view').expect(200);
    const { items, ...rest } = body as { items: { permissions: string[] }[] };
    expect(rest).toEqual({
      role: 'retention-consultant',
      reach: 'mandate',
      hidden: ['absence-kind', 'private-data'],
    });
    expect(items.flatMap(({ permissions }) => permissions)).toEqual([
      'case.change',
      'case.close',
      'case.contact',
      'case.follow-up',
      'case.invite',
      'case.open',
      'case.read',
      'case.refer',
      'mandate.read-own',
      'person.read',
      'rule.read',
      'signal.claim',
      'signal.contact',
      'signal.read',
      'spell.read',
      'unit.read',
    ]);
  });

  it('says nothing of anybody, and is audited', async () => {
    const { tenantId, admin } = await administrator();
    const unitId = await app.make.unit(tenantId);
    await app.make.employment(tenantId, { unitId, name: 'Åse Ørsted' });
    const { text } = await admin.get('/api/roles/hr-manager/view').expect(200);
    expect(text).not.toContain('Åse');
    const entries = await app.doors.within(systemActor('operator command'), tenantId, (tx) =>
      rows(
        tx,
        `select action, outcome, role, people, detail from audit_entries where tenant_id = $1 and action like 'role.%'`,
        [tenantId],
      ),
    );
    expect(entries).toEqual([
      {
        action: 'role.preview',
        outcome: 'allowed',
        role: 'administrator',
        people: [],
        detail: { role: 'hr-manager' },
      },
    ]);
  });
});
