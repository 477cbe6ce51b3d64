import { BEFORE, RECEPTION, SETTLING } from './common.js';
import { step, type Template } from './written.js';

export const DAY_CARE: Template = {
  id: 'day-care',
  name: { da: 'Dagtilbud', en: 'Day care' },
  jobGroups: ['Pædagog', 'Pædagogmedhjælper', 'Pædagogisk assistent'],
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
    ...RECEPTION,
    step(
      'buddy',
      'day-1',
      ['Dagen på stuen', 'A day in the room'],
      ['', ''],
      [
        ['Børnene, deres navne og aftaler', 'The children, their names and arrangements'],
        ['Aflevering, hentning og hvem der må hente', 'Bringing and fetching, and who may fetch'],
        ['Allergier, medicin og soverum', 'Allergies, medicine and the sleeping room'],
      ],
    ),
    step(
      'leader',
      'week-1',
      ['Den pædagogiske læreplan', 'The pedagogical curriculum'],
      [
        'Hvad stuen arbejder med lige nu, og hvordan det ses i hverdagen.',
        'What the room is working on now, and how it shows in daily life.',
      ],
    ),
    step(
      'buddy',
      'week-1',
      ['Legeplads, ture og opsyn', 'Playground, trips and supervision'],
      ['', ''],
      [
        ['Hvem holder øje hvor', 'Who watches where'],
        ['Optælling på tur', 'Counting on trips'],
        ['Vand, trafik og værktøj', 'Water, traffic and tools'],
      ],
    ),
    step(
      'leader',
      'day-30',
      ['Samarbejdet med forældre', 'Working with parents'],
      [
        'Øv en samtale om en almindelig dag og en om en bekymring. Gennemgå skærpet underretningspligt.',
        'Practise a talk about an ordinary day and one about a concern. Go through the duty to notify.',
      ],
    ),
    step(
      'amo',
      'day-30',
      ['Løft, støj og arbejdsstillinger', 'Lifting, noise and postures'],
      [
        'Puslebord, garderobe og måltider: vis de hjælpemidler, der er, og hvornår de bruges.',
        'Changing table, wardrobe and meals: show the aids there are, and when they are used.',
      ],
    ),
    step(
      'buddy',
      'day-60',
      ['Led en aktivitet sammen', 'Lead an activity together'],
      [
        'Den nye planlægger, makkeren er med, og I taler om den bagefter.',
        'The new colleague plans, the buddy takes part, and you talk about it afterwards.',
      ],
    ),
    ...SETTLING,
  ],
};
