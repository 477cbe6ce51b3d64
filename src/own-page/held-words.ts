import type { HeldSection, Language } from '../access/index.js';
import type { HeldSectionView } from './own-page.view.js';
import { COLUMNS, SECTIONS, type Words } from './held-names.js';

/** Values that stand as codes in the tables; English ones read as they are but for hyphens. */
const VALUES: Readonly<Record<Language, Words>> = {
  da: {
    'own-sickness': 'Egen sygdom',
    'partial-sickness': 'Delvis sygdom',
    'work-injury': 'Arbejdsskade',
    'section-56': '§ 56',
    'section-56-partial': '§ 56, delvis',
    'pregnancy-related': 'Graviditetsbetinget',
    'child-first-day': 'Barns 1. sygedag',
    'child-second-day': 'Barns 2. sygedag',
    'parental-leave': 'Orlov',
    other: 'Andet',
    system: 'Nærvær selv',
    payroll: 'Lønsystem',
    hand: 'Indtastet',
    yes: 'Ja',
    no: 'Nej',
    'hr-manager': 'HR',
    'line-manager': 'Leder',
    employee: 'Medarbejder',
    'retention-consultant': 'Fastholdelseskonsulent',
    'team-lead': 'Teamleder, fastholdelse',
    administrator: 'Administrator',
    'employee-representative': 'Medarbejderrepræsentant',
    da: 'Dansk',
    en: 'Engelsk',
    signal: 'Signal rejst',
    unclaimed: 'Ingen havde taget signalet',
    conversation: 'Samtale',
    'section-7a-talk': 'Samtale efter § 7 a',
    'section-40-notification': 'Underretning efter § 40',
    visit: 'Besøg',
    advice: 'Rådgivning',
    corrected: 'Rettet',
    recovered: 'Raskmeldt',
    deleted: 'Slettet',
    confirmed: 'Bekræftet af lønfil',
    changed: 'Ændret af lønfil',
    removed: 'Fjernet af lønfil',
    undone: 'Indlæsning fortrudt',
    talk: 'Samtale',
    plan: 'Fastholdelsesplan efter § 7 b',
    correction: 'Rettelse',
    objection: 'Indsigelse',
    'look-up-names': 'Navne på opslag',
    leader: 'Leder',
    hr: 'HR',
    amo: 'Arbejdsmiljørepræsentant',
    done: 'Gjort',
    'not-relevant': 'Ikke relevant',
    granted: 'Imødekommet',
    refused: 'Afvist',
    'back-at-work': 'Tilbage i arbejde',
    'back-with-adjustments': 'Tilbage med tilpasninger',
    'other-job-same-employer': 'Andet job hos arbejdsgiveren',
    'left-employer': 'Fratrådt',
    'no-further-need': 'Intet yderligere behov',
    'measures-agreed': 'Tiltag aftalt',
    declined: 'Takkede nej',
  },
  en: {
    da: 'Danish',
    en: 'English',
    'hr-manager': 'HR',
    talk: 'Talk',
    plan: 'Plan under § 7 b',
    correction: 'Correction',
    objection: 'Objection',
    'look-up-names': 'Names behind look-ups',
    hr: 'HR',
    amo: 'Working-environment representative',
    granted: 'Granted',
    refused: 'Refused',
    'section-7a-talk': 'Talk under § 7 a',
    'section-40-notification': 'Notification under § 40',
  },
};

/** Columns whose values are people's own words or names, not codes. */
const AS_WRITTEN = new Set([
  'name',
  'text',
  'decision',
  'reason',
  'agreement',
  'nextStep',
  'unit',
  'manager',
  'jobGroup',
  'programme',
  'buddy',
  'title',
  'answers',
]);

const RULES: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  da: [
    [/^contact-day-(\d+)$/, 'Syg, dag $1'],
    [/^spells-(\d+)-in-(\d+)-days$/, '$1 perioder på $2 dage'],
    [/^days-(\d+)-in-(\d+)$/, '$1 sygedage på $2 dage'],
  ],
  en: [
    [/^contact-day-(\d+)$/, 'Sick, day $1'],
    [/^spells-(\d+)-in-(\d+)-days$/, '$1 spells in $2 days'],
    [/^days-(\d+)-in-(\d+)$/, '$1 days in $2 days'],
  ],
};

/** A code in words: a rule, a role, a kind. What has none stands as it is. */
export const wordIn = (language: Language, code: string): string => {
  const [form, words] = RULES[language].find(([pattern]) => pattern.test(code)) ?? [];
  return form && words ? code.replace(form, words) : (VALUES[language][code] ?? code);
};

/** The sections in words, those that tell most about the reader first. */
export const sectionsIn = (language: Language, sections: readonly HeldSection[]): HeldSectionView[] => {
  const order = Object.keys(SECTIONS.da);
  const rank = ({ section }: HeldSection): number => order.indexOf(section) + 1 || order.length + 1;
  return [...sections].sort((a, b) => rank(a) - rank(b)).map((section) => sectionIn(language, section));
};

const percent = (value: string | number | null): string | null =>
  value === null ? null : `${Math.round(Number(value) * 100)} %`;

/** A section in words; what has none stands as it is. */
const sectionIn = (language: Language, { section, columns, rows }: HeldSection): HeldSectionView => ({
  section,
  title: SECTIONS[language][section] ?? section,
  columns: columns.map((column) => COLUMNS[language][column] ?? column),
  rows: rows.map((row) =>
    row.map((value, index) => {
      if (columns[index] === 'degree') return percent(value);
      return typeof value === 'string' && !AS_WRITTEN.has(columns[index] ?? '')
        ? wordIn(language, value)
        : value;
    }),
  ),
});
