import type { Page } from 'playwright-core';

export interface Counts {
  readonly [label: string]: string;
}

/** The tiles under their Danish labels, as they are read: before the confirmation what would be, after it what was. */
export const counts = (page: Page): Promise<Counts> =>
  page.evaluate<Counts>(
    `Object.fromEntries([...document.querySelectorAll('main dl dt')].map((label) =>
      [label.textContent, label.nextElementSibling.textContent]))`,
  );

/** Takes a file through the pages up to the dry run; the columns are as the product guesses them. */
export const tryFile = async (
  page: Page,
  file: { kind: 'Medarbejdere' | 'Fravær'; path: string },
): Promise<Counts> => {
  await page.goto('/imports/new');
  await page.getByRole('radio', { name: file.kind }).check();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Fil/ }).click(),
  ]);
  await chooser.setFiles(file.path);
  await page.getByRole('button', { name: 'Læg fil op' }).click();
  await page.getByRole('button', { name: 'Prøv filen' }).click();
  await page.getByRole('heading', { name: 'Det vil ske' }).waitFor();
  return counts(page);
};

/** Confirms what the dry run showed, and waits until it is done. */
export const confirm = async (page: Page): Promise<Counts> => {
  await page.getByRole('button', { name: 'Indlæs nu' }).click();
  await page.getByRole('heading', { name: 'Indlæst' }).waitFor();
  return counts(page);
};
