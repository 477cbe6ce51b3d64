import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ImportService } from '../../src/absence/index.js';
import { Clock, Doors, systemActor } from '../../src/access/index.js';
import { followIntroductions } from '../../src/onboarding/journeys/journeys.jobs.js';
import { change } from '../../src/platform/database/rows.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import { addDays } from '../../src/shared/local-date.js';
import { violationsOf } from './harness/axe.js';
import { inFolder } from './harness/import-files.js';
import { employer, lineManager } from './harness/party.js';
import { LEADER, rosterFile, WORKPLACES } from './harness/payroll.js';
import { openStage, type Stage } from './harness/stage.js';
import { lookUntil, settled } from './harness/visit.js';

jest.setTimeout(120_000);

const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 900 };
const NEW = 'Nina Ny';
const TEST = systemActor('operator command');

const isFaultless = async (page: Page): Promise<void> => {
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    expect(await violationsOf(page)).toEqual([]);
    const isWider = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    expect(await page.evaluate(isWider)).toBe(false);
  }
  await page.setViewportSize(WIDE);
};

/** The roster with somebody who came eight days ago. */
const importNewHire = async ({ context }: Stage, tenantId: string): Promise<void> =>
  inFolder(async (folder) => {
    const today = context.get(Clock).today();
    const from = addDays(today, -8).split('-').reverse().join('-');
    const path = join(folder, 'roster.csv');
    const unit = `${WORKPLACES[0]}/Team 1`;
    await writeFile(path, `${rosterFile()}20001;${NEW};${unit};Pædagog;${from};;32,5;${LEADER.number}\r\n`);
    const file = { tenantId, kind: 'roster', path, source: 'payroll', dataAsOf: today } as const;
    await context.get(ImportService).importFile(TEST, file);
  });

/** As if the payroll had told of the employment in time. */
const knownInTime = async ({ context }: Stage, tenantId: string): Promise<void> => {
  await context.get(Doors).within(TEST, tenantId, async (tx) => {
    await change(tx, 'update introductions set begun_on = starts_on - 30 where tenant_id = $1', [tenantId]);
    await addJob(tx, followIntroductions, { tenantId });
  });
};

const linkFor = async (page: Page, whom: string): Promise<string> => {
  await page.getByRole('button', { name: whom }).click();
  const dialog = page.getByRole('dialog', { name: 'Nyt link' });
  const link = await dialog.getByLabel('Adresse').inputValue();
  await dialog.getByRole('button', { name: 'Luk' }).click();
  return link;
};

describe('the first week of a new employee', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('is begun by the payroll, done by leader, buddy and employee, and tells of what is late and of a talk', async () => {
    const tenantId = await employer(stage);
    const hr = await stage.visitAs('hr-manager@fjordby.example');
    await hr.page.goto('/introduction-programmes');
    await hr.page.getByRole('button', { name: 'Nyt program' }).click();
    const making = hr.page.getByRole('dialog', { name: 'Nyt program' });
    await making.getByRole('combobox', { name: 'Begynd med en skabelon' }).click();
    await hr.page.getByRole('option', { name: 'Dagtilbud' }).click();
    await making.getByRole('button', { name: 'Opret' }).click();
    await hr.page.getByRole('heading', { level: 1, name: 'Dagtilbud' }).waitFor();
    const first = hr.page.getByRole('group', { name: /^Trin 1: Ring og byd velkommen/ });
    await first.getByLabel('Hvad', { exact: true }).press('Alt+ArrowDown');
    await hr.page.getByRole('group', { name: /^Trin 2: Ring og byd velkommen/ }).waitFor();
    await isFaultless(hr.page);
    await hr.page.getByRole('button', { name: 'Gem' }).click();
    await hr.page.getByText('Version 2', { exact: true }).first().waitFor();
    await hr.page.goto('/introduction-programmes');
    await hr.page.getByRole('link', { name: 'Dagtilbud' }).waitFor();
    await isFaultless(hr.page);

    await importNewHire(stage, tenantId);
    await lookUntil(hr.page, '/introductions', hr.page.getByRole('link', { name: NEW }));
    await knownInTime(stage, tenantId);
    await lookUntil(hr.page, '/introductions', hr.page.getByText(/trin over tiden/));
    await isFaultless(hr.page);
    expect(hr.faults()).toEqual([]);
    await hr.close();

    await lineManager(stage, tenantId);
    const { page, faults, close } = await stage.visitAs('line-manager@fjordby.example');
    await page.goto('/introductions');
    await page.getByRole('link', { name: NEW }).click();
    await page.getByRole('button', { name: 'Find en makker' }).click();
    const finding = page.getByRole('dialog', { name: 'Find en makker' });
    await finding.getByRole('radio').first().check();
    await finding.getByRole('button', { name: 'Vælg som makker' }).click();
    await page.getByRole('button', { name: 'Vælg en anden' }).waitFor();
    await page.getByRole('button', { name: 'Marker som gjort: Tag imod og vis rundt' }).click();
    await page.getByRole('button', { name: 'Fortryd: Tag imod og vis rundt' }).waitFor();
    const ofEmployee = await linkFor(page, 'Link til den nye');
    const ofBuddy = await linkFor(page, 'Link til makkeren');

    const nina = await stage.visit();
    await nina.page.setViewportSize(NARROW);
    await nina.page.goto(ofEmployee);
    await nina.page.getByRole('heading', { level: 1, name: 'Velkommen, Nina' }).waitFor();
    expect(nina.page.url()).not.toContain('#');
    await nina.page.getByRole('button', { name: 'Marker som gjort: Afprøv dine adgange' }).click();
    await nina.page.getByRole('button', { name: 'Fortryd: Afprøv dine adgange' }).waitFor();
    await nina.page.getByRole('button', { name: 'Svar på spørgsmålene for dag 7' }).click();
    await nina.page.getByText('Dine svar er med navn.').waitFor();
    await isFaultless(nina.page);
    await nina.page.getByRole('radio', { name: 'For det meste' }).first().check();
    await nina.page.getByRole('button', { name: 'Send svar med navn' }).click();
    await nina.page.getByText('Tak. Dine svar er sendt').waitFor();
    await nina.page.getByRole('button', { name: 'Jeg vil gerne tale med min leder' }).click();
    await nina.page.getByText('Din leder har fået besked').waitFor();
    await isFaultless(nina.page);
    expect(nina.faults()).toEqual([]);
    await nina.close();

    const buddy = await stage.visit();
    await buddy.page.goto(ofBuddy);
    await buddy.page.getByRole('heading', { level: 1, name: 'Du er makker for Nina' }).waitFor();
    await buddy.page.getByRole('button', { name: 'Marker som gjort: Dagen på stuen' }).click();
    await buddy.page.getByRole('button', { name: 'Fortryd: Dagen på stuen' }).waitFor();
    await buddy.close();

    await page.reload();
    await settled(page);
    await page.getByText('Den nye medarbejder vil gerne tale med lederen').waitFor();
    await page.getByText('For det meste').waitFor();
    await isFaultless(page);
    await lookUntil(page, '/signals', page.getByRole('link', { name: NEW }));
    expect(await page.getByRole('link', { name: NEW }).count()).toBeGreaterThanOrEqual(2);
    await page.goto('/introductions');
    await page.getByRole('link', { name: NEW }).click();
    await page.getByRole('button', { name: 'Samtalen er holdt' }).click();
    await page.getByText('Samtale holdt').waitFor();
    expect(faults()).toEqual([]);
    await close();
  });
});
