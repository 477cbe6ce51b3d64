import type { RetentionClass } from '../../access/index.js';

/** The classes of data that are kept for a time each, in Danish. */
export const RETENTION_WORDS: Readonly<Record<RetentionClass, string>> = {
  'import-files': 'Indlæste filer og afviste rækker',
  notices: 'Beskeder',
  signals: 'Afsluttede signaler',
  'conversation-notes': 'Aftaler fra samtaler',
  cases: 'Afsluttede sager',
  introductions: 'Introduktioner af nye medarbejdere',
  absence: 'Fravær',
  'former-employees': 'Tidligere medarbejderes navne',
  citizens: 'Borgere i beskæftigelsessporet',
  'access-log': 'Registrering af opslag',
};
