import { BEFORE, RECEPTION, SETTLING } from './common.js';
import { step, type Template } from './written.js';

export const WORKSHOP: Template = {
  id: 'workshop',
  name: { da: 'Værksted, produktion og drift', en: 'Workshop, production and grounds' },
  jobGroups: [
    'Montør',
    'Industritekniker',
    'Industrioperatør',
    'Lagermedarbejder',
    'Specialarbejder',
    'Gartner',
    'Mekaniker',
  ],
  steps: [
    ...BEFORE,
    step(
      'leader',
      'before-day-1',
      ['Bestil arbejdstøj og værnemidler', 'Order work clothes and protective equipment'],
      [
        'Spørg om størrelser. Sikkerhedssko og høreværn skal ligge klar på dag 1.',
        'Ask for sizes. Safety shoes and ear protection are to be ready on day 1.',
      ],
    ),
    ...RECEPTION,
    step(
      'amo',
      'day-1',
      ['Sikkerhedsrunde', 'Safety round'],
      ['Før arbejdet begynder.', 'Before work begins.'],
      [
        ['Nødstop, brandslukkere og øjenskyl', 'Emergency stops, extinguishers and eye wash'],
        ['Kørende materiel og gangveje', 'Vehicles and walkways'],
        ['Værnemidler: hvor, hvornår og hvordan', 'Protective equipment: where, when and how'],
      ],
    ),
    step(
      'buddy',
      'week-1',
      ['Oplæring ved de første maskiner', 'Training at the first machines'],
      [
        'Vis, gør det sammen, se på. En maskine ad gangen, og kun dem, der er på oplæringslisten.',
        'Show, do it together, watch. One machine at a time, and only those on the training list.',
      ],
      [
        ['Brugsanvisning og afskærmning', 'Instructions and guards'],
        ['Start, stop og fejl', 'Start, stop and faults'],
        ['Rengøring og låsning', 'Cleaning and locking out'],
      ],
    ),
    step(
      'hr',
      'week-1',
      ['Kontrollér certifikater', 'Check certificates'],
      [
        'Truck, kran, stillads, svejsning, vejen som arbejdsplads: gyldighed noteres, og kurser bestilles.',
        'Fork-lift, crane, scaffold, welding, roadworks: note validity and book courses.',
      ],
    ),
    step(
      'amo',
      'day-30',
      ['Kemi og tunge løft', 'Chemicals and heavy lifting'],
      [
        'Kemisk risikovurdering for de stoffer, der bruges, og løftegrejets brug.',
        'The chemical risk assessment of the substances in use, and how lifting gear is used.',
      ],
    ),
    step(
      'leader',
      'day-60',
      ['Udvid oplæringslisten', 'Extend the training list'],
      [
        'Aftal, hvilke maskiner eller opgaver der kommer nu, og hvem der lærer fra sig.',
        'Agree which machines or tasks come next, and who teaches them.',
      ],
    ),
    ...SETTLING,
  ],
};
