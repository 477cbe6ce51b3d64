import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Clock } from '../../src/access/index.js';
import { violationsOf } from './harness/axe.js';
import { inFolder } from './harness/import-files.js';
import { employer, partnership } from './harness/party.js';
import { ABSENCES, absenceFile, OFTEN_ILL, rosterFile, STAFF, WORKPLACES } from './harness/payroll.js';
import { openStage, type Stage } from './harness/stage.js';
import { confirm, tryFile } from './harness/upload.js';
import { lookUntil, type Visit } from './harness/visit.js';

jest.setTimeout(120_000);

const NOTHING = { Nye: '0', Ændrede: '0', Uændrede: '0', Fjernede: '0', Afviste: '0', 'Med bemærkning': '0' };

/** Each step stands on the one before it, as in life. */
describe('the main job', () => {
  let stage: Stage;
  let tenantId: string;
  let visit: Visit;
  let page: Page;
  const enter = async (role: string): Promise<void> => {
    visit = await stage.visitAs(`${role}@fjordby.example`);
    page = visit.page;
  };
  const dialog = (name: string) => page.getByRole('dialog', { name });

  beforeAll(async () => {
    stage = await openStage();
    tenantId = await employer(stage);
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    const faults = visit.faults();
    await visit.close();
    expect(faults).toEqual([]);
  });

  it('HR imports the roster', async () => {
    await enter('hr-manager');
    await inFolder(async (folder) => {
      const path = join(folder, 'medarbejdere.csv');
      await writeFile(path, rosterFile());
      const expected = { ...NOTHING, Nye: String(STAFF) };
      expect(await tryFile(page, { kind: 'Medarbejdere', path })).toEqual(expected);
      expect(await violationsOf(page)).toEqual([]);
      expect(await confirm(page)).toEqual(expected);
    });
    await partnership(stage, tenantId);
  });

  it('HR imports the absences, sees first what will happen, and then the figures', async () => {
    await enter('hr-manager');
    await inFolder(async (folder) => {
      const path = join(folder, 'fravær.csv');
      await writeFile(path, absenceFile(stage.context.get(Clock).today()));
      const expected = { ...NOTHING, Nye: String(ABSENCES) };
      expect(await tryFile(page, { kind: 'Fravær', path })).toEqual(expected);
      expect(await confirm(page)).toEqual(expected);
      expect(await violationsOf(page)).toEqual([]);
    });
    await page.getByRole('link', { name: 'Til overblik' }).click();
    await page.getByRole('heading', { name: 'Fraværende nu' }).first().waitFor();
    await page.getByRole('link', { name: WORKPLACES[0] }).first().waitFor();
  });

  it('a consultant sees the signal, takes it and contacts the line manager', async () => {
    await enter('retention-consultant');
    const row = page.getByRole('row').filter({ hasText: OFTEN_ILL.name });
    await lookUntil(page, '/signals', row);
    await row.getByText('3 perioder på 183 dage').waitFor();
    await row.getByRole('button', { name: 'Tag' }).click();
    await row.getByRole('button', { name: 'Giv tilbage' }).waitFor();
    await row.getByRole('link', { name: OFTEN_ILL.name }).click();
    await page.getByRole('button', { name: 'Registrér kontakt' }).click();
    const contact = dialog('Registrér kontakt');
    expect(await violationsOf(page)).toEqual([]);
    expect(await contact.getByLabel('Hvem eller hvordan').inputValue()).toBe('Leder kontaktet');
    await contact.getByLabel('Aftalt').fill('Lederen tager en omsorgssamtale i denne uge.');
    await contact.getByRole('button', { name: 'Gem kontakt' }).click();
    await contact.waitFor({ state: 'hidden' });
    await page.getByText('Lederen tager en omsorgssamtale i denne uge.').waitFor();
  });

  it('opens a case, records a conversation, plans a follow-up and closes it with an outcome', async () => {
    await enter('retention-consultant');
    await page.goto('/signals?state=all');
    await page.getByRole('link', { name: OFTEN_ILL.name }).click();
    await page.getByRole('button', { name: 'Åbn sag' }).click();
    // The address changes before the page does, and the signal's page has such a button too.
    await page.getByRole('button', { name: 'Luk sagen' }).waitFor();
    await page.getByRole('button', { name: 'Registrér kontakt' }).click();
    const contact = dialog('Registrér kontakt');
    await contact.getByLabel('Hvem eller hvordan').click();
    await page.getByRole('option', { name: 'Omsorgssamtale' }).click();
    await contact.getByLabel('Næste skridt').fill('Færre aftenvagter i fire uger.');
    await contact.getByRole('button', { name: 'Gem kontakt' }).click();
    await page.getByText('Færre aftenvagter i fire uger.').first().waitFor();
    await page.getByRole('button', { name: 'Planlæg opfølgning' }).click();
    await dialog('Planlæg opfølgning').getByRole('button', { name: 'Gem opfølgning' }).click();
    await page.getByRole('button', { name: 'Gjort' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Luk sagen' }).click();
    const closure = dialog('Luk sagen');
    await closure.getByLabel('Resultat').click();
    await page.getByRole('option', { name: 'Tilbage med tilpasninger' }).click();
    await closure.getByRole('button', { name: 'Luk sagen' }).click();
    await page.getByRole('button', { name: 'Åbn igen' }).waitFor();
    await page.getByText('Tilbage med tilpasninger').first().waitFor();
  });

  it('a steering-group member has the report made and downloads it as PDF and XLSX', async () => {
    await enter('steering-member');
    await page.getByRole('button', { name: 'Lav rapport' }).click();
    await page.getByRole('heading', { name: 'Opmærksomhed og hjælp' }).waitFor({ timeout: 60_000 });
    await page
      .getByRole('rowheader', { name: new RegExp(WORKPLACES[0]) })
      .first()
      .waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect((await downloaded('Hent PDF')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await downloaded('Hent Excel')).subarray(0, 2).toString()).toBe('PK');
  });

  const downloaded = async (name: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).click(),
    ]);
    return readFile(await download.path());
  };
});
