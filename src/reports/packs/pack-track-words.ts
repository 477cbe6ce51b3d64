import type { Track, TrackMeasure } from '../../partnerships/index.js';

interface TrackWords {
  readonly tracks: Readonly<Record<Track, string>>;
  readonly measures: Readonly<Record<TrackMeasure, string>>;
  readonly of: (count: string) => string;
}

const DANISH: TrackWords = {
  tracks: { prevention: 'Forebyggelse', employment: 'Beskæftigelse', learning: 'Læring' },
  measures: {
    'open-cases': 'Åbne sager på periodens sidste dag',
    conversations: 'Samtaler holdt',
    'follow-ups-in-time': 'Opfølgninger til tiden',
    'closed-cases': 'Afsluttede sager',
    'case-length': 'Sagers varighed, dage i gennemsnit',
    'overdue-follow-ups': 'Overskredne opfølgninger på periodens sidste dag',
    citizens: 'Borgere i sporet',
    'median-weeks': 'Uger, før halvdelen forsørger sig selv',
    'returned-13': 'Selvforsørgende efter 3 måneder',
    'returned-26': 'Selvforsørgende efter 6 måneder',
    'returned-52': 'Selvforsørgende efter 12 måneder',
    returned: 'Blev selvforsørgende i perioden',
    'inflow-flexi-job': 'Tilgang til fleksjob',
    'inflow-disability-pension': 'Tilgang til førtidspension',
    'cases-over-52': 'Sager over 52 uger',
    'signing-cases-over-52': 'Over 52 uger ved aftalens start',
    'signing-cases-still-open': 'Heraf stadig åbne',
    'coach-load': 'Borgere pr. jobcoach',
    'caseworker-load': 'Borgere pr. sagsbehandler',
    'coach-changes': 'Skift af jobcoach pr. borger',
    'same-coach': 'Samme jobcoach hele vejen',
    courses: 'Kurser holdt',
    'course-participations': 'Deltagelser i kurser',
    'course-attendance': 'Fremmøde på kurser',
    'competence-held': 'Har den aftalte kompetence',
  },
  of: (count) => `af ${count}`,
};

const ENGLISH: TrackWords = {
  tracks: { prevention: 'Prevention', employment: 'Employment', learning: 'Learning' },
  measures: {
    'open-cases': 'Open cases on the last day of the period',
    conversations: 'Conversations held',
    'follow-ups-in-time': 'Follow-ups in time',
    'closed-cases': 'Cases closed',
    'case-length': 'Length of cases, mean days',
    'overdue-follow-ups': 'Follow-ups overdue on the last day of the period',
    citizens: 'Citizens on the track',
    'median-weeks': 'Weeks until half support themselves',
    'returned-13': 'Supporting themselves after 3 months',
    'returned-26': 'Supporting themselves after 6 months',
    'returned-52': 'Supporting themselves after 12 months',
    returned: 'Came to support themselves in the period',
    'inflow-flexi-job': 'Inflow to flexi-jobs',
    'inflow-disability-pension': 'Inflow to disability pension',
    'cases-over-52': 'Cases over 52 weeks',
    'signing-cases-over-52': 'Over 52 weeks when the agreement began',
    'signing-cases-still-open': 'Of these still open',
    'coach-load': 'Citizens per job coach',
    'caseworker-load': 'Citizens per caseworker',
    'coach-changes': 'Changes of coach per citizen',
    'same-coach': 'One coach throughout',
    courses: 'Courses held',
    'course-participations': 'Participations in courses',
    'course-attendance': 'Attendance at courses',
    'competence-held': 'Have the agreed competence',
  },
  of: (count) => `of ${count}`,
};

export const trackWords = (language: 'da' | 'en'): TrackWords => (language === 'da' ? DANISH : ENGLISH);
