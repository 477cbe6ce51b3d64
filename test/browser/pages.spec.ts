import type { Page } from 'playwright-core';
import type { Role } from '../../src/access/index.js';
import { violationsOf } from './harness/axe.js';
import { importFiles } from './harness/import-files.js';
import { employee, employer, lineManager, partnership } from './harness/party.js';
import { LONG_ILL } from './harness/payroll.js';
import { openStage, type Stage } from './harness/stage.js';
import { lookUntil, PASSWORD, settled, type Visit } from './harness/visit.js';

jest.setTimeout(120_000);

const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 900 };

/** What a role finds in its main menu, in this order. */
const PLACES = {
  'hr-manager': [
    'overview',
    'signals',
    'cases',
    'introductions',
    'people',
    'units',
    'surveys',
    'survey-results',
    'workplace-assessments',
    'learning',
    'requests',
    'instruments',
    'imports',
    'go-live',
    'rules',
    'retention',
    'evaluation',
  ],
  'line-manager': ['signals', 'cases', 'introductions', 'people', 'survey-results', 'rules'],
  'retention-consultant': ['signals', 'cases', 'people', 'own-mandates', 'rules'],
  'team-lead': ['signals', 'cases', 'people', 'own-mandates', 'colleagues', 'rules'],
  'steering-member': ['partnerships', 'colleagues'],
  administrator: [
    'users',
    'roles',
    'sso',
    'mandates',
    'tokens',
    'go-live',
    'rules',
    'retention',
    'evaluation',
    'imports',
    'instruments',
    'audit',
  ],
  'employee-representative': [
    'representative-figures',
    'introductions/cohorts',
    'rules',
    'instruments',
    'survey-results',
    'workplace-assessments',
    'go-live',
    'retention',
    'audit-counts',
  ],
  employee: ['own-page', 'rules'],
} as const satisfies Partial<Record<Role, readonly string[]>>;

const mail = (role: Role): string => `${role}@fjordby.example`;

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** Everything that is wrong with the page that is open, on a wide screen and on a narrow one unless told. */
const wrongWith = async ({ page, faults }: Visit, sizes = [WIDE, NARROW]): Promise<string[]> => {
  const wrong: string[] = [];
  await settled(page);
  for (const size of sizes) {
    await page.setViewportSize(size);
    wrong.push(...(await violationsOf(page)));
    if (await scrollsSideways(page)) wrong.push(`scrolls sideways at ${size.width} px`);
  }
  if (sizes.includes(NARROW)) await page.setViewportSize(WIDE);
  const alerts = await page.getByRole('alert').allInnerTexts();
  return [...wrong, ...alerts, ...faults()];
};

/** Places that were looked at on a narrow screen; another role finds the same ones narrowed by the same rules. */
const narrowed = new Set<string>();

const faultsAt = async (visit: Visit, path: string): Promise<string[]> => {
  await visit.page.goto(path);
  const faults = await wrongWith(visit, narrowed.has(path) ? [WIDE] : [WIDE, NARROW]);
  narrowed.add(path);
  return faults.map((fault) => `${path}: ${fault}`);
};

describe('the pages', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    const tenantId = await employer(stage);
    await importFiles(stage, tenantId);
    await partnership(stage, tenantId);
    await lineManager(stage, tenantId);
    await employee(stage, tenantId);
    await signalsRaised();
  });
  afterAll(() => stage.close());

  /** The product's own worker raises them, a moment after the import. */
  const signalsRaised = async (): Promise<void> => {
    const { page, close } = await stage.visitAs(mail('retention-consultant'));
    await lookUntil(page, '/signals', page.getByRole('link', { name: LONG_ILL.name }));
    await close();
  };

  it.each(Object.entries(PLACES))(
    'of a %s open without fault on wide and narrow screens',
    async (role, places) => {
      const visit = await stage.visitAs(`${role}@fjordby.example`);
      const paths = await visit.page.evaluate<string[]>(
        `[...document.querySelectorAll('nav[aria-label="Hovedmenu"] a')].map((link) => link.getAttribute('href'))`,
      );
      expect(paths).toEqual(places.map((place) => `/${place}`));
      const wrong: string[] = [];
      for (const path of paths) wrong.push(...(await faultsAt(visit, path)));
      expect(wrong).toEqual([]);
      await visit.close();
    },
  );

  it('of a person, a unit, a signal, a case and an import open without fault', async () => {
    const visit = await stage.visitAs(mail('retention-consultant'));
    const { page } = visit;
    const wrong: string[] = [];
    await page.getByRole('link', { name: LONG_ILL.name }).first().click();
    await page.waitForURL('**/signals/*');
    wrong.push(...(await wrongWith(visit)));
    await page.getByRole('button', { name: 'Åbn sag' }).click();
    await page.waitForURL('**/cases/*');
    wrong.push(...(await wrongWith(visit)));
    await visit.close();
    const hr = await stage.visitAs(mail('hr-manager'));
    for (const [list, link] of [
      ['/people', LONG_ILL.name],
      ['/units', 'Plejecenter Åparken'],
      ['/imports', 'absences.csv'],
      ['/signals', LONG_ILL.name],
      ['/cases', LONG_ILL.name],
    ] as const) {
      await hr.page.goto(list);
      await hr.page.getByRole('main').getByRole('link', { name: link }).first().click();
      await hr.page.waitForURL(`**${list}/*`);
      wrong.push(...(await wrongWith(hr)).map((fault) => `${list}: ${fault}`));
    }
    wrong.push(...(await faultsAt(hr, '/imports/new')));
    await hr.close();
    expect(wrong).toEqual([]);
  });

  it('of a questionnaire show it as a respondent sees it, and let one be written by the keyboard', async () => {
    const visit = await stage.visitAs(mail('hr-manager'));
    const { page } = visit;
    await page.goto('/instruments');
    await page.getByRole('main').getByRole('link', { name: 'Puls' }).click();
    await page.getByRole('button', { name: 'Vis', exact: true }).click();
    await page.getByRole('radio', { name: 'Ofte' }).first().press('Space');
    const wrong = await wrongWith(visit);
    await page.getByRole('radio', { name: 'English' }).press('Space');
    await page.getByRole('heading', { name: 'Did the amount of work fit the time you had?' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Often' }).first().isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Kopiér' }).click();
    await page.waitForURL('**/instruments/*/draft');
    await page.getByRole('button', { name: 'Flyt spørgsmål 1 ned' }).press('Enter');
    await page.getByRole('button', { name: 'Gem', exact: true }).press('Enter');
    await page.getByText('Skemaet er komplet på begge sprog').waitFor();
    // What says that it was saved is an alert too.
    wrong.push(...(await wrongWith(visit)).filter((fault) => fault !== 'Gemt'));
    await page.getByRole('button', { name: 'Udgiv' }).press('Enter');
    await page.getByRole('heading', { name: 'Versioner' }).waitFor();
    expect(wrong).toEqual([]);
    await visit.close();
  });

  it('say in words that a page is not there or not for this role', async () => {
    const visit = await stage.visitAs(mail('steering-member'));
    await visit.page.goto('/people/00000000-0000-4000-8000-000000000000');
    await visit.page
      .getByRole('heading', { name: 'Findes ikke' })
      .or(visit.page.getByRole('alert'))
      .first()
      .waitFor();
    expect(await violationsOf(visit.page)).toEqual([]);
    await visit.close();
  });

  it('speak English once it is chosen, and go on doing so', async () => {
    const visit = await stage.visitAs(mail('hr-manager'));
    const { page } = visit;
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto('/signals');
    await page.getByRole('heading', { level: 1, name: 'Signals' }).waitFor();
    expect(await wrongWith(visit)).toEqual([]);
    await visit.close();
  });

  it('let one in, past the menu and to the content by the keyboard alone', async () => {
    const visit = await stage.visit();
    const { page } = visit;
    await page.goto('/sign-in');
    await settled(page);
    expect(await wrongWith(visit)).toEqual([]);
    await page.getByLabel('E-mail').focus();
    await page.keyboard.type(mail('hr-manager'));
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Overblik' }).waitFor();
    await page.reload();
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Gå til indhold');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    expect(visit.faults()).toEqual([]);
    await visit.close();
  });

  it('refuse a wrong password in words that say no more', async () => {
    const visit = await stage.visit();
    const { page } = visit;
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(mail('hr-manager'));
    await page.getByLabel('Adgangskode', { exact: true }).fill('ikke-den-rigtige');
    await page.getByRole('button', { name: 'Log ind', exact: true }).click();
    await page.getByText('E-mail og adgangskode passer ikke sammen.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await visit.close();
  });
});
