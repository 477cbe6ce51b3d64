import { importFiles } from './harness/import-files.js';
import { employer, partnership } from './harness/party.js';
import { LONG_ILL, WORKPLACES } from './harness/payroll.js';
import { openStage, type Stage } from './harness/stage.js';
import { lookUntil, settled } from './harness/visit.js';

jest.setTimeout(120_000);

describe('an administrator', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    const tenantId = await employer(stage);
    await importFiles(stage, tenantId);
    await partnership(stage, tenantId);
  });
  afterAll(() => stage.close());

  it('ends a mandate, and the consultant is shut out in the middle of the session', async () => {
    const consultant = await stage.visitAs('retention-consultant@fjordby.example');
    await lookUntil(consultant.page, '/signals', consultant.page.getByRole('link', { name: LONG_ILL.name }));
    await consultant.page.getByRole('link', { name: LONG_ILL.name }).first().click();
    await consultant.page.waitForURL('**/signals/*');
    await settled(consultant.page);
    const address = consultant.page.url();

    const { page, faults, close } = await stage.visitAs('administrator@fjordby.example');
    await page.goto('/mandates');
    await page.getByText(WORKPLACES[0] ?? '').waitFor();
    await page.getByRole('button', { name: 'Afslut' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Afslut' }).click();
    await page.getByText('Ingen mandater i kraft').waitFor();
    expect(faults()).toEqual([]);

    await consultant.page.goto(address);
    await consultant.page.getByRole('heading', { name: 'Findes ikke' }).waitFor();
    await consultant.page.goto('/signals');
    await settled(consultant.page);
    expect(await consultant.page.getByRole('link', { name: LONG_ILL.name }).count()).toBe(0);

    await page.getByRole('button', { name: 'Giv mandat' }).click();
    await settled(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Udbyder' }).click();
    await page.getByRole('option').first().click();
    await dialog.getByLabel('Databehandleraftale').fill('DBA 12/2026');
    await dialog.getByLabel('Underskrevet af').fill('Kommunaldirektøren');
    await dialog.getByLabel('Underskrevet den').fill('01.03.2026');
    await dialog.getByLabel('Medarbejderne er informeret den').fill('01.03.2026');
    await dialog.getByLabel('Formål').fill('Fastholdelse');
    await dialog.getByRole('combobox', { name: 'Enheder' }).click();
    await page.getByRole('option', { name: WORKPLACES[0] ?? '' }).click();
    await page.keyboard.press('Tab');
    await dialog.getByRole('combobox', { name: 'Regler', exact: true }).press('ArrowDown');
    for (const option of ['14', '28']) await page.getByRole('option', { name: option }).first().click();
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: 'Giv mandat' }).click();
    await page.getByText('I kraft', { exact: true }).first().waitFor();
    expect(faults()).toEqual([]);

    await consultant.page.goto(address);
    await consultant.page.getByRole('heading', { name: LONG_ILL.name }).waitFor();
    await close();
    await consultant.close();
  });
});
