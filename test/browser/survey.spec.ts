import type { Page } from 'playwright-core';
import supertest from 'supertest';
import { Doors, systemActor } from '../../src/access/index.js';
import { change, rows } from '../../src/platform/database/rows.js';
import { Cipher } from '../../src/platform/storage/cipher.js';
import { kioskCode, linkText } from '../../src/surveys/rounds/domain/invitation-link.js';
import { openSecrets } from '../../src/surveys/rounds/secrets.js';
import { fetchToken, spend } from '../surveys/survey-world.js';
import { violationsOf } from './harness/axe.js';
import { employer } from './harness/party.js';
import { openStage, type Stage } from './harness/stage.js';
import { lookUntil, settled } from './harness/visit.js';

jest.setTimeout(120_000);

const PEOPLE = 6;

/** Answers every question of a screen with its middle choice, and goes on. */
const answerScreen = async (page: Page): Promise<boolean> => {
  for (const group of await page.getByRole('radiogroup').all())
    await group.getByRole('radio').nth(2).check({ force: true });
  const next = page.getByRole('button', { name: 'Næste' });
  if ((await next.count()) > 0) {
    await next.click();
    return true;
  }
  await page.getByRole('button', { name: /Færdig|Afslut|Send|Fuldfør/ }).click();
  return false;
};

describe('a survey', () => {
  let stage: Stage;
  let tenantId: string;
  beforeAll(async () => {
    stage = await openStage();
    tenantId = await employer(stage);
    const unitId = await stage.make.unit(tenantId, { name: 'Plejecenter Åparken' });
    for (let index = 0; index < PEOPLE; index += 1) await stage.make.employment(tenantId, { unitId });
  });
  afterAll(() => stage.close());

  /** The links of those who have not opened theirs, and their codes for a shared screen. */
  const invitations = async (): Promise<{ link: string; kiosk: string; code: string }[]> => {
    const { context } = stage;
    const found = await context.get(Doors).within(systemActor('operator command'), tenantId, (tx) =>
      rows<{ roundId: string; invitationId: string; fingerprint: string }>(
        tx,
        `select round_id as "roundId", invitation_id as "invitationId", fingerprint from survey_invitations join survey_groups using (tenant_id, round_id, group_id)
         where tenant_id = $1 and token_issued_on is null`,
        [tenantId],
      ),
    );
    const secrets = await openSecrets(context.get(Cipher), tenantId);
    return found.map((one) => ({
      link: linkText({ tenantId, secret: secrets.ofLink(one.invitationId), ...one }),
      kiosk: `${tenantId}.${one.roundId}`,
      code: kioskCode(secrets.ofCode(one.invitationId)),
    }));
  };

  it('is made by HR from a pack, with its groups shown before anything is sent', async () => {
    const { page, faults, close } = await stage.visitAs('hr-manager@fjordby.example');
    await page.goto('/surveys');
    await page.getByText('Ingen målinger endnu').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Ny måling' }).click();
    await page.getByRole('combobox', { name: 'Pakke' }).click();
    await page.getByRole('option').first().click();
    await page.getByText(`${PEOPLE} inviteres i én gruppe.`).waitFor();
    await page.getByRole('checkbox', { name: 'Kode til fælles skærm' }).check();
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Åbn målingen nu' }).click();
    await page.waitForURL(/\/surveys\/[0-9a-f-]{36}$/);
    const opened = page.getByRole('main').getByRole('button', { name: 'Luk målingen' });
    await lookUntil(page, new URL(page.url()).pathname, opened);
    await page.getByRole('table').getByText('Plejecenter Åparken').waitFor();
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    expect(faults()).toEqual([]);
    await close();
  });

  it('is answered in Danish on a narrow telephone, without a network until it is sent', async () => {
    const [{ link } = { link: '' }] = await invitations();
    const { page, faults, close } = await stage.visit();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/svar#${link}`);
    await page.getByRole('button', { name: 'Begynd' }).waitFor();
    expect(page.url()).not.toContain(link);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sådan er du anonym' }).click();
    await page.getByRole('heading', { name: 'Hvad en uærlig driftsleverandør stadig kunne gøre' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tilbage til målingen' }).click();
    await page.getByRole('button', { name: 'Begynd' }).click();
    await page.getByRole('radiogroup').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(
      `navigator.serviceWorker.controller !== null && caches.match('/svar').then((kept) => kept !== undefined)`,
    );
    await answerScreen(page);
    expect(faults()).toEqual([]);

    await page.context().setOffline(true);
    // Loaded anew without a network, it goes on where it was.
    await page.reload();
    await page.getByRole('radiogroup').first().waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Next' }).waitFor();
    await page.getByRole('button', { name: 'Dansk' }).click();
    await page.getByRole('button', { name: 'Næste' }).waitFor();
    while (await answerScreen(page));
    await page.getByRole('heading', { name: 'Dit svar ligger klar' }).waitFor();
    faults();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Tak for dit svar' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await close();
  });

  it('is answered on a shared screen by a code, and nothing of it is kept there', async () => {
    const [{ kiosk, code } = { kiosk: '', code: '' }] = await invitations();
    const { page, faults, close } = await stage.visit();
    const type = async (typed: string): Promise<void> => {
      await page.getByLabel('Din kode').fill(typed);
      await page.getByRole('button', { name: 'Fortsæt' }).click();
    };
    await page.goto(`/svar/skaerm#${kiosk}`);
    await type('00000 00000');
    await page.getByRole('heading', { name: 'Koden passer ikke' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    faults();
    await page.getByRole('button', { name: 'Ny kode' }).click();
    await type(code.toLowerCase());
    await page.getByRole('button', { name: 'Begynd' }).click();
    await page.getByRole('radiogroup').first().waitFor();
    while (await answerScreen(page));
    await page.getByRole('heading', { name: 'Tak for dit svar' }).waitFor();
    expect(await page.evaluate("Object.keys(localStorage).filter((key) => key.includes('survey'))")).toEqual(
      [],
    );
    await page.getByRole('button', { name: 'Ny kode' }).click();
    await page.getByLabel('Din kode').waitFor();
    expect(faults()).toEqual([]);
    await close();
  });

  /** The others answer without a browser: their work is possible, and all else is well. */
  const othersAnswer = async (): Promise<void> => {
    const anonymous = supertest.agent(stage.url);
    for (const { link } of await invitations()) {
      const token = await fetchToken({ anonymous }, link);
      await spend({ anonymous }, token, { 'workload-fit': 3, 'feeling-overall': 5 }).expect(200);
    }
  };
  /** Results are frozen a minute after the close; nobody waits for that here. */
  const freezeNow = (): Promise<number> =>
    stage.context
      .get(Doors)
      .within(systemActor('operator command'), tenantId, (tx) =>
        change(tx, "update outbox set due_at = now() where job = 'surveys.round-closed' and tenant_id = $1", [
          tenantId,
        ]),
      );

  it('is closed by HR, who sees what came of it and sets an action', async () => {
    await othersAnswer();
    const { page, faults, close } = await stage.visitAs('hr-manager@fjordby.example');
    // The next one of the pulse is planned already.
    await page.goto('/surveys?state=open');
    await page.getByRole('table').getByRole('link').click();
    await page.getByText(`${PEOPLE} (100 %)`).waitFor();
    await page.getByRole('button', { name: 'Luk målingen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Luk målingen' }).click();
    await page.getByText('Lukket', { exact: true }).waitFor();
    await freezeNow();

    const unit = page.getByRole('table').getByRole('link', { name: 'Plejecenter Åparken' });
    await lookUntil(page, '/survey-results', unit);
    expect(await violationsOf(page)).toEqual([]);
    await unit.click();
    await page.getByRole('heading', { level: 1, name: 'Plejecenter Åparken' }).waitFor();
    await page.getByRole('button', { name: 'Ny handling' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tema').fill('Travlhed om aftenen');
    await dialog.getByRole('textbox', { name: 'Mål', exact: true }).fill('To om at lægge i seng');
    await dialog.getByLabel('Ansvarlig').fill('Lederen og AMR');
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await page.getByRole('table').getByText('To om at lægge i seng').waitFor();
    await page.getByRole('link', { name: 'Alle handlinger' }).click();
    await page.getByRole('row', { name: /Travlhed om aftenen.*Plejecenter Åparken.*Planlagt/ }).waitFor();
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    expect(faults()).toEqual([]);
    await close();
  });
});
