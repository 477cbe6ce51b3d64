import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { SealService } from '../../src/access/index.js';
import { violationsOf } from './harness/axe.js';
import { importFiles } from './harness/import-files.js';
import { employee, employer, partnership } from './harness/party.js';
import { OFTEN_ILL } from './harness/payroll.js';
import { openStage, type Stage } from './harness/stage.js';
import { lookUntil, settled } from './harness/visit.js';

jest.setTimeout(120_000);

const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 900 };

describe('the employee’s own page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    const tenantId = await employer(stage);
    await importFiles(stage, tenantId);
    await partnership(stage, tenantId);
    await employee(stage, tenantId);
    const { page, close } = await stage.visitAs('retention-consultant@fjordby.example');
    await lookUntil(page, '/signals', page.getByRole('link', { name: OFTEN_ILL.name }));
    await close();
  });
  afterAll(() => stage.close());

  const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
  const downloaded = async (page: Page, name: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).click(),
    ]);
    return readFile(await download.path());
  };
  const isFaultless = async (page: Page): Promise<void> => {
    for (const size of [WIDE, NARROW]) {
      await page.setViewportSize(size);
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50)))');
      expect(await violationsOf(page)).toEqual([]);
      expect(
        await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'),
      ).toBe(false);
    }
    await page.setViewportSize(WIDE);
  };

  it('says what is stored, why a rule pointed at one and who looked, and gives it out', async () => {
    const { page, faults, close } = await stage.visitAs('employee@fjordby.example');
    await page.getByRole('heading', { level: 1, name: OFTEN_ILL.name }).waitFor();
    await settled(page);
    await page.getByRole('rowheader', { name: '3 perioder på 183 dage' }).waitFor();
    await page.getByRole('rowheader', { name: 'Fastholdelseskonsulent' }).first().waitFor();
    await page.getByText('Intet i Nærvær afgør en sag om sygedagpenge').waitFor();
    await page.getByRole('button', { name: /Dit registrerede fravær/ }).click();
    await page.getByText('Egen sygdom').first().waitFor();
    await isFaultless(page);
    expect((await downloaded(page, 'Hent som PDF')).subarray(0, 5).toString()).toBe('%PDF-');
    const data: unknown = JSON.parse((await downloaded(page, 'Hent som JSON')).toString('utf8'));
    expect(data).toMatchObject({ held: { 'people.person': [{ name: OFTEN_ILL.name }] } });
    expect(faults()).toEqual([]);
    await close();
  });

  it('takes an objection, at which consultants see the signals no longer, and HR answers it', async () => {
    const visit = await stage.visitAs('employee@fjordby.example');
    const { page } = visit;
    await page.getByRole('button', { name: 'Gør indsigelse' }).click();
    const asking = dialog(page, 'Gør indsigelse');
    expect(await violationsOf(page)).toEqual([]);
    await asking.getByRole('button', { name: 'Send til HR' }).click();
    await asking.getByText('Skal udfyldes').waitFor();
    await asking.getByLabel('Med dine egne ord').fill('Jeg taler hellere selv med min leder.');
    await asking.getByRole('button', { name: 'Send til HR' }).click();
    await page.getByText('Konsulenter ser ikke dine signaler').waitFor();
    await page.getByText('Afventer svar').waitFor();

    const consultant = await stage.visitAs('retention-consultant@fjordby.example');
    await consultant.page.goto('/signals?state=all');
    await settled(consultant.page);
    expect(await consultant.page.getByRole('link', { name: OFTEN_ILL.name }).count()).toBe(0);
    await consultant.close();

    const hr = await stage.visitAs('hr-manager@fjordby.example');
    await hr.page.goto('/requests');
    await hr.page.getByText('Jeg taler hellere selv med min leder.').waitFor();
    await isFaultless(hr.page);
    await hr.page.getByRole('button', { name: 'Svar' }).click();
    const answer = dialog(hr.page, 'Gør indsigelse');
    await answer.getByLabel('Begrundelse').fill('Det respekterer vi. Din leder ringer til dig.');
    expect(await violationsOf(hr.page)).toEqual([]);
    await answer.getByRole('button', { name: 'Gem svar' }).click();
    await hr.page.getByText('Imødekommet').waitFor();
    expect(hr.faults()).toEqual([]);
    await hr.close();

    await page.reload();
    await page.getByText('Svar: Det respekterer vi.').waitFor();
    expect(visit.faults()).toEqual([]);
    await visit.close();
  });

  it('lets one take a request back; HR sees by a number beside the menu how many wait', async () => {
    const visit = await stage.visitAs('employee@fjordby.example');
    const { page } = visit;
    await page.getByRole('button', { name: 'En samtale' }).click();
    await dialog(page, 'En samtale').getByRole('button', { name: 'Send til HR' }).click();
    const back = page.getByRole('button', { name: 'Træk tilbage' });
    await back.waitFor();
    const hr = await stage.visitAs('hr-manager@fjordby.example');
    await hr.page.getByRole('link', { name: 'Anmodninger 1 venter på svar' }).click();
    await hr.page.getByRole('button', { name: 'Svar' }).waitFor();
    await back.click();
    await dialog(page, 'Træk anmodningen tilbage?').getByRole('button', { name: 'Træk tilbage' }).click();
    await page.getByText('Trukket tilbage').first().waitFor();
    await isFaultless(page);
    await hr.page.reload();
    await hr.page.getByRole('cell', { name: 'Trukket tilbage' }).waitFor();
    expect(await hr.page.getByText('venter på svar').count()).toBe(0);
    expect([...visit.faults(), ...hr.faults()]).toEqual([]);
    await hr.close();
    await visit.close();
  });

  it('shows the administrator the audit under filters of the address, and representatives the counts', async () => {
    await stage.context.get(SealService).sealAll();
    const { page, faults, close } = await stage.visitAs('administrator@fjordby.example');
    await page.goto('/audit?role=retention-consultant');
    await page
      .getByRole('rowheader', { name: /Så listen over signaler/ })
      .first()
      .waitFor();
    await isFaultless(page);
    expect((await downloaded(page, 'Hent CSV')).toString('utf8')).toContain('retention-consultant');
    await page.getByRole('combobox', { name: 'Handling' }).click();
    await page.getByRole('option', { name: 'Så listen over signaler' }).click();
    await page.waitForURL('**/audit?*action=signal.list*');
    expect(faults()).toEqual([]);
    await close();
    const visit = await stage.visitAs('employee-representative@fjordby.example');
    await visit.page.goto('/audit-counts');
    await visit.page.getByRole('rowheader', { name: 'Så listen over signaler' }).first().waitFor();
    await isFaultless(visit.page);
    await visit.close();
  });
});
