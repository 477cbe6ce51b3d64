import { readFile } from 'node:fs/promises';
import type { Language } from '../access/index.js';
import { renderPdf } from '../platform/documents/pdf.js';
import type { HeldSectionView } from './own-page.view.js';

/** What an employee takes along: the same as on the page. */
export interface OwnDataDocument {
  readonly language: Language;
  readonly name: string;
  readonly employerName: string;
  readonly createdAt: Date;
  readonly sections: readonly HeldSectionView[];
}

const WORDS = {
  da: {
    title: 'Det, Nærvær gemmer om dig',
    intro:
      'Her står alt, hvad der er gemt om dig i Nærvær, hvorfor en regel har peget på dig, og hvem der har slået dig op. ' +
      'Er noget forkert, kan du bede om at få det rettet på din egen side.',
    benefit:
      'Intet i Nærvær afgør en sag om sygedagpenge eller andre offentlige ydelser. Det gør kun kommunen, i sit eget system.',
    none: 'Intet er gemt.',
    madeOn: 'Dannet',
  },
  en: {
    title: 'What Nærvær keeps about you',
    intro:
      'This is all that is kept about you in Nærvær, why a rule pointed at you, and who looked you up. ' +
      'If something is wrong, you can ask on your own page to have it corrected.',
    benefit:
      'Nothing in Nærvær decides a case about sickness benefit or any other public benefit. Only the municipality does, in a system of its own.',
    none: 'Nothing is kept.',
    madeOn: 'Made',
  },
} as const;

const LOCALES: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const dayIn = (language: Language, day: Date): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(day);

const cellIn = (language: Language, value: string | number | null): string => {
  if (value === null) return '–';
  const text = String(value);
  return DAY.test(text) ? dayIn(language, new Date(`${text}T00:00:00Z`)) : text;
};

/** The employee's data as tagged PDF. */
export const renderOwnData = async (document: OwnDataDocument): Promise<Uint8Array> => {
  const { language, name, employerName, createdAt, sections } = document;
  const words = WORDS[language];
  const template = await readFile(new URL('./own-data.typ', import.meta.url), 'utf8');
  const view = {
    words,
    name,
    employerName,
    madeOn: dayIn(language, createdAt),
    sections: sections.map(({ title, columns, rows }) => ({
      title,
      columns,
      rows: rows.map((cells) => cells.map((cell) => cellIn(language, cell))),
    })),
  };
  return renderPdf(template, view, { title: words.title, lang: language, createdAt });
};
