import { BEFORE, RECEPTION, SETTLING } from './common.js';
import { step, type Template } from './written.js';

export const OFFICE: Template = {
  id: 'office',
  name: { da: 'Kontor og sagsbehandling', en: 'Office and casework' },
  jobGroups: ['Administrativ medarbejder', 'Socialrådgiver', 'AC-fuldmægtig'],
  steps: [
    ...BEFORE,
    step(
      'leader',
      'before-day-1',
      ['Vælg de første sager', 'Choose the first cases'],
      [
        'Få og forskellige, og med en kollega som medlæser. Sagstallet stiger først efter aftale.',
        'Few and various, with a colleague who reads along. The number grows by agreement only.',
      ],
    ),
    ...RECEPTION,
    step(
      'buddy',
      'day-1',
      ['Systemer og arbejdsplads', 'Systems and desk'],
      ['', ''],
      [
        ['Fagsystem, journal og postkasser', 'Case system, journal and mailboxes'],
        ['Telefontider og vagter', 'Telephone hours and duty'],
        ['Hæve-sænke-bord, stol, skærm og mus', 'Desk, chair, screen and mouse'],
      ],
    ),
    step(
      'hr',
      'week-1',
      ['Databeskyttelse og informationssikkerhed', 'Data protection and information security'],
      ['', ''],
      [
        ['Hvad må slås op, og hvad må ikke', 'What may be looked up, and what may not'],
        ['Sikker post og aktindsigt', 'Secure mail and access to documents'],
        ['Sådan meldes et brud', 'How a breach is reported'],
      ],
    ),
    step(
      'buddy',
      'week-1',
      ['Følg en sag fra start til slut', 'Follow a case from start to end'],
      [
        'Fra henvendelse over partshøring til afgørelse og klagevejledning.',
        'From the request through the hearing to the decision and advice on appeal.',
      ],
    ),
    step(
      'leader',
      'day-30',
      ['Sagstal og frister', 'Number of cases and deadlines'],
      [
        'Gå listen igennem sammen: hvad kan vente, hvad skal deles, og hvornår spørger man?',
        'Go through the list together: what can wait, what is to be shared, and when does one ask?',
      ],
    ),
    step(
      'amo',
      'day-30',
      ['Skærmarbejde og hjemmearbejde', 'Screen work and work at home'],
      [
        'Indretning, pauser og aftalen om hjemmearbejde.',
        'Set-up, breaks and the agreement on work at home.',
      ],
    ),
    step(
      'buddy',
      'day-60',
      ['Sparring på en svær sag', 'Advice on a difficult case'],
      [
        'Den nye lægger en sag frem for gruppen sammen med makkeren.',
        'The new colleague presents a case to the group together with the buddy.',
      ],
    ),
    ...SETTLING,
  ],
};
