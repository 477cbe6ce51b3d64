import { violationsOf } from './harness/axe.js';
import { importFiles } from './harness/import-files.js';
import { employer } from './harness/party.js';
import { openStage, type Stage } from './harness/stage.js';
import { settled } from './harness/visit.js';

jest.setTimeout(120_000);

const REASON = 'Verserende arbejdsskadesag';

describe('privacy', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await importFiles(stage, await employer(stage));
  });
  afterAll(() => stage.close());

  it('lets an administrator change a time limit and give the reason', async () => {
    const { page, faults, close } = await stage.visitAs('administrator@fjordby.example');
    await page.goto('/retention');
    await page.getByRole('button', { name: 'Ret fristen for Hvem der fik besked om hvad' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Antal dage').fill('90');
    await dialog.getByRole('textbox', { name: 'Begrundelse' }).fill('Aftalt med MED-udvalget');
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await page.getByRole('row', { name: /Hvem der fik besked.*90.dage.*Aftalt med MED-udvalget/ }).waitFor();
    expect(faults()).toEqual([]);
    await close();
  });

  it('lets human resources hold a person’s data back, and see that they are', async () => {
    const { page, faults, close } = await stage.visitAs('hr-manager@fjordby.example');
    await page.goto('/people');
    await page.getByRole('main').getByRole('link').first().click();
    await page.getByRole('button', { name: 'Vis private oplysninger' }).click();
    await page.getByText('Privat telefon').waitFor();
    await page.getByRole('button', { name: 'Undtag fra sletning' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Begrundelse' }).fill(REASON);
    await dialog.getByRole('button', { name: 'Undtag fra sletning' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.goto('/retention');
    await page.getByRole('row', { name: new RegExp(REASON) }).waitFor();
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    expect(faults()).toEqual([]);
    await close();
  });
});
