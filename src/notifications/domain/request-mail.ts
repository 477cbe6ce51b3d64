import type { Language } from '../../access/index.js';
import type { MailWords } from './notice-mail.js';

/**
 * Of what employees ask for: human resources are told of a new one, the employee of the answer. Of packs that made
 * themselves and settlements that were sent: those who take part in the partnership. Of a certificate that ends: the
 * administrators. Of data that an evaluator has not said to have deleted: the evaluator, who owes it, and the employer,
 * who awaits it.
 */
export const REQUEST_TEMPLATES = [
  'request-asked',
  'request-decided',
  'pack-ready',
  'settlement-sent',
  'certificate-ends',
  'attestation-owed',
  'attestation-awaited',
] as const;
export type RequestTemplate = (typeof REQUEST_TEMPLATES)[number];

/** Where the web application has what a mail is about. */
export const PLACE_OF: Readonly<Record<RequestTemplate, string>> = {
  'request-asked': '/requests',
  'request-decided': '/own-page',
  'pack-ready': '/partnerships',
  'settlement-sent': '/partnerships',
  'certificate-ends': '/sso',
  'attestation-owed': '/partnerships',
  'attestation-awaited': '/evaluation',
};

interface Labels {
  readonly subject: string;
  readonly opening: string;
  readonly link: string;
}

const LABELS: Readonly<Record<Language, Readonly<Record<RequestTemplate, Labels>>>> = {
  da: {
    'request-asked': {
      subject: 'Nærvær: en medarbejder har bedt om noget',
      opening: 'En medarbejder har bedt om noget på sin egen side og venter på et skriftligt svar.',
      link: 'Åbn anmodningerne:',
    },
    'request-decided': {
      subject: 'Nærvær: der er svar på din side',
      opening: 'HR har svaret på det, du bad om.',
      link: 'Åbn din side:',
    },
    'pack-ready': {
      subject: 'Nærvær: pakken til styregruppen er klar',
      opening: 'En ny pakke til styregruppen er lavet og venter på at blive læst og godkendt.',
      link: 'Åbn partnerskabet:',
    },
    'settlement-sent': {
      subject: 'Nærvær: en opgørelse er sendt',
      opening: 'En underskrevet opgørelse er sendt til parterne. Indsigelser har en frist.',
      link: 'Åbn partnerskabet:',
    },
    'certificate-ends': {
      subject: 'Nærvær: et certifikat udløber',
      opening:
        'Et certifikat, som log ind med SAML hviler på, udløber snart eller i dag. Derefter kan ingen regne med at komme ind den vej.',
      link: 'Se hvilket, og skift det her:',
    },
    'attestation-owed': {
      subject: 'Nærvær: bekræft, at de udleverede data er slettet',
      opening:
        'Dagen, hvor data udleveret til evaluering skulle være slettet, er gået, og det er ikke bekræftet, at de er det. Slet dem, hvis de findes endnu, og skriv dagen under Data til evaluator.',
      link: 'Åbn partnerskabet:',
    },
    'attestation-awaited': {
      subject: 'Nærvær: en sletning er ikke bekræftet',
      opening:
        'Dagen, hvor en evaluator skulle have slettet udleverede data, er gået, og evaluator har ikke bekræftet det. Evaluator har fået samme besked.',
      link: 'Åbn Udlevering til evaluering:',
    },
  },
  en: {
    'request-asked': {
      subject: 'Nærvær: an employee has asked for something',
      opening: 'An employee has asked for something on their own page and awaits an answer in writing.',
      link: 'Open the requests:',
    },
    'request-decided': {
      subject: 'Nærvær: there is an answer on your page',
      opening: 'Human resources have answered what you asked for.',
      link: 'Open your page:',
    },
    'pack-ready': {
      subject: 'Nærvær: the pack for the steering group is ready',
      opening: 'A new pack for the steering group has been made and waits to be read and signed off.',
      link: 'Open the partnership:',
    },
    'settlement-sent': {
      subject: 'Nærvær: a settlement has been sent',
      opening: 'A signed settlement has been sent to the parties. There is a time limit for objections.',
      link: 'Open the partnership:',
    },
    'certificate-ends': {
      subject: 'Nærvær: a certificate expires',
      opening:
        'A certificate that sign-in by SAML rests on expires soon or today. From then on nobody can count on getting in that way.',
      link: 'See which, and replace it here:',
    },
    'attestation-owed': {
      subject: 'Nærvær: say that the data handed over are deleted',
      opening:
        'The day on which data handed over for an evaluation had to be deleted has passed, and nobody has said that they are. Delete them if they still exist, and write the day under Data for the evaluator.',
      link: 'Open the partnership:',
    },
    'attestation-awaited': {
      subject: 'Nærvær: a deletion has not been confirmed',
      opening:
        'The day on which an evaluator had to delete data handed over has passed, and the evaluator has not confirmed it. The evaluator has been told so too.',
      link: 'Open the deliveries for evaluation:',
    },
  },
};

const CLOSING: Readonly<Record<Language, string>> = {
  da: 'Mailen nævner med vilje hverken navne, eller hvad det handler om.',
  en: 'This mail leaves out names and what it is about on purpose.',
};

/** The words of a mail about a request: a link, never who asked, for what, or why. */
export const requestMail = (template: RequestTemplate, language: Language, link: string): MailWords => {
  const labels = LABELS[language][template];
  return {
    subject: labels.subject,
    text: [labels.opening, `${labels.link} ${link}`, CLOSING[language]].join('\n\n'),
  };
};
