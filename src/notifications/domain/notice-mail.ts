import type { Language } from '../../access/index.js';

/** What a notice is about, as a mail counts it. */
export const NOTICE_KINDS = ['deadline', 'signal', 'unit', 'introduction', 'unclaimed'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_TEMPLATES = ['digest', 'urgent'] as const;
export type NoticeTemplate = (typeof NOTICE_TEMPLATES)[number];

/** All that a mail is made of: how many new things of each kind. */
export type NoticeCounts = Readonly<Record<NoticeKind, number>>;

export interface MailWords {
  readonly subject: string;
  readonly text: string;
}

interface Labels {
  readonly subject: Readonly<Record<NoticeTemplate, string>>;
  readonly opening: string;
  readonly one: Readonly<Record<NoticeKind, string>>;
  readonly several: Readonly<Record<NoticeKind, string>>;
  readonly link: string;
  readonly closing: string;
}

const LABELS: Readonly<Record<Language, Labels>> = {
  da: {
    subject: { digest: 'Nærvær: nyt på arbejdslisten', urgent: 'Nærvær: en lovbestemt frist nærmer sig' },
    opening: 'Der er nyt på din arbejdsliste i Nærvær:',
    one: {
      deadline: 'lovbestemt frist, der nærmer sig',
      signal: 'nyt signal om kontakt',
      unit: 'nyt signal om en enhed',
      introduction: 'nyt om en introduktion, du er ansvarlig for',
      unclaimed: 'signal, som ingen konsulent har taget inden for to arbejdsdage',
    },
    several: {
      deadline: 'lovbestemte frister, der nærmer sig',
      signal: 'nye signaler om kontakt',
      unit: 'nye signaler om enheder',
      introduction: 'nyheder om introduktioner, du er ansvarlig for',
      unclaimed: 'signaler, som ingen konsulent har taget inden for to arbejdsdage',
    },
    link: 'Åbn arbejdslisten:',
    closing:
      'Mailen nævner med vilje hverken navne eller fravær. Nyt samles i højst én mail om dagen; kun en lovbestemt frist får sin egen med det samme.',
  },
  en: {
    subject: { digest: 'Nærvær: news on your worklist', urgent: 'Nærvær: a legal deadline is near' },
    opening: 'There is news on your worklist in Nærvær:',
    one: {
      deadline: 'legal deadline that is near',
      signal: 'new signal to act on',
      unit: 'new signal about a unit',
      introduction: 'piece of news about an introduction you are responsible for',
      unclaimed: 'signal that no consultant has taken within two working days',
    },
    several: {
      deadline: 'legal deadlines that are near',
      signal: 'new signals to act on',
      unit: 'new signals about units',
      introduction: 'pieces of news about introductions you are responsible for',
      unclaimed: 'signals that no consultant has taken within two working days',
    },
    link: 'Open the worklist:',
    closing:
      'This mail leaves out names and absence on purpose. News is gathered in one mail a day at most; only a legal deadline gets its own at once.',
  },
};

/** How many notices there are of each kind. */
export const countKinds = (kinds: readonly NoticeKind[]): NoticeCounts => {
  const count = (wanted: NoticeKind): number => kinds.filter((kind) => kind === wanted).length;
  return {
    deadline: count('deadline'),
    signal: count('signal'),
    unit: count('unit'),
    introduction: count('introduction'),
    unclaimed: count('unclaimed'),
  };
};

/**
 * The words of a mail: counts and a link, never a name, an employer or a day of absence, for a mail lies open on its way
 * and on the lock screen of a telephone.
 *
 * @param worklist address of the worklist
 */
export const noticeMail = (
  {
    template,
    language,
    counts,
  }: {
    readonly template: NoticeTemplate;
    readonly language: Language;
    readonly counts: NoticeCounts;
  },
  worklist: string,
): MailWords => {
  const labels = LABELS[language];
  const lines = NOTICE_KINDS.filter((kind) => counts[kind] > 0).map(
    (kind) => `  ${counts[kind]} ${(counts[kind] === 1 ? labels.one : labels.several)[kind]}`,
  );
  return {
    subject: labels.subject[template],
    text: [labels.opening, lines.join('\n'), `${labels.link} ${worklist}`, labels.closing].join('\n\n'),
  };
};
