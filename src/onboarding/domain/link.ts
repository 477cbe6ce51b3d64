import { addDays, later, type LocalDate } from '../../shared/local-date.js';
import { LENGTH } from './journey.js';

export const LINK_HOLDERS = ['employee', 'buddy'] as const;
export type LinkHolder = (typeof LINK_HOLDERS)[number];

const AFTER = 14;
const AT_LEAST = 30;

/** The last day of a link: a fortnight after the introduction's last moment, and at least a month from its making. */
export const linkExpiresOn = (startsOn: LocalDate, today: LocalDate): LocalDate =>
  later(addDays(startsOn, LENGTH + AFTER), addDays(today, AT_LEAST));

/** What somebody is called on a page that anybody with the link may open. */
export const firstNameOf = (name: string): string => name.trim().split(/[\s,]+/)[0] ?? '';
