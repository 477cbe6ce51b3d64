import { BEFORE, RECEPTION, SETTLING } from './common.js';
import { step, type Template } from './written.js';

export const SCHOOL: Template = {
  id: 'school',
  name: { da: 'Skole og SFO', en: 'School and after-school club' },
  jobGroups: ['Lærer', 'Børnehaveklasseleder', 'Pædagog'],
  steps: [
    ...BEFORE,
    step(
      'hr',
      'before-day-1',
      ['Indhent børneattest', 'Obtain the child certificate'],
      [
        'Skal foreligge, før den nye arbejder med børn under 15 år (børneattestloven).',
        'Must be there before anybody works with children under 15 (Child Certificate Act).',
      ],
    ),
    step(
      'leader',
      'before-day-1',
      ['Skema, klasser og årsplan', 'Timetable, classes and year plan'],
      [
        'Giv skemaet og de klasser, den nye overtager, med navnet på den, der havde dem før.',
        'Hand over the timetable and the classes, with the name of who had them before.',
      ],
    ),
    ...RECEPTION,
    step(
      'buddy',
      'day-1',
      ['Skolens hverdag', 'The school’s daily life'],
      ['', ''],
      [
        ['Ringetider, tilsyn og vikardækning', 'Hours, supervision and cover'],
        ['Aula, fravær og beskeder til hjemmet', 'Aula, attendance and messages home'],
        ['Kopirum, lokaler og fagudvalg', 'Copy room, rooms and subject groups'],
      ],
    ),
    step(
      'buddy',
      'week-1',
      ['Vær med i en time hos hinanden', 'Sit in on each other’s lessons'],
      [
        'Den nye ser først makkeren, derefter omvendt. Tal om klassens aftaler, ikke om karakterer.',
        'First the new colleague watches, then the buddy. Talk about the class’s rules, not about marks.',
      ],
    ),
    step(
      'leader',
      'week-1',
      ['Elever med særlige aftaler', 'Pupils with special arrangements'],
      [
        'Støtte, handleplaner, skilsmisse og hvem der må kontaktes. Vis, hvor det står, og hvem der må se det.',
        'Support, action plans, divorce and whom to contact. Show where it stands, and who may see it.',
      ],
    ),
    step(
      'leader',
      'day-30',
      ['Forberedelse og teamsamarbejde', 'Preparation and teamwork'],
      [
        'Gennemgå opgaveoversigten: passer timerne til opgaverne, og hvad kan teamet dele?',
        'Go through the list of duties: do the hours fit the tasks, and what can the team share?',
      ],
    ),
    step(
      'amo',
      'day-30',
      ['Konflikter og magtanvendelse', 'Conflicts and the use of force'],
      [
        'Skolens retningslinje for vold og trusler, registrering og hvem der hjælper bagefter.',
        'The school’s guideline on violence and threats, reports, and who helps afterwards.',
      ],
    ),
    step(
      'buddy',
      'day-60',
      ['Det første forældremøde', 'The first meeting with parents'],
      [
        'Forbered det sammen, og del rollerne. Makkeren er med.',
        'Prepare it together, and share the parts. The buddy takes part.',
      ],
    ),
    ...SETTLING,
  ],
};
