import { spawnSync } from 'node:child_process';
import { systemActor } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { ROOT } from '../harness/process.js';

const PARTNERSHIP = 'Nærvær i Odder';
const made = (parties: readonly string[]) => [
  ...['partnership', 'create', '--name', PARTNERSHIP, '--from', '2027-01-01', '--to', '2029-12-31'],
  ...parties.flatMap((party) => ['--party', party]),
];

describe('the commands that make a partnership', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const run = (args: readonly string[], input = '') => {
    const { databaseUrl, ownerUrl, environment } = app.runtime;
    const settings = {
      DATABASE_URL: databaseUrl,
      DATABASE_OWNER_URL: ownerUrl,
      DATA_DIR: environment.dataDir,
    };
    const ended = spawnSync(process.execPath, ['dist/src/cli.js', ...args, '--json'], {
      cwd: ROOT,
      env: { ...process.env, ...settings },
      encoding: 'utf8',
      input,
    });
    const line = ended.stdout.split('\n').find((said) => said.startsWith('{')) ?? 'null';
    return { code: ended.status, said: ended.stderr, document: JSON.parse(line) };
  };

  const within = ['--partnership', PARTNERSHIP];
  let id: string;

  it('make it of its parties and put workplaces forward', async () => {
    const { tenantId, slug } = await app.make.employer({ name: 'Odder Kommune' });
    const unitId = await app.make.unit(tenantId, { name: 'Plejecenter Åparken' });
    const partnership = run(made(['municipality=Odder Kommune', 'provider=Fastholdelse Øst']));
    expect(partnership).toMatchObject({ code: 0, document: { name: PARTNERSHIP, from: '2027-01-01' } });
    id = partnership.document.id;
    const offer = ['partnership', 'offer', ...within, '--employer', slug, '--unit', 'Plejecenter Åparken'];
    expect(run(offer)).toMatchObject({ code: 0, document: { id, tenantId, unitIds: [unitId] } });
    const offered = await app.doors.partnership(systemActor('operator command'), id, (tx) =>
      rows(tx, 'select unit_id from offered_units where partnership_id = $1', [id]),
    );
    expect(offered).toEqual([{ unit_id: unitId }]);
  });

  it('let somebody speak for a party, and make nobody for a party that is not there', async () => {
    const named = ['--email', 'kirsten@odder.example', '--name', 'Kirsten Kjær', '--role', 'steering-member'];
    const user = (party: string) => ['partnership', 'user', ...within, ...named, '--party', party];
    const nobody = run(user('Odder'), 'en-lang-adgangskode');
    expect(nobody).toMatchObject({ code: 1, document: null });
    expect(nobody.said).toContain('The partnership has no party "Odder".');
    // Nobody was made by the command that failed: the same address is free.
    const kirsten = run(user('Odder Kommune'), 'en-lang-adgangskode');
    expect(kirsten).toMatchObject({ code: 0, document: { role: 'steering-member' } });

    const kept = await app.doors.partnership(systemActor('operator command'), id, (tx) =>
      rows(
        tx,
        `select hat_id, name from partnership_members join partnership_parties party on party.id = party_id
         where party.partnership_id = $1`,
        [id],
      ),
    );
    expect(kept).toEqual([{ hat_id: kirsten.document.hatId, name: 'Odder Kommune' }]);
  });
});
