import type { Step } from '../programme.js';
import { step } from './written.js';

/** Before somebody comes: what is the same at every workplace. */
export const BEFORE: readonly Step[] = [
  step(
    'leader',
    'before-day-1',
    ['Ring og byd velkommen', 'Call and say welcome'],
    [
      'Fortæl, hvornår og hvor den nye møder, hvem der tager imod, og hvad den første uge består af.',
      'Say when and where to come, who will be there, and what the first week holds.',
    ],
  ),
  step(
    'leader',
    'before-day-1',
    ['Aftal en makker', 'Find a buddy'],
    [
      'En kollega fra samme enhed, som har tid i den første måned. Sig ja sammen, før den nye får navnet.',
      'A colleague of the same unit who has time in the first month. Agree before you give the name.',
    ],
  ),
  step(
    'hr',
    'before-day-1',
    ['Bestil adgange og nøgler', 'Order access and keys'],
    ['', ''],
    [
      [
        'Bruger og adgang til de systemer, arbejdet kræver',
        'User and access to the systems that the work needs',
      ],
      ['Nøgler, kort eller kode', 'Keys, card or code'],
      ['Telefon eller andet udstyr', 'Telephone or other equipment'],
    ],
  ),
];

/** From the first day to the fourteenth day: what is the same at every workplace. */
export const RECEPTION: readonly Step[] = [
  step(
    'leader',
    'day-1',
    ['Tag imod og vis rundt', 'Receive and show around'],
    ['', ''],
    [
      [
        'Kolleger, makker, tillids- og arbejdsmiljørepræsentant',
        'Colleagues, buddy, union and safety representatives',
      ],
      ['Pauserum, garderobe og mødetider', 'Break room, wardrobe and working hours'],
      ['Hvem man ringer til ved fravær eller forsinkelse', 'Whom to call when absent or late'],
    ],
  ),
  step(
    'employee',
    'day-1',
    ['Afprøv dine adgange', 'Try your access'],
    [
      'Log ind, prøv nøgler og kort. Sig det til din leder samme dag, hvis noget mangler.',
      'Log in, try keys and cards. Tell your leader the same day if something is missing.',
    ],
  ),
  step(
    'amo',
    'week-1',
    ['Instruktion i et sikkert arbejde', 'Instruction in working safely'],
    [
      'Arbejdsgiveren skal sørge for oplæring og instruktion, så arbejdet kan udføres fuldt forsvarligt (arbejdsmiljøloven § 17).',
      'The employer must see to training and instruction so that the work can be done safely (Working Environment Act § 17).',
    ],
    [
      ['Brand, flugtveje og førstehjælp', 'Fire, escape routes and first aid'],
      ['Arbejdspladsens risici og arbejdspladsvurderingen', 'Risks at the workplace and the risk assessment'],
      ['Sådan meldes nærved-hændelser og skader', 'How near misses and injuries are reported'],
    ],
  ),
  step(
    'leader',
    'week-1',
    ['Samtale efter den første uge', 'Talk after the first week'],
    [
      'En halv time om opgaverne, ikke om præstationer.',
      'Half an hour about the tasks, not about performance.',
    ],
    [
      ['Hvilke opgaver er klare, og hvilke er ikke?', 'Which tasks are clear, and which are not?'],
      ['Mangler der redskaber eller adgange?', 'Are tools or access missing?'],
      ['Hvad skal ske i de næste tre uger?', 'What is to happen in the next three weeks?'],
    ],
  ),
];

/** From day 30 on: what is the same at every workplace. */
export const SETTLING: readonly Step[] = [
  step(
    'leader',
    'day-30',
    ['Forventningssamtale', 'Talk about expectations'],
    [
      'Tal om rollen: hvad forventes, hvad bestemmer man selv, og hvem afgør tvivl.',
      'Talk about the role: what is expected, what one decides oneself, and who settles doubts.',
    ],
    [
      ['Hvad forventer vi af hinanden?', 'What do we expect of each other?'],
      ['Hvilken oplæring mangler?', 'Which training is missing?'],
      ['Hvordan går samarbejdet med makkeren?', 'How does it go with the buddy?'],
    ],
  ),
  step(
    'buddy',
    'day-30',
    ['Gennemgå månedens spørgsmål', 'Go through the month’s questions'],
    [
      'Saml op på det, der er spurgt om undervejs, og giv det videre, som andre nye også vil spørge om.',
      'Gather what was asked on the way, and pass on what other new colleagues will ask too.',
    ],
  ),
  step(
    'leader',
    'day-90',
    ['Samtale efter tre måneder', 'Talk after three months'],
    [
      'I god tid før en prøvetid udløber. Tal om opgaver, oplæring og samarbejde, og aftal det næste halve år.',
      'Well before a trial period ends. Talk about tasks, training and teamwork, and agree on the next half year.',
    ],
  ),
  step(
    'employee',
    'day-90',
    ['Giv råd til introduktionen', 'Advise on the introduction'],
    [
      'Du ser endnu stedet med nye øjne: hvad skulle du have vidst på dag 1?',
      'You still see the place with fresh eyes: what should you have known on day 1?',
    ],
  ),
  step(
    'leader',
    'day-180',
    ['Slut introduktionen', 'Close the introduction'],
    [
      'Tak makkeren, og aftal kompetenceudvikling sammen med den øvrige gruppe.',
      'Thank the buddy, and agree on further training along with the rest of the group.',
    ],
  ),
];
