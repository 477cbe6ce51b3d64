import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { Clock, Doors, HatsService, systemActor, type Role } from '../../src/access/index.js';
import { PartnershipsService } from '../../src/partnerships/index.js';
import { addDays } from '../../src/shared/local-date.js';
import { outcomesTown } from '../outcomes/outcomes-town.js';
import { violationsOf } from './harness/axe.js';
import { openStage, type Stage } from './harness/stage.js';
import { PASSWORD, settled, type Visit } from './harness/visit.js';

jest.setTimeout(180_000);

const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 900 };
const operator = systemActor('operator command');

/** Who speaks for whom: three people of three parties. */
const SPEAKERS = {
  town: ['steering-member', 'Havlund Byråd'],
  provider: ['steering-member', 'Falkeblik'],
  insurer: ['payer', 'Havlund Forsikring'],
} as const satisfies Readonly<Record<string, readonly [Role, string]>>;

const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

/** Presses a button that asks first, and says yes. */
const confirmed = async (page: Page, name: string, yes = name): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: yes, exact: true }).click();
};

/** Everything that is wrong with the page that is open, on a wide screen and on a phone. */
const wrongWith = async ({ page, faults }: Visit, path: string): Promise<string[]> => {
  await page.goto(path);
  await settled(page);
  const wrong: string[] = [];
  for (const size of [NARROW, WIDE]) {
    await page.setViewportSize(size);
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50)))');
    wrong.push(...(await violationsOf(page)));
    if (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'))
      wrong.push(`scrolls sideways at ${size.width} px`);
  }
  return [...wrong, ...faults()].map((fault) => `${path}: ${fault}`);
};

describe('a partnership', () => {
  let stage: Stage;
  let at: string;
  /** The first of its two years. */
  let year: number;
  let town: Visit;
  let provider: Visit;
  let insurer: Visit;

  beforeAll(async () => {
    stage = await openStage();
    const { context, make } = stage;
    const today = context.get(Clock).today();
    year = Number(today.slice(0, 4)) - 2;
    const partnerships = context.get(PartnershipsService);
    const place = { make, doors: context.get(Doors), partnerships };
    const { id } = await outcomesTown(place, { year, knownUntil: addDays(today, -1) });
    at = `/partnerships/${id}`;
    for (const [who, [role, party]] of Object.entries(SPEAKERS)) {
      const { hatId } = await context.get(HatsService).employ({
        email: `${who}@havlund.example`,
        name: `Navn på ${who}`,
        password: PASSWORD,
        role,
        partnershipId: id,
      });
      await partnerships.placeMember(operator, id, { hatId, party });
    }
    [town, provider, insurer] = [
      await stage.visitAs('town@havlund.example'),
      await stage.visitAs('provider@havlund.example'),
      await stage.visitAs('insurer@havlund.example'),
    ];
  });
  afterAll(() => stage.close());

  it('tries its terms in the lab and agrees on them as a contract of two parties', async () => {
    const { page } = town;
    await page.goto(`${at}/lab`);
    await page.getByRole('button', { name: 'Hent tal' }).click();
    await page.getByText('14 arbejdspladser').waitFor({ timeout: 30_000 });
    await choose(page, 'Arbejdspladserne er', 'Trukket ved lod');
    await page.getByRole('button', { name: 'Regn på vilkårene' }).click();
    await page.getByText('Arbejdspladserne kan bære betaling efter virkning').waitFor();
    await confirmed(page, 'Skriv udkast med vilkårene', 'Skriv');

    await page.getByText('Intet står i vejen for at foreslå udgaven.').waitFor();
    await choose(page, 'Der afregnes pr.', 'År');
    // In this town nobody is ill for long: days and days cut at 30 would tell together that it is so.
    await page.getByRole('button', { name: 'Fjern Fraværsdage, højst 30 pr. periode' }).click();
    await page.getByLabel('Loft i alt').fill('2000000');
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await page.getByRole('button', { name: 'Foreslå', exact: true }).click();
    await page.getByText('Forslag: udgave 1').waitFor();
    // Four eyes: the party that proposed cannot agree.
    expect(await page.getByRole('button', { name: 'Godkend', exact: true }).count()).toBe(0);

    await provider.page.goto(`${at}/contract`);
    await provider.page.getByRole('link', { name: 'Læs udgaven' }).click();
    await confirmed(provider.page, 'Godkend');
    await provider.page.getByText(/Låst .* ved underskrift/).waitFor({ timeout: 30_000 });
    await provider.page.getByText('2.000.000').first().waitFor();
    expect([...town.faults(), ...provider.faults()]).toEqual([]);
  });

  it('is told its effect by a plan, and settles a year: commented, approved and signed by two, sent', async () => {
    const { page } = town;
    const days = `01.01.${year}–31.12.${year}`;
    await page.goto(`${at}/effect`);
    await page.getByRole('button', { name: 'Gem planer' }).click();
    await choose(page, 'Indikator og periode', `Fraværsperioder · ${days}`);
    await page.getByRole('button', { name: 'Beregn effekten' }).click();
    await page
      .getByText(/færre perioder, end der ville have været uden indsatsen/)
      .waitFor({ timeout: 30_000 });

    await page.goto(`${at}/settlements`);
    await page.getByRole('button', { name: `Opgør ${days}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Dan udkast' }).click();
    await page.getByRole('heading', { name: 'Fra enheder til kroner' }).waitFor({ timeout: 30_000 });
    const settlement = new URL(page.url()).pathname;

    await provider.page.goto(settlement);
    await provider.page.getByRole('button', { name: 'Kommentér' }).click();
    await provider.page.getByLabel('Bemærkning').fill('Ingen bemærkninger');
    await provider.page.getByRole('dialog').getByRole('button', { name: 'Kommentér' }).click();
    await provider.page.getByText('Ingen bemærkninger').waitFor();
    await page.goto(settlement);
    await confirmed(page, 'Godkend');
    await page.getByText('Godkendt').first().waitFor();
    expect(await page.getByRole('button', { name: 'Underskriv' }).count()).toBe(0);

    await insurer.page.goto(settlement);
    await confirmed(insurer.page, 'Underskriv');
    await insurer.page.getByRole('button', { name: 'Markér som sendt' }).click();
    await insurer.page.getByText('indsigelser til og med').waitFor();
    expect([town, provider, insurer].flatMap(({ faults }) => faults())).toEqual([]);
  });

  it('makes the pack of the year, which the steering group downloads and signs off', async () => {
    const { page } = town;
    await page.goto(`${at}?from=${year}-01-01&to=${year}-12-31`);
    await page.getByRole('button', { name: 'Lav rapport' }).click();
    await page.getByText(/Seneste opgørelse .*: sendt/i).waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Hent PDF' }).click(),
    ]);
    const pdf = await readFile(await download.path());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(50_000);
    await page.getByRole('button', { name: 'Godkend pakken' }).click();
    await page.getByText('Godkendt af Havlund Byråd.').waitFor();
    expect(town.faults()).toEqual([]);
  });

  it('opens every page of its own without fault, on a wide screen and on a phone', async () => {
    const { page } = town;
    const pages = await page.evaluate<string[]>(
      `[...document.querySelectorAll('nav[aria-label="Partnerskabets sider"] a')].map((link) => link.getAttribute('href'))`,
    );
    expect(pages.length).toBeGreaterThanOrEqual(8);
    const wrong: string[] = [];
    for (const path of pages) wrong.push(...(await wrongWith(town, path)));
    expect(wrong).toEqual([]);
  });
});
