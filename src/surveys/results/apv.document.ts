import { readFile } from 'node:fs/promises';
import type { Language } from '../../access/index.js';
import { renderPdf } from '../../platform/documents/pdf.js';
import { apvLabels, type ApvLabels } from './apv.labels.js';
import type {
  ApvAbsenceCellView,
  ApvAbsenceYearView,
  ApvAssessmentView,
  ApvCycleView,
  ApvPhaseView,
} from './apv.view.js';

interface ApvDocument {
  readonly apv: ApvAssessmentView;
  readonly cycle: ApvCycleView;
  readonly language: Language;
  readonly createdAt: Date;
}

const LOCALES = { da: 'da-DK', en: 'en-GB' } as const;

const dayWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const rowOf = (cell: ApvAbsenceCellView, labels: ApvLabels, language: Language): string[] => {
  const percent = new Intl.NumberFormat(LOCALES[language], {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const number = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const written = (value: number | null, format: Intl.NumberFormat): string => {
    if (cell.reason !== null) return cell.reason === 'nothing' ? '–' : labels.hidden;
    return value === null ? '–' : format.format(value);
  };
  return [
    cell.unitId === null ? labels.whole : cell.name,
    written(cell.absenceRate, percent),
    written(cell.daysPerFte, number),
    written(cell.spellsPerPersonYear, number),
    written(cell.shortShare, percent),
    written(cell.longShare, percent),
  ];
};

const isHidden = ({ reason }: ApvAbsenceCellView): boolean => reason !== null && reason !== 'nothing';

/** Until when it is known, what may still change and how much is held back. */
const completenessOf = (
  { knownUntil, provisionalMonths, cells }: ApvAbsenceYearView,
  labels: ApvLabels,
  language: Language,
): string => {
  const month = new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC' });
  const months = provisionalMonths.map((day) => month.format(new Date(`${day}T00:00:00Z`)));
  return [
    knownUntil === null ? labels.notKnown : `${labels.knownUntil} ${dayWords(knownUntil, language)}.`,
    months.length === 0
      ? labels.final
      : labels.provisional(new Intl.ListFormat(LOCALES[language]).format(months)),
    labels.hiddenRows(cells.filter(isHidden).length),
  ].join(' ');
};

const phaseOf = (phase: ApvPhaseView, labels: ApvLabels, language: Language) => ({
  ...labels.phases[phase.phase],
  entries: [
    { term: labels.doneOn, text: phase.doneOn ? dayWords(phase.doneOn, language) : labels.notRecorded },
    { term: labels.evidence, text: phase.evidence || labels.notRecorded },
    { term: labels.participants, text: phase.participants || labels.notRecorded },
  ],
  tables: (phase.figures ?? []).map((year) => ({
    heading: `${labels.absenceIn} ${year.year}`,
    header: labels.absenceHeader,
    rows: year.cells.map((cell) => rowOf(cell, labels, language)),
    completeness: completenessOf(year, labels, language),
  })),
});

const viewOf = ({ apv, cycle, language }: ApvDocument) => {
  const labels = apvLabels(language);
  const completed = apv.completedOn ? dayWords(apv.completedOn, language) : labels.notCompleted;
  const due = cycle.dueOn ? [`${labels.due} ${dayWords(cycle.dueOn, language)}.`] : [];
  const doubt = cycle.verified ? '' : ` (${labels.unverified})`;
  return {
    kicker: labels.kicker,
    title: apv.title,
    subtitle: `${labels.occasion[apv.occasion]} · ${labels.begun}: ${dayWords(apv.begunOn, language)} · ${labels.completed}: ${completed}`,
    notices: [[labels.state[cycle.state], ...due].join(' '), `${labels.rule}: ${cycle.clause}${doubt}.`],
    phases: apv.phases.map((phase) => phaseOf(phase, labels, language)),
    footer: `${labels.kicker} · ${apv.title}`,
  };
};

/** The assessment as tagged PDF: its phases with their evidence, and absence as it was released. */
export const renderApv = async (document: ApvDocument): Promise<Uint8Array> => {
  const template = await readFile(new URL('./apv.typ', import.meta.url), 'utf8');
  return renderPdf(template, viewOf(document), {
    title: `${apvLabels(document.language).kicker}: ${document.apv.title}`,
    lang: document.language,
    createdAt: document.createdAt,
  });
};
