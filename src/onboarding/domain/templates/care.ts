import { BEFORE, RECEPTION, SETTLING } from './common.js';
import { step, type Template } from './written.js';

export const CARE: Template = {
  id: 'care',
  name: { da: 'Plejecenter og hjemmepleje', en: 'Nursing home and home care' },
  jobGroups: ['Social- og sundhedshjælper', 'Social- og sundhedsassistent', 'Sygeplejerske'],
  steps: [
    ...BEFORE,
    step(
      'leader',
      'before-day-1',
      ['Læg følgevagter', 'Plan shadowed shifts'],
      [
        'Mindst tre vagter uden egen rute, også en aften eller weekend, hvis den nye skal have dem.',
        'At least three shifts without a route of one’s own, also an evening or weekend where these will come.',
      ],
    ),
    ...RECEPTION,
    step(
      'buddy',
      'day-1',
      ['Første følgevagt', 'First shadowed shift'],
      ['', ''],
      [
        ['Borgerne på ruten eller gangen', 'The residents or the round'],
        ['Uniform, håndhygiejne og værnemidler', 'Uniform, hand hygiene and protective equipment'],
        ['Nødkald, telefonliste og nøgleboks', 'Emergency call, telephone list and key box'],
      ],
    ),
    step(
      'buddy',
      'week-1',
      ['Forflytning og hjælpemidler', 'Transfers and aids'],
      [
        'Prøv lift, glidestykker og seng sammen, før den nye gør det alene.',
        'Try hoist, sliding sheets and bed together before the new colleague does so alone.',
      ],
    ),
    step(
      'hr',
      'week-1',
      ['Dokumentation og medicin', 'Records and medicine'],
      ['', ''],
      [
        [
          'Adgang til omsorgssystemet og oplæring i at dokumentere',
          'Access to the care system and training in records',
        ],
        [
          'Hvad må man selv ved medicin, og hvad er uddelegeret',
          'What one may do with medicine, and what is delegated',
        ],
        ['Tavshedspligt og værgemål', 'Confidentiality and guardianship'],
      ],
    ),
    step(
      'amo',
      'day-30',
      ['Når borgere er udadreagerende', 'When residents act out'],
      [
        'Gennemgå stedets retningslinje for vold og trusler: forebyggelse, alarm, registrering og hjælp bagefter.',
        'Go through the local guideline on violence and threats: prevention, alarm, reports and help afterwards.',
      ],
    ),
    step(
      'buddy',
      'day-60',
      ['Gå med på en svær vagt', 'Join a difficult shift'],
      [
        'Vælg sammen en vagt, der driller, for eksempel en døende borger eller en travl aften.',
        'Choose a shift that is hard, such as a dying resident or a busy evening.',
      ],
    ),
    ...SETTLING,
  ],
};
