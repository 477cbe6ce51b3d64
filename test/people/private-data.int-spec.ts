import { KeysService } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { asSuperuser } from '../harness/runtime.js';
import { importText, lines, operator } from '../absence/import-files.js';
import { startTestApp, type TestApp } from '../harness/app.js';

let app: TestApp;
let tenantId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const HEADER = 'Tjenestenr;Navn;Enhed;Stilling;Ansat fra;Timer pr. uge;CPR;Privat telefon;Privat e-mail';
const COLUMNS = {
  employeeNumber: 'Tjenestenr',
  name: 'Navn',
  unit: 'Enhed',
  from: 'Ansat fra',
  weeklyHours: 'Timer pr. uge',
  cpr: 'CPR',
  phone: 'Privat telefon',
  email: 'Privat e-mail',
};
const ANE = '1;Ane;Skole;Lærer;01-01-2020;37;010180-1234;12 34 56 78;ane@example.dk';
const BO = '2;Bo;Skole;Lærer;01-01-2020;37;020280-1234;;';

/** A roster whose columns of private data are mapped. */
const roster = async (...entries: string[]) => {
  await app.doors.within(operator, tenantId, (tx) =>
    rows(
      tx,
      `insert into import_profiles (tenant_id, name, kind, source, mapping) values ($1, 'private', 'roster', 'løn', $2)
       on conflict do nothing`,
      [tenantId, JSON.stringify({ columns: COLUMNS, codes: {} })],
    ),
  );
  return importText(app, tenantId, 'roster', lines(HEADER, ...entries), { profile: 'private' });
};

const people = (): Promise<{ id: string; name: string }[]> =>
  app.doors.within(operator, tenantId, (tx) => rows(tx, 'select id, name from people order by name'));
const kept = () =>
  app.doors.within(operator, tenantId, (tx) =>
    rows<Record<string, unknown>>(
      tx,
      `select people.name, d.cpr_hash is not null as cpr, d.phone_cipher is not null as phone from person_details d
       join people on people.tenant_id = d.tenant_id and people.id = d.person_id order by 1`,
    ),
  );

describe('private data of a public employer’s roster', () => {
  beforeEach(async () => {
    ({ tenantId } = await app.make.employer({ sector: 'municipal' }));
  });

  it('are sealed, shown to HR with the CPR number masked, and the reading is on record', async () => {
    await roster(ANE, BO);
    expect(await kept()).toEqual([
      { name: 'Ane', cpr: true, phone: true },
      { name: 'Bo', cpr: true, phone: false },
    ]);
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    const [ane] = await people();
    const answer = await hr.get(`/api/people/${ane?.id ?? ''}/private-data`).expect(200);
    expect(answer.body).toEqual({
      maskedCpr: '010180-••••',
      phone: '12 34 56 78',
      email: 'ane@example.dk',
    });
    const entries = await app.doors.within(operator, tenantId, (tx) =>
      rows<{ people: number }>(
        tx,
        `select cardinality(people) as people from audit_entries where action = 'person.private-data.read'`,
      ),
    );
    expect(entries).toEqual([{ people: 1 }]);
  });

  it('stand nowhere in the database in plain', async () => {
    await roster(ANE);
    const plain = await asSuperuser(async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth')`,
      );
      const found: string[] = [];
      for (const { name } of tables) {
        const { rowCount } = await client.query(
          `select from ${name} r where r::text ~ '010180-?1234|12 34 56 78|ane@example'`,
        );
        if (rowCount !== 0) found.push(name);
      }
      return found;
    }, app.runtime.database);
    expect(plain).toEqual([]);
  });

  it('are found by the CPR number, in the body of a search, by HR alone', async () => {
    await roster(ANE, BO);
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    for (const text of ['010180-1234', '0101801234']) {
      const { body } = await hr.post('/api/people/searches').send({ text }).expect(200);
      expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Ane']);
    }
    const [ane] = await people();
    const manager = await app.as(await app.make.hat('line-manager', { tenantId, personId: ane?.id ?? '' }));
    const { body } = await manager.post('/api/people/searches').send({ text: '010180-1234' }).expect(200);
    expect(body.items).toEqual([]);
    await manager.get(`/api/people/${ane?.id ?? ''}/private-data`).expect(403);
  });

  it('change with the next roster, and stay where it says the same', async () => {
    await roster(ANE, BO);
    const sealed = () =>
      app.doors.within(operator, tenantId, (tx) =>
        rows<{ cpr: string }>(
          tx,
          `select encode(cpr_cipher, 'hex') as cpr from person_details order by cpr_hash`,
        ),
      );
    const before = await sealed();
    await roster(ANE, BO);
    expect(await sealed()).toEqual(before);
    await roster('1;Ane;Skole;Lærer;01-01-2020;37;010180-1234;;', BO);
    expect(await kept()).toEqual([
      { name: 'Ane', cpr: true, phone: false },
      { name: 'Bo', cpr: true, phone: false },
    ]);
  });

  it('are found and opened still after the key was replaced', async () => {
    await roster(ANE);
    const keys = app.nest.get(KeysService);
    await keys.rotate(tenantId);
    while ((await keys.resealSome(tenantId)) > 0);
    const hr = await app.as(await app.make.hat('hr-manager', { tenantId }));
    const { body } = await hr.post('/api/people/searches').send({ text: '010180-1234' }).expect(200);
    expect(body.items).toHaveLength(1);
    const outcome = await roster(ANE);
    expect([outcome.inserted, outcome.changed]).toEqual([0, 0]);
  });
});

describe('CPR numbers of a private employer', () => {
  it('are not kept until it has decided so, and are forgotten when it decides otherwise', async () => {
    ({ tenantId } = await app.make.employer({ sector: 'private' }));
    const administrator = await app.as(await app.make.hat('administrator', { tenantId }));
    await roster(ANE);
    expect(await kept()).toEqual([{ name: 'Ane', cpr: false, phone: true }]);
    expect((await administrator.get('/api/cpr-decision').expect(200)).body).toEqual({
      kept: false,
      keptByDefault: false,
      reason: null,
      decidedAt: null,
      people: 0,
    });

    await administrator.put('/api/cpr-decision').send({ kept: true, reason: 'kort' }).expect(400);
    const reason = 'Samtykke efter databeskyttelseslovens § 11, stk. 2';
    await administrator.put('/api/cpr-decision').send({ kept: true, reason }).expect(204);
    await roster(ANE);
    expect(await kept()).toEqual([{ name: 'Ane', cpr: true, phone: true }]);
    expect((await administrator.get('/api/cpr-decision')).body).toMatchObject({
      kept: true,
      reason,
      people: 1,
    });

    await administrator
      .put('/api/cpr-decision')
      .send({ kept: false, reason: 'Hjemlen er faldet bort' })
      .expect(204);
    expect(await kept()).toEqual([{ name: 'Ane', cpr: false, phone: true }]);
  });
});
