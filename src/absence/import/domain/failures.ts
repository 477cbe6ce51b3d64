import type { TableRefusalCode } from '../../../platform/tables/table.js';

/** Why a whole file could not be taken. */
export type FailureCode =
  TableRefusalCode | 'columns-unmapped' | 'too-many-units' | 'window-missing' | 'file-gone' | 'internal';

type Language = 'da' | 'en';

const MESSAGES: Readonly<Record<FailureCode, Readonly<Record<Language, string>>>> = {
  'not-a-table': {
    da: 'Filen er hverken tekst i kolonner eller et regneark.',
    en: 'The file is neither text in columns nor a workbook.',
  },
  empty: { da: 'Filen er tom.', en: 'The file is empty.' },
  'old-workbook': {
    da: 'Regnearket er låst eller af et gammelt format. Gem det som .xlsx uden adgangskode.',
    en: 'The workbook is locked or of an old format. Save it as .xlsx without a password.',
  },
  'damaged-workbook': { da: 'Regnearket er beskadiget.', en: 'The workbook is damaged.' },
  'workbook-too-large': {
    da: 'Regnearket er for stort. Gem det som CSV.',
    en: 'The workbook is too large. Save it as CSV.',
  },
  'too-many-columns': { da: 'Filen har mere end 1000 kolonner.', en: 'The file has more than 1000 columns.' },
  'columns-unmapped': {
    da: 'Kolonnerne er ikke sat op, eller filen mangler en af dem.',
    en: 'The columns are not mapped, or the file lacks one of them.',
  },
  'too-many-units': {
    da: 'Kolonnen med enheder nævner over 20.000 enheder. Er det den rigtige kolonne?',
    en: 'The column of units names more than 20,000 units. Is it the right column?',
  },
  'window-missing': {
    da: 'Et øjebliksbillede kræver en periode, som det er fuldstændigt for.',
    en: 'A snapshot needs a period for which it is complete.',
  },
  'file-gone': { da: 'Filen er slettet.', en: 'The file has been deleted.' },
  internal: {
    da: 'Noget gik galt hos os. Vi prøver igen; intet er indlæst.',
    en: 'Something went wrong on our side. It is tried again; nothing was imported.',
  },
};

const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(MESSAGES, code);

export const failureMessage = (code: string, language: Language): string =>
  isFailureCode(code) ? MESSAGES[code][language] : code;

/** The file cannot be taken, and trying again would not help. */
export class ImportFailure extends Error {
  override readonly name = 'ImportFailure';
  constructor(readonly code: FailureCode) {
    super(code);
  }
}

/** Somebody cancelled the import while it ran. */
export class ImportCancelled extends Error {
  override readonly name = 'ImportCancelled';
}
