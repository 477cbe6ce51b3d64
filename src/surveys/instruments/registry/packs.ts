import type { Wording } from '../domain/instrument.js';
import { say } from './parts.js';

export const PACK_KINDS = ['pulse', 'once', 'apv', 'newcomers'] as const;
export type PackKind = (typeof PACK_KINDS)[number];

/** A round as it is usually held: what is asked, how often, how long it takes. */
export interface Pack {
  readonly id: string;
  readonly kind: PackKind;
  readonly instrumentId: string;
  readonly name: Wording;
  readonly about: Wording;
  /** Of a pulse. */
  readonly everyWeeks: number | null;
  readonly openDays: number;
}

export const PACKS: readonly Pack[] = [
  {
    id: 'pulse',
    kind: 'pulse',
    instrumentId: 'naervaer.pulse',
    name: say('Puls', 'Pulse'),
    about: say('Otte spørgsmål hvert kvartal.', 'Eight questions every quarter.'),
    everyWeeks: 13,
    openDays: 14,
  },
  {
    id: 'wellbeing',
    kind: 'once',
    instrumentId: 'naervaer.wellbeing',
    name: say('Trivselsmåling', 'Well-being survey'),
    about: say(
      'Seks emner med tre spørgsmål hver og to om sygdom. Mindst hvert tredje år hos kommuner og regioner, gerne sammen med APV.',
      'Six subjects of three questions each, and two on illness. At least every third year with municipalities and regions, and it may go with the APV.',
    ),
    everyWeeks: null,
    openDays: 21,
  },
  {
    id: 'apv',
    kind: 'apv',
    instrumentId: 'naervaer.apv',
    name: say('APV', 'APV'),
    about: say(
      'De fem temaer og sygefravær. Mindst hvert tredje år, og når arbejdet ændrer sig væsentligt.',
      'The five themes and sickness absence. At least every third year, and when the work changes much.',
    ),
    everyWeeks: null,
    openDays: 21,
  },
  {
    id: 'newcomers',
    kind: 'newcomers',
    instrumentId: 'naervaer.newcomers',
    name: say('Nye medarbejdere', 'New employees'),
    about: say(
      'Anonyme spørgsmål til nye medarbejdere samlet; åbner, når der er nok nye.',
      'Anonymous questions to new employees together; opens when there are enough of them.',
    ),
    everyWeeks: null,
    openDays: 21,
  },
  {
    id: 'learning',
    kind: 'once',
    instrumentId: 'naervaer.learning',
    name: say('Læringssporet', 'Learning track'),
    about: say(
      'Ét anonymt spørgsmål om året: om medarbejderne er blevet bedre klædt på.',
      'One anonymous question a year: whether employees have become better equipped.',
    ),
    everyWeeks: null,
    openDays: 21,
  },
];
