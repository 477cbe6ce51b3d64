import type { Page } from 'playwright-core';
import { Doors } from '../../src/access/index.js';
import { PartnershipsService } from '../../src/partnerships/index.js';
import { labWorld } from '../outcomes/lab-world.js';
import { violationsOf } from './harness/axe.js';
import { employ } from './harness/party.js';
import { openStage, type Stage } from './harness/stage.js';
import { settled } from './harness/visit.js';

jest.setTimeout(120_000);

const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 900 };

const isFaultless = async (page: Page): Promise<void> => {
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    expect(await violationsOf(page)).toEqual([]);
    const isWider = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    expect(await page.evaluate(isWider)).toBe(false);
  }
  await page.setViewportSize(WIDE);
};

describe('terms before they are agreed', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('are tried on own figures: what would be paid for nothing, and why effect is no ground to pay by', async () => {
    const { context, make } = stage;
    const place = { make, doors: context.get(Doors), partnerships: context.get(PartnershipsService) };
    const sizes = Array.from({ length: 24 }, (_, unit) => 24 + 3 * (unit % 8));
    const { id } = await labWorld(place, sizes);
    await employ(stage, 'steering-member', { partnershipId: id });
    const { page, faults, close } = await stage.visitAs('steering-member@fjordby.example');
    await page.goto(`/partnerships/${id}/lab`);
    await page.getByText('Tallene er ikke hentet endnu').waitFor();
    await isFaultless(page);
    await page.getByRole('button', { name: 'Hent tal' }).click();
    await page.getByText('24 arbejdspladser, 01.01.2024').waitFor({ timeout: 30_000 });
    await settled(page);

    await page.getByRole('combobox', { name: 'Betalingsregel' }).click();
    await page.getByRole('option', { name: 'Skønnet når en tærskel' }).click();
    await page.getByLabel('Tærskel, % undgået').fill('7,5');
    await page.getByRole('button', { name: 'Regn på vilkårene' }).click();
    await page.getByText('Betaling efter virkning frarådes her').waitFor();
    await page.getByText('Selv den største virkning kan højst give p = 0,077').waitFor();
    await page.getByRole('row', { name: /Nedre 95 %-grænse over 0 \(anbefalet\) 5/ }).waitFor();
    await page.getByRole('img', { name: /Gennemsnitlig betaling ved sande virkninger/ }).waitFor();
    await settled(page);
    await isFaultless(page);

    await page.getByRole('combobox', { name: 'Arbejdspladserne er' }).click();
    await page.getByRole('option', { name: 'Trukket ved lod' }).click();
    await page.getByRole('button', { name: 'Regn på vilkårene' }).click();
    await page.getByText('Arbejdspladserne kan bære betaling efter virkning').waitFor();
    // The trial before is opened again as it was.
    const kept = page.getByRole('region', { name: 'Tidligere prøver' });
    await kept.getByRole('row').nth(2).getByRole('link').click();
    await page.getByText('Betaling efter virkning frarådes her').waitFor();
    expect(await page.getByLabel('Tærskel, % undgået').inputValue()).toBe('7,5');
    expect(faults()).toEqual([]);
    await close();
  });
});
