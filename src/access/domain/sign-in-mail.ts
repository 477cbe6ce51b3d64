import type { Language } from './actor.js';

/** What a mail of sign-in says: a link and what it is for, never a name or where its reader works. */
export interface SignInMail {
  readonly subject: string;
  readonly text: string;
}

type Words = (link: string) => SignInMail;

const RESET: Readonly<Record<Language, Words>> = {
  da: (link) => ({
    subject: 'Nærvær: vælg en ny adgangskode',
    text: [
      'Der er bedt om en ny adgangskode til Nærvær for denne mailadresse.',
      `Vælg den her inden for en time: ${link}`,
      'Linket virker én gang. Har du ikke bedt om det, skal du ikke gøre noget: Adgangskoden er den samme som før.',
    ].join('\n\n'),
  }),
  en: (link) => ({
    subject: 'Nærvær: choose a new password',
    text: [
      'Somebody asked for a new password to Nærvær for this e-mail address.',
      `Choose it here within an hour: ${link}`,
      'The link works once. If it was not you, do nothing: the password stays as it was.',
    ].join('\n\n'),
  }),
};

const INVITATION: Readonly<Record<Language, Words>> = {
  da: (link) => ({
    subject: 'Nærvær: du er inviteret',
    text: [
      'Din arbejdsplads har givet dig adgang til Nærvær.',
      `Tag den i brug her inden for syv dage: ${link}`,
      'Linket virker én gang. Spørg din administrator, hvis du ikke venter det.',
    ].join('\n\n'),
  }),
  en: (link) => ({
    subject: 'Nærvær: you are invited',
    text: [
      'Your workplace has given you access to Nærvær.',
      `Begin here within seven days: ${link}`,
      'The link works once. Ask your administrator if you did not expect it.',
    ].join('\n\n'),
  }),
};

export const resetMail = (language: Language, link: string): SignInMail => RESET[language](link);
export const invitationMail = (language: Language, link: string): SignInMail => INVITATION[language](link);
