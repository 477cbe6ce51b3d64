import { readFile } from 'node:fs/promises';
import { renderPdf } from '../../platform/documents/pdf.js';
import type { CaseView } from '../cases.view.js';
import {
  CONTACT_WORDS,
  JOURNAL_LABELS as L,
  MEASURE_WORDS,
  OUTCOME_WORDS,
  SPECIALIST_WORDS,
} from './journal.labels.js';

export interface JournalCase {
  readonly employer: string;
  readonly employeeNumbers: readonly string[];
  readonly one: CaseView;
  readonly exportedAt: Date;
}

/** A table of the document: heading, columns and cells as text. */
interface JournalTable {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface JournalPaper {
  readonly labels: typeof L;
  readonly employer: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly tables: readonly JournalTable[];
}

/** Danish: 5.3.2026. */
const day = (text: string | null): string =>
  text === null ? '' : `${Number(text.slice(8, 10))}.${Number(text.slice(5, 7))}.${text.slice(0, 4)}`;

const factsOf = ({ one, employeeNumbers }: JournalCase): JournalPaper['facts'] =>
  [
    { label: L.person, text: one.personName ?? '' },
    { label: L.employeeNumbers, text: employeeNumbers.join(', ') },
    { label: L.unit, text: one.unitName },
    { label: L.theme, text: one.theme },
    { label: L.environmentGroup, text: day(one.environmentGroupInformedOn) },
    { label: L.opened, text: day(one.openedOn) },
    { label: L.closed, text: day(one.closedOn) },
    { label: L.outcome, text: one.outcome === null ? '' : OUTCOME_WORDS[one.outcome] },
    { label: L.owner, text: one.ownerName },
  ].filter(({ text }) => text !== '');

const measuresOf = (measures: CaseView['measures']): JournalTable => ({
  heading: L.measures,
  columns: [L.measure, L.agreed, L.due, L.status, L.settled],
  rows: measures.map(({ measure, agreedOn, dueOn, status, settledOn }) => [
    measure,
    day(agreedOn),
    day(dueOn),
    MEASURE_WORDS[status],
    day(settledOn),
  ]),
});

const tablesOf = ({
  subject,
  contacts,
  measures,
  referrals,
  followUps,
  signals,
}: CaseView): JournalTable[] => [
  {
    heading: L.contacts,
    columns: [L.on, L.kind, L.reached, L.agreement, L.nextStep, L.by],
    rows: contacts.map(({ heldOn, kind, reached, agreement, nextStep, recordedBy }) => [
      day(heldOn),
      CONTACT_WORDS[kind],
      reached ? L.yes : L.no,
      agreement ?? '',
      nextStep ?? '',
      recordedBy,
    ]),
  },
  ...(subject === 'unit' ? [measuresOf(measures)] : []),
  {
    heading: L.referrals,
    columns: [L.specialist, L.asked, L.held],
    rows: referrals.map(({ specialist, askedOn, heldOn }) => [
      SPECIALIST_WORDS[specialist],
      day(askedOn),
      day(heldOn),
    ]),
  },
  {
    heading: L.followUps,
    columns: [L.due, L.done],
    rows: followUps.map(({ dueOn, doneOn }) => [day(dueOn), day(doneOn)]),
  },
  {
    heading: L.signals,
    columns: [L.rule, L.raised],
    rows: signals.map(({ rule, raisedOn }) => [rule, day(raisedOn)]),
  },
];

/** The case as its template prints it: words only. */
export const paperOf = (journal: JournalCase): JournalPaper => ({
  labels: L,
  employer: journal.employer,
  facts: factsOf(journal),
  tables: tablesOf(journal.one),
});

/** The case as PDF/A-2a, to be kept for as long as the journal keeps it. */
export const renderJournal = async (journal: JournalCase): Promise<Uint8Array> => {
  const template = await readFile(new URL('./journal.typ', import.meta.url), 'utf8');
  return renderPdf(template, paperOf(journal), {
    title: L.title,
    lang: 'da',
    createdAt: journal.exportedAt,
    standard: 'a-2a',
  });
};
