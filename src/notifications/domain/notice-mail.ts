import type { Language } from '../../access/index.js';

/** What a notice is about, as a mail counts it. */
const WORKLIST_KINDS = ['deadline', 'signal', 'unit', 'introduction', 'unclaimed'] as const;
type WorklistKind = (typeof WORKLIST_KINDS)[number];

/** `step`: one of an introduction that is due in the coming days, and on no worklist. */
export type NoticeKind = WorklistKind | 'step';

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
  readonly one: Readonly<Record<WorklistKind, string>>;
  readonly several: Readonly<Record<WorklistKind, string>>;
  readonly link: string;
  readonly steps: {
    readonly subject: string;
    readonly one: string;
    readonly several: string;
    readonly link: string;
  };
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
    steps: {
      subject: 'Nærvær: trin i introduktioner, der skal gøres',
      one: 'trin i en introduktion skal gøres i dag eller inden for tre arbejdsdage.',
      several: 'trin i introduktioner skal gøres i dag eller inden for tre arbejdsdage.',
      link: 'Åbn introduktionerne (som makker: brug det link, du har fået):',
    },
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
    steps: {
      subject: 'Nærvær: steps of introductions to be done',
      one: 'step of an introduction is due today or within three working days.',
      several: 'steps of introductions are due today or within three working days.',
      link: 'Open the introductions (as a buddy, use the link you were given):',
    },
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
    step: count('step'),
  };
};

/** Where a mail's links lead. */
export interface Places {
  readonly worklist: string;
  readonly introductions: string;
}

/**
 * The words of a mail: counts and links, never a name, an employer or a day of absence, for a mail lies open on its way
 * and on the lock screen of a telephone.
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
  { worklist, introductions }: Places,
): MailWords => {
  const { subject, opening, one, several, link, steps, closing } = LABELS[language];
  const lines = WORKLIST_KINDS.filter((kind) => counts[kind] > 0).map(
    (kind) => `  ${counts[kind]} ${(counts[kind] === 1 ? one : several)[kind]}`,
  );
  const news = lines.length > 0 ? [opening, lines.join('\n'), `${link} ${worklist}`] : [];
  const due = `${counts.step} ${counts.step === 1 ? steps.one : steps.several}`;
  const reminder = counts.step > 0 ? [due, `${steps.link} ${introductions}`] : [];
  return {
    subject: lines.length > 0 ? subject[template] : steps.subject,
    text: [...news, ...reminder, closing].join('\n\n'),
  };
};
