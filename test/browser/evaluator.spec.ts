import { generateIdentity, identityToRecipient } from 'age-encryption';
import type { Page } from 'playwright-core';
import { Doors, HatsService, type Role } from '../../src/access/index.js';
import { PartnershipsService } from '../../src/partnerships/index.js';
import { localDate } from '../../src/shared/local-date.js';
import { knownUntil, OPERATOR, staff } from '../reports/evaluation-world.js';
import { violationsOf } from './harness/axe.js';
import { employ } from './harness/party.js';
import { openStage, type Stage } from './harness/stage.js';
import { settled } from './harness/visit.js';

jest.setTimeout(120_000);

const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 900 };
const MAIL = (role: Role): string => `${role}@fjordby.example`;

const isFaultless = async (page: Page): Promise<void> => {
  await settled(page);
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    expect(await violationsOf(page)).toEqual([]);
    const isWider = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    expect(await page.evaluate(isWider)).toBe(false);
  }
  await page.setViewportSize(WIDE);
};

/** Two workplaces that are enough by themselves, and one with a month of too few. */
const worldOf = async (stage: Stage) => {
  const { context, make } = stage;
  const place = { make, doors: context.get(Doors) };
  const { tenantId } = await make.employer({ name: 'Fjordby Kommune' });
  const every = { '2026-01': 8, '2026-02': 8, '2026-03': 8 };
  const units = [
    await staff(place, tenantId, { name: 'Havblik', persons: 40, absent: every }),
    await staff(place, tenantId, { name: 'Lindegården', persons: 30, absent: every }),
    await staff(place, tenantId, { name: 'Solbakken', persons: 20, absent: { ...every, '2026-02': 3 } }),
  ];
  await knownUntil(place, tenantId, '2026-08-31');
  const partnerships = context.get(PartnershipsService);
  const id = await partnerships.createPartnership(OPERATOR, {
    name: 'Nærvær i Fjordby',
    from: localDate('2026-01-01'),
    to: localDate('2028-12-31'),
    units: units.map((unitId) => ({ tenantId, unitId, arm: 'in' })),
    parties: [{ role: 'evaluator', name: 'VIVE' }],
  });
  await employ(stage, 'hr-manager', { tenantId });
  await employ(stage, 'administrator', { tenantId });
  await employ(stage, 'evaluator', { partnershipId: id });
  for (const { hatId } of await context.get(HatsService).listInPartnership(id))
    await partnerships.placeMember(OPERATOR, id, { hatId, party: 'VIVE' });
  return id;
};

describe('what an evaluator gets', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('is decided by two people of the employer, delivered, and fetched beside the cells', async () => {
    const id = await worldOf(stage);
    const recipient = await identityToRecipient(await generateIdentity());

    const hr = await stage.visitAs(MAIL('hr-manager'));
    await hr.page.goto('/evaluation');
    await hr.page.getByText('Der er ikke udleveret noget').waitFor();
    await isFaultless(hr.page);
    await hr.page.getByRole('button', { name: 'Notér et grundlag' }).click();
    const dialog = hr.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Fra/ }).fill('01.01.2026');
    await dialog.getByRole('textbox', { name: /^Til/ }).fill('31.03.2026');
    await dialog.getByLabel('Henvisning').fill('Sag 26/118');
    await dialog.getByLabel('Formål').fill('Evaluering af partnerskabet');
    await dialog.getByLabel('Slettedato').fill('31.12.2028');
    await dialog.getByLabel('Evaluatorens offentlige nøgle').fill(recipient);
    await dialog.getByLabel('Evaluatorens offentlige nøgle').blur();
    await dialog.getByRole('button', { name: 'Notér' }).click();
    await hr.page.getByText('Venter på bekræftelse').waitFor();
    await hr.page.getByText('En anden end den, der har noteret grundlaget, skal bekræfte det.').waitFor();
    await isFaultless(hr.page);

    const administrator = await stage.visitAs(MAIL('administrator'));
    await administrator.page.goto('/evaluation');
    await administrator.page.getByRole('button', { name: 'Bekræft' }).click();
    await administrator.page.getByRole('dialog').getByRole('button', { name: 'Bekræft' }).click();
    await administrator.page.getByText('Gælder').waitFor();
    await administrator.close();

    await hr.page.reload();
    await hr.page.getByRole('button', { name: 'Lav en udlevering' }).click();
    await hr.page.getByText('Kan hentes').waitFor({ timeout: 30_000 });
    await isFaultless(hr.page);
    expect(hr.faults()).toEqual([]);
    await hr.close();

    const { page, faults, close } = await stage.visitAs(MAIL('evaluator'));
    await page.goto(`/partnerships/${id}/evaluator`);
    await page.getByText('Ingen celler endnu').waitFor();
    await page.getByRole('combobox', { name: 'Periode' }).click();
    await page.getByRole('option', { name: '1. kvartal 2026' }).click();
    await page.getByRole('button', { name: 'Bestil celler' }).click();
    await page.getByText('1 af 3').waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Hvad er skjult?' }).click();
    await page.getByRole('row', { name: /Solbakken/ }).waitFor();
    await isFaultless(page);
    for (const name of ['Hent CSV', 'Hent']) {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name, exact: true }).click();
      expect(await (await download).failure()).toBeNull();
    }
    expect(faults()).toEqual([]);
    await close();
  });
});
