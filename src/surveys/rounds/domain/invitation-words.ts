import type { LocalDate } from '../../../shared/local-date.js';
import type { Wording } from '../../instruments/domain/instrument.js';
import { shownFingerprint } from './invitation-link.js';

interface Told {
  readonly title: Wording;
  readonly employerName: string;
  readonly closesOn: LocalDate;
  readonly fingerprint: string;
  readonly link: string;
  readonly again: boolean;
}

const MONTHS = {
  da: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

/** A day as it is read: `13. marts 2026`, `13 March 2026`. */
export const writtenDay = (day: LocalDate, language: 'da' | 'en'): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = MONTHS[language][Number(month) - 1] ?? '';
  return language === 'da' ? `${Number(date)}. ${name} ${year}` : `${Number(date)} ${name} ${year}`;
};

/**
 * The mail with the link, in both languages: nobody's language is known. It greets nobody by name and says nothing but
 * what the survey is called.
 */
export const invitationMail = ({
  title,
  employerName,
  closesOn,
  fingerprint,
  link,
  again,
}: Told): { readonly subject: string; readonly text: string } => ({
  subject: again ? `Påmindelse: ${title.da} / Reminder: ${title.en}` : `${title.da} / ${title.en}`,
  text: `${again ? 'Du kan stadig nå at svare på' : 'Du er inviteret til at svare på'} »${title.da}« hos ${employerName}, senest ${writtenDay(closesOn, 'da')}. Det tager under fem minutter, også på telefonen:

${link}

Ingen kan se, hvad netop du har svaret: heller ikke din leder, HR eller os, der driver systemet. Siden forklarer hvordan. Linket er dit eget; send det ikke videre.

---

${again ? 'There is still time to answer' : 'You are invited to answer'} “${title.en}” at ${employerName}, by ${writtenDay(closesOn, 'en')}. It takes less than five minutes, on a phone too; follow the same link.

Nobody can see what you in particular have answered: neither your manager, HR, nor we who run the system. The page explains how. The link is your own; do not pass it on.

Nøgle / key: ${shownFingerprint(fingerprint)}
Den er den samme for alle i din gruppe. / It is the same for everybody in your group.`,
});

/** The same as a text message, with no more than it needs. */
export const invitationMessage = ({ title, employerName, closesOn, link, again }: Told): string =>
  `${again ? 'Påmindelse: ' : ''}${title.da}, ${employerName}. Svar anonymt senest ${writtenDay(closesOn, 'da')} / Answer anonymously: ${link}`;
