import type { Language } from '../../access/index.js';
import type { ApvOccasion, ApvPhase, ApvState } from './domain/apv.js';

interface PhaseWords {
  readonly heading: string;
  readonly explained: string;
}

export interface ApvLabels {
  readonly kicker: string;
  readonly begun: string;
  readonly completed: string;
  readonly notCompleted: string;
  readonly occasion: Readonly<Record<ApvOccasion, string>>;
  readonly state: Readonly<Record<ApvState, string>>;
  readonly due: string;
  readonly rule: string;
  readonly unverified: string;
  readonly doneOn: string;
  readonly evidence: string;
  readonly participants: string;
  readonly notRecorded: string;
  readonly phases: Readonly<Record<ApvPhase, PhaseWords>>;
  readonly absenceIn: string;
  readonly absenceHeader: readonly string[];
  readonly whole: string;
  readonly hidden: string;
  readonly knownUntil: string;
  readonly notKnown: string;
  readonly provisional: (months: string) => string;
  readonly final: string;
  readonly hiddenRows: (count: number) => string;
}

const DA: ApvLabels = {
  kicker: 'Arbejdspladsvurdering (APV)',
  begun: 'Påbegyndt',
  completed: 'Afsluttet',
  notCompleted: 'ikke afsluttet',
  occasion: {
    first: 'Første arbejdspladsvurdering',
    cycle: 'Revision efter senest tre år',
    change: 'Revision på grund af ændringer i arbejdet',
  },
  state: {
    never: 'Der er ikke registreret en afsluttet arbejdspladsvurdering.',
    'in-time': 'Den seneste arbejdspladsvurdering gælder stadig.',
    soon: 'Den næste arbejdspladsvurdering skal snart være afsluttet.',
    overdue: 'Fristen for den næste arbejdspladsvurdering er overskredet.',
  },
  due: 'Den næste skal senest være afsluttet',
  rule: 'Regel',
  unverified: 'bestemmelsen er ikke kontrolleret i den officielle tekst',
  doneOn: 'Gennemført',
  evidence: 'Dokumentation',
  participants: 'Arbejdsmiljøorganisationen',
  notRecorded: 'ikke registreret',
  phases: {
    mapping: {
      heading: '1. Identifikation og kortlægning',
      explained: 'Hvilke forhold i arbejdet kan påvirke sikkerhed og sundhed?',
    },
    assessment: {
      heading: '2. Beskrivelse og vurdering',
      explained: 'Hvor alvorlige er problemerne, hvem rammer de, og hvad er årsagen?',
    },
    absence: {
      heading: '3. Inddragelse af sygefraværet',
      explained:
        'Kan forhold i arbejdet medvirke til det samlede sygefravær? Kun tal om grupper; ingen enkeltpersoners fravær.',
    },
    'action-plan': {
      heading: '4. Prioritering og handlingsplan',
      explained: 'Hvad gøres hvornår, og hvem har ansvaret?',
    },
    'follow-up': {
      heading: '5. Retningslinjer for opfølgning',
      explained: 'Hvem følger op, hvordan og hvornår?',
    },
  },
  absenceIn: 'Sygefravær i',
  absenceHeader: [
    '',
    'Fravær',
    'Dage pr. årsværk',
    'Perioder pr. person-år',
    'Heraf 1-14 dage',
    'Heraf over 30 dage',
  ],
  whole: 'Hele arbejdspladsen',
  hidden: 'beskyttet',
  knownUntil: 'Fravær kendt til og med',
  notKnown: 'En kilde har endnu ikke meldt, til hvornår dens fravær er kendt.',
  provisional: (months) => `Tallene for ${months} var foreløbige, da de blev dannet.`,
  final: 'Ingen måneder var foreløbige.',
  hiddenRows: (count) =>
    count === 0
      ? 'Ingen rækker er beskyttet.'
      : `${count === 1 ? '1 række er beskyttet' : `${count} rækker er beskyttet`}, så ingen enkeltpersoner kan genkendes.`,
};

const EN: ApvLabels = {
  kicker: 'Workplace assessment (APV)',
  begun: 'Begun',
  completed: 'Completed',
  notCompleted: 'not completed',
  occasion: {
    first: 'First workplace assessment',
    cycle: 'Revision after three years at the latest',
    change: 'Revision because the work has changed',
  },
  state: {
    never: 'No completed workplace assessment has been recorded.',
    'in-time': 'The last workplace assessment still stands.',
    soon: 'The next workplace assessment has to be completed soon.',
    overdue: 'The next workplace assessment is overdue.',
  },
  due: 'The next is to be completed by',
  rule: 'Rule',
  unverified: 'the clause has not been checked in the official text',
  doneOn: 'Done',
  evidence: 'Evidence',
  participants: 'Working-environment organisation',
  notRecorded: 'not recorded',
  phases: {
    mapping: {
      heading: '1. Identification and mapping',
      explained: 'What in the work may affect safety and health?',
    },
    assessment: {
      heading: '2. Description and assessment',
      explained: 'How serious are the problems, whom do they meet, and what is the cause?',
    },
    absence: {
      heading: '3. Sickness absence',
      explained:
        'May something in the work contribute to total sickness absence? Figures about groups only; no individual’s absence.',
    },
    'action-plan': {
      heading: '4. Priorities and action plan',
      explained: 'What is done when, and who is responsible?',
    },
    'follow-up': {
      heading: '5. Guidelines for follow-up',
      explained: 'Who follows up, how and when?',
    },
  },
  absenceIn: 'Sickness absence in',
  absenceHeader: [
    '',
    'Absence',
    'Days per FTE',
    'Spells per person-year',
    'Of it 1-14 days',
    'Of it over 30 days',
  ],
  whole: 'The whole workplace',
  hidden: 'protected',
  knownUntil: 'Absence known until',
  notKnown: 'A source has not told yet until when its absence is known.',
  provisional: (months) => `The figures for ${months} were provisional when they were made.`,
  final: 'No month was provisional.',
  hiddenRows: (count) =>
    count === 0
      ? 'No row is protected.'
      : `${count === 1 ? '1 row is protected' : `${count} rows are protected`}, so that nobody can be recognised.`,
};

export const apvLabels = (language: Language): ApvLabels => (language === 'da' ? DA : EN);
