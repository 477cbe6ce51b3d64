import { withoutHolder } from '../../src/access/privacy/personal-data-holders.js';
import { PersonalDataHolders } from '../../src/access/index.js';
import { withClient } from '../../src/platform/database/embedded/with-client.js';
import { startTestApp, type TestApp } from '../harness/app.js';

describe('personal data', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('has a holder in every domain that keeps some, erasing what points at a row before it', () => {
    const domains = app.nest
      .get(PersonalDataHolders)
      .all()
      .map(({ domain }) => domain);
    expect(domains).toEqual(
      expect.arrayContaining(['absence', 'access', 'cases', 'imports', 'notifications', 'people', 'signals']),
    );
    expect(domains.indexOf('cases')).toBeLessThan(domains.indexOf('signals'));
    expect(domains.indexOf('signals')).toBeLessThan(domains.indexOf('people'));
  });

  it('lies sealed in columns whose name says so: no bytes but ciphers, hashes and public keys', async () => {
    const { rows } = await withClient(app.runtime.ownerUrl, (client) =>
      client.query<{ name: string }>(
        `select format('%s.%s', table_name, column_name) as name from information_schema.columns
         where table_schema = 'public' and data_type = 'bytea' and column_name !~ '_(cipher|hash)$' and column_name <> 'public_key'`,
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual([]);
  });

  it('stops the boot when a table with a person’s id has no holder, however far it hangs on one', async () => {
    const holders = app.nest.get(PersonalDataHolders);
    expect(withoutHolder(holders.all(), new Set(['people', 'diaries']))).toEqual(['diaries']);
    await withClient(app.runtime.ownerUrl, (client) =>
      client.query(`
        create table diaries (tenant_id uuid, id uuid, person_id uuid, primary key (tenant_id, id));
        create table diary_pages (tenant_id uuid, id uuid, diary_id uuid, foreign key (tenant_id, diary_id) references diaries)`),
    );
    await expect(holders.onApplicationBootstrap()).rejects.toThrow(
      'no holder of personal data answers for diaries, diary_pages',
    );
  });
});
