import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from '../harness/process.js';
import { employer } from './harness/party.js';
import { openStage, type Stage } from './harness/stage.js';
import { confirm, tryFile } from './harness/upload.js';

jest.setTimeout(120_000);

const REAL = resolve(ROOT, '../shared/data/real-spells');
const whereThere = existsSync(REAL) ? describe : describe.skip;

whereThere('the real files of a payroll, through the pages', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await employer(stage);
  });
  afterAll(() => stage.close());

  it('bring 379 people and 5,149 spells with one remark; a second time nothing changes', async () => {
    const { page, faults, close } = await stage.visitAs('hr-manager@fjordby.example');
    const nothing = { Nye: '0', Ændrede: '0', Uændrede: '0', Fjernede: '0', Afviste: '0' };
    const absences = { kind: 'Fravær', path: join(REAL, 'fravær.csv') } as const;

    await tryFile(page, { kind: 'Medarbejdere', path: join(REAL, 'medarbejdere.csv') });
    expect(await confirm(page)).toEqual({ ...nothing, Nye: '379', 'Med bemærkning': '0' });

    const first = { ...nothing, Nye: '5.149', 'Med bemærkning': '1' };
    expect(await tryFile(page, absences)).toEqual(first);
    expect(await confirm(page)).toEqual(first);
    await page.getByText('Rækker ud over ansættelsen').first().waitFor();

    const second = { ...nothing, Uændrede: '5.149', 'Med bemærkning': '1' };
    expect(await tryFile(page, absences)).toEqual(second);
    expect(await confirm(page)).toEqual(second);
    expect(faults()).toEqual([]);
    await close();
  });
});
