import type { LocalDate } from '../../shared/local-date.js';
import type { Wording } from './programme.js';

/** The days of an employment on which a new employee is asked, under their own name. */
export const CHECK_IN_DAYS = [7, 30, 90] as const;
export type CheckInDay = (typeof CHECK_IN_DAYS)[number];
export const isCheckInDay = (day: number): day is CheckInDay => CHECK_IN_DAYS.some((known) => known === day);

/** What the introduction is asked about; nothing else is (definitions 8.4). */
export const CHECK_IN_THEMES = ['tasks', 'tools', 'role', 'leader', 'buddy'] as const;
export type CheckInTheme = (typeof CHECK_IN_THEMES)[number];

export interface CheckInQuestion {
  readonly id: string;
  readonly theme: CheckInTheme;
  readonly wording: Wording;
}

/**
 * Own wording. Never about health, strain, mood or the wish to leave: such answers under a name would be health data
 * or a risk score (Helbredsoplysningsloven § 2(4)-(5)). There is no field for free text for the same reason.
 */
export const CHECK_IN_QUESTIONS: readonly CheckInQuestion[] = [
  {
    id: 'own-tasks',
    theme: 'tasks',
    wording: { da: 'Jeg ved, hvilke opgaver der er mine.', en: 'I know which tasks are mine.' },
  },
  {
    id: 'shown-tasks',
    theme: 'tasks',
    wording: {
      da: 'Jeg har fået vist, hvordan opgaverne løses her.',
      en: 'I have been shown how the tasks are done here.',
    },
  },
  {
    id: 'tools',
    theme: 'tools',
    wording: {
      da: 'Jeg har de redskaber, nøgler og adgange, som mine opgaver kræver.',
      en: 'I have the tools, keys and access that my tasks need.',
    },
  },
  {
    id: 'role',
    theme: 'role',
    wording: {
      da: 'Jeg ved, hvad der forventes af mig i min rolle.',
      en: 'I know what is expected of me in my role.',
    },
  },
  {
    id: 'leader',
    theme: 'leader',
    wording: {
      da: 'Min leder og jeg taler sammen om mine opgaver, når der er brug for det.',
      en: 'My leader and I talk about my tasks when there is need to.',
    },
  },
  {
    id: 'buddy',
    theme: 'buddy',
    wording: {
      da: 'Jeg kan få fat på min makker, når jeg har et spørgsmål.',
      en: 'I can reach my buddy when I have a question.',
    },
  },
];

/** What an answer may be: 0 to 4, or null for "not yet" and "not relevant". */
export const CHECK_IN_CHOICES: readonly Wording[] = [
  { da: 'Slet ikke', en: 'Not at all' },
  { da: 'Kun lidt', en: 'Only a little' },
  { da: 'Delvist', en: 'Partly' },
  { da: 'For det meste', en: 'Mostly' },
  { da: 'Helt', en: 'Fully' },
];

export type CheckInAnswers = Readonly<Record<string, number | null>>;

/** Whether answers are to these questions, each of them a choice or null. */
export const areAnswers = (answers: Readonly<Record<string, unknown>>): answers is CheckInAnswers => {
  const known = new Set(CHECK_IN_QUESTIONS.map(({ id }) => id));
  const isChoice = (value: unknown): boolean =>
    value === null ||
    (Number.isInteger(value) && Number(value) >= 0 && Number(value) < CHECK_IN_CHOICES.length);
  return Object.entries(answers).every(([id, value]) => known.has(id) && isChoice(value));
};

/** 0 to 100: the mean of what was answered, null where it was fewer than half. It is counted in groups and raises nothing. */
export const scoreOf = (answers: CheckInAnswers): number | null => {
  const given = CHECK_IN_QUESTIONS.map(({ id }) => answers[id] ?? null).filter((value) => value !== null);
  if (given.length * 2 < CHECK_IN_QUESTIONS.length) return null;
  const sum = given.reduce((total, value) => total + value, 0);
  return Math.round((sum / given.length / (CHECK_IN_CHOICES.length - 1)) * 1000) / 10;
};

export const CHECK_IN_STATES = ['coming', 'open', 'answered', 'missed'] as const;
export type CheckInState = (typeof CHECK_IN_STATES)[number];

/**
 * Whether a check-in may be answered: from its day until the next one's, the last one until the introduction is over.
 * @param closesOn the day of the next check-in; null for the last
 */
export const checkInState = (
  { dueOn, answeredOn }: { readonly dueOn: LocalDate; readonly answeredOn: LocalDate | null },
  closesOn: LocalDate | null,
  today: LocalDate,
): CheckInState => {
  if (answeredOn !== null) return 'answered';
  if (today < dueOn) return 'coming';
  return closesOn !== null && today >= closesOn ? 'missed' : 'open';
};
