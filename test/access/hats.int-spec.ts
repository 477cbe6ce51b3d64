import { randomUUID } from 'node:crypto';
import { HatsService, ROLES_OF, type NewHat, type PartyKind } from '../../src/access/index.js';
import { Problem } from '../../src/platform/http/problem.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';

describe('hats', () => {
  let app: TestApp;
  let parties: Record<PartyKind, Pick<NewHat, 'tenantId' | 'providerId' | 'partnershipId'>>;
  beforeAll(async () => {
    app = await startTestApp();
    const [authority] = await app.doors.system('test', (tx) =>
      rows<{ id: string }>(
        tx,
        `insert into tenants (kind, slug, name) values ('benefit-authority', 'jobcenter', 'Jobcenter') returning id`,
      ),
    );
    parties = {
      employer: { tenantId: (await app.make.employer()).tenantId },
      provider: { providerId: await app.make.provider() },
      partnership: { partnershipId: randomUUID() },
      'benefit-authority': { tenantId: authority?.id ?? '' },
    };
  });
  afterAll(() => app.close());

  const give = async (hat: NewHat): Promise<string> => {
    try {
      await app.nest.get(HatsService).give(hat);
      return 'given';
    } catch (fault) {
      return fault instanceof Problem ? fault.code : String(fault);
    }
  };
  const KINDS = ['employer', 'provider', 'partnership', 'benefit-authority'] as const;
  const ROLES = [...new Set(Object.values(ROLES_OF).flat())];

  it.each(KINDS)('gives at a party of kind %s the roles it has, and no other', async (kind) => {
    const roles: readonly string[] = ROLES_OF[kind];
    for (const role of ROLES)
      expect([role, await give({ role, userId: randomUUID(), ...parties[kind] })]).toEqual([
        role,
        roles.includes(role) ? 'given' : 'invalid-input',
      ]);
  });

  // Definitions 5.1: walls follow the hat.
  it.each([
    ['employer', 'provider', 'given'],
    ['employer', 'partnership', 'given'],
    ['partnership', 'benefit-authority', 'given'],
    ['employer', 'benefit-authority', 'two-sides-of-a-wall'],
    ['provider', 'benefit-authority', 'two-sides-of-a-wall'],
    ['benefit-authority', 'employer', 'two-sides-of-a-wall'],
    ['benefit-authority', 'provider', 'two-sides-of-a-wall'],
  ] as const)('on an account with a hat of kind %s, one of kind %s is %s', async (first, second, outcome) => {
    const userId = randomUUID();
    expect(await give({ userId, role: ROLES_OF[first][0], ...parties[first] })).toBe('given');
    expect(await give({ userId, role: ROLES_OF[second][0], ...parties[second] })).toBe(outcome);
  });

  it('lets an account change sides once its earlier hats have ended', async () => {
    const userId = randomUUID();
    await give({ userId, role: 'hr-manager', ...parties.employer });
    await app.doors.system('test', (tx) =>
      tx.query('update hats set ended_at = now() where user_id = $1', [userId]),
    );
    expect(await give({ userId, role: 'caseworker', ...parties['benefit-authority'] })).toBe('given');
  });
});
