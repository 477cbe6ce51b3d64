import { addDays, type LocalDate } from '../../../shared/local-date.js';

/**
 * What is kept how long unless the employer decides otherwise. No law sets one period for data on employees: the
 * controller sets, explains and keeps one for each class (GDPR art. 5(1)(e) and 5(2)). `least` is what the rules of the
 * product look back on.
 */
export const RETENTION_CLASSES = {
  /** Uploaded payroll files and the rows of them that were refused. */
  'import-files': { days: 30, least: 1 },
  /** Who was told of what. */
  notices: { days: 180, least: 30 },
  /** Signals that are over. */
  signals: { days: 730, least: 365 },
  /** What was agreed in a conversation, once its case or signal is over. */
  'conversation-notes': { days: 730, least: 30 },
  /** Closed cases with their contacts, referrals and steps. */
  cases: { days: 1826, least: 30 },
  /** Introductions that are over, with their steps and check-ins. */
  introductions: { days: 1095, least: 365 },
  /** Absences that have ended, and what they said before they were corrected. */
  absence: { days: 1826, least: 731 },
  /** Who a former employee was: pseudonymised, so that figures stay true. */
  'former-employees': { days: 1826, least: 30 },
  /** Citizens of the employment track whose last week is over, with their contacts. */
  citizens: { days: 1826, least: 365 },
  /** Who read or changed what. */
  'access-log': { days: 730, least: 180 },
} as const satisfies Readonly<Record<string, { readonly days: number; readonly least: number }>>;

export type RetentionClass = keyof typeof RETENTION_CLASSES;

/** What benefit authorities keep; employers keep all but citizens. */
const OF_AUTHORITIES: readonly RetentionClass[] = ['citizens', 'import-files', 'access-log'];

/** Whether a tenant of this kind keeps anything of a class. */
export const isKeptBy = (kind: 'employer' | 'benefit-authority', dataClass: RetentionClass): boolean =>
  kind === 'employer' ? dataClass !== 'citizens' : OF_AUTHORITIES.includes(dataClass);

export const retentionClasses = Object.keys(RETENTION_CLASSES) as readonly RetentionClass[];

/** What was over before this day has been kept for as long as a rule says, and goes. */
export const goesBefore = (today: LocalDate, days: number): LocalDate => addDays(today, -days);

/** Whether an employer may keep a class for so short a time: what the product's own rules look back on stays. */
export const isLongEnough = (dataClass: RetentionClass, days: number): boolean =>
  days >= RETENTION_CLASSES[dataClass].least;
