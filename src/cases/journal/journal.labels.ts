import type { CaseOutcome, Specialist } from '../domain/case.js';
import type { MeasureStatus } from '../domain/measure.js';
import type { ContactKind } from '../domain/contact.js';

/** The words of a case as its journal gets it. Danish: it goes to a Danish authority's records. */
export const JOURNAL_LABELS = {
  title: 'Sag om fastholdelse',
  kicker: 'Udskrift til journalen',
  about: 'Om sagen',
  person: 'Medarbejder',
  employeeNumbers: 'Medarbejdernummer',
  unit: 'Enhed',
  opened: 'Åbnet',
  closed: 'Lukket',
  outcome: 'Udfald',
  owner: 'Ansvarlig',
  theme: 'Tema',
  measures: 'Aftalte tiltag',
  measure: 'Tiltag',
  agreed: 'Aftalt den',
  status: 'Status',
  settled: 'Afsluttet den',
  environmentGroup: 'Arbejdsmiljøgruppen informeret',
  contacts: 'Kontakter og samtaler',
  referrals: 'Henvisninger',
  followUps: 'Opfølgninger',
  signals: 'Anledninger',
  kind: 'Hvad',
  on: 'Dato',
  reached: 'Truffet',
  agreement: 'Aftalt',
  nextStep: 'Næste skridt',
  by: 'Noteret af',
  specialist: 'Hos',
  asked: 'Bestilt',
  held: 'Afholdt',
  due: 'Frist',
  done: 'Udført',
  rule: 'Regel',
  raised: 'Rejst',
  yes: 'Ja',
  no: 'Nej',
  none: 'Ingen',
  footer: 'Udskrevet af Nærvær',
} as const;

export const CONTACT_WORDS: Readonly<Record<ContactKind, string>> = {
  'line-manager': 'Kontakt med leder',
  employee: 'Kontakt med medarbejder',
  conversation: 'Samtale',
  'section-7a-talk': 'Samtale efter § 7 a',
  'section-40-notification': 'Anmeldelse efter § 40',
  visit: 'Besøg',
  advice: 'Rådgivning',
};

export const MEASURE_WORDS: Readonly<Record<MeasureStatus, string>> = {
  agreed: 'Aftalt',
  done: 'Gennemført',
  dropped: 'Opgivet',
};

export const OUTCOME_WORDS: Readonly<Record<CaseOutcome, string>> = {
  'back-at-work': 'Tilbage i arbejde',
  'back-with-adjustments': 'Tilbage med tilpasninger',
  'other-job-same-employer': 'Andet job samme sted',
  'left-employer': 'Fratrådt',
  'no-further-need': 'Ikke længere behov',
  'measures-agreed': 'Tiltag aftalt',
  declined: 'Ønskede ikke kontakt',
};

export const SPECIALIST_WORDS: Readonly<Record<Specialist, string>> = {
  psychologist: 'Psykolog',
  physiotherapist: 'Fysioterapeut',
  'occupational-health': 'Arbejdsmedicin',
  'working-environment': 'Arbejdsmiljørådgiver',
  'job-coach': 'Jobcoach',
  municipality: 'Kommunen',
  other: 'Anden',
};
