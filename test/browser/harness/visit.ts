import type { Browser, Locator, Page, Response } from 'playwright-core';

export const PASSWORD = 'en-lang-prøveadgangskode';

/** Somebody's browser window, and what went wrong in it. */
export interface Visit {
  readonly page: Page;
  /** Console errors (a breach of the content policy is one), exceptions, failed requests and requests to other hosts. */
  faults(): string[];
  close(): Promise<void>;
}

/** Nobody is signed in: an answer like any other to the question who is. */
const asksWhoIsThere = (response: Response): boolean =>
  response.status() === 401 && new URL(response.url()).pathname === '/api/session';

/** A window of its own, without a session, of a Danish reader. */
export const newVisit = async (browser: Browser, url: string): Promise<Visit> => {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    // A request that was answered with an error is told of below.
    const ofRequest = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !ofRequest) faults.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !asksWhoIsThere(response))
      faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(url).origin)
      faults.push(`foreign host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const words = request.failure()?.errorText ?? '';
    // A request still under way when the reader moves on is given up; that is no fault.
    if (words !== 'net::ERR_ABORTED') faults.push(`${words}: ${request.url()}`);
  });
  return { page, faults: () => faults.splice(0), close: () => context.close() };
};

/** Signs in through the page that everybody signs in through. */
export const signIn = async (page: Page, email: string): Promise<void> => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Adgangskode', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log ind', exact: true }).click();
  await page.getByRole('navigation', { name: 'Hovedmenu' }).waitFor({ state: 'attached' });
};

/** Waits until nothing on the page is still being fetched. */
export const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(`document.querySelector('[aria-busy="true"]') === null`);
};

const PATIENCE = 40_000;

/** Looks at a page again and again until something is there: the product's own worker needs a moment. */
export const lookUntil = async (page: Page, path: string, sight: Locator): Promise<void> => {
  const end = Date.now() + PATIENCE;
  for (;;) {
    await page.goto(path);
    await settled(page);
    if ((await sight.count()) > 0) return;
    if (Date.now() > end) throw new Error(`still only: ${await page.getByRole('main').innerText()}`);
  }
};
