import { APPLICATION_ROLE, OWNER_ROLE } from '../../../src/platform/database/embedded/roles.js';
import { refuseUnsafeRole } from '../../../src/platform/database/safe-role.js';
import { startTestApp, type TestApp } from '../../harness/app.js';
import { asSuperuser } from '../../harness/runtime.js';

describe('the boot', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const urlAs = (role: string): string => app.runtime.databaseUrl.replace(APPLICATION_ROLE, role);

  it.each([
    ['owns the tables', '', 'owner'],
    ['is a superuser', 'superuser', 'superuser'],
    ['may bypass row level security', 'bypassrls', 'bypass'],
    ['is a member of the owner', `in role ${OWNER_ROLE}`, 'owner'],
    ['may become the owner', `noinherit in role ${OWNER_ROLE}`, 'owner'],
    ['may become a superuser', 'noinherit in role test_superuser', 'superuser'],
    ['may become one that bypasses', 'in role test_bypass', 'bypass'],
    ['may make roles', 'createrole', 'make roles'],
    ['reads every table', 'in role pg_read_all_data', null],
    ['runs programs of the server', 'in role pg_execute_server_program', 'server'],
  ])('refuses a role that %s', async (_, rights, said) => {
    const name = `attacker_${Math.random().toString(36).slice(2, 8)}`;
    const role = rights === '' ? OWNER_ROLE : name;
    await asSuperuser(async (by) => {
      await by.query(`do $$ begin
        if not exists (select from pg_roles where rolname = 'test_superuser') then
          create role test_superuser superuser; create role test_bypass bypassrls; end if; end $$`);
      if (rights !== '') await by.query(`create role ${name} login ${rights}`);
      await by.query(`grant connect on database ${app.runtime.database} to ${role}`);
    });
    try {
      const boot = refuseUnsafeRole(urlAs(role));
      if (said === null) await expect(boot).resolves.toBeUndefined();
      else await expect(boot).rejects.toThrow(said);
    } finally {
      await asSuperuser(async (by) => {
        if (rights === '') return;
        await by.query(`revoke connect on database ${app.runtime.database} from ${name}`);
        await by.query(`drop role ${name}`);
      });
    }
  });

  it('takes the role that the product makes for itself', async () => {
    await expect(refuseUnsafeRole(app.runtime.databaseUrl)).resolves.toBeUndefined();
  });
});
