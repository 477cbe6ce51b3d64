/** Kinds of work: what people are called, how many hours they work, how often they are ill against the average. */
export interface Trade {
  readonly teamNoun: string;
  readonly leaderTitle: string;
  readonly headTitle: string;
  readonly titles: readonly (readonly [string, number])[];
  readonly weeklyHours: readonly (readonly [number, number])[];
  /** Spells against the sector's average. */
  readonly relativeRate: number;
  /** Share of women. */
  readonly women: number;
}

/** Hours lie between 0.6 and 1 of full time (37 hours). */
const MOSTLY_PART_TIME = [
  [37, 25],
  [34, 15],
  [32, 30],
  [30, 12],
  [28, 13],
  [22.5, 5],
] as const;
const MIXED_HOURS = [
  [37, 50],
  [35, 15],
  [32.5, 15],
  [30, 15],
  [25, 5],
] as const;
const MOSTLY_FULL_TIME = [
  [37, 85],
  [32, 8],
  [30, 5],
  [25, 2],
] as const;

/**
 * Relative rates: days per full-time equivalent of the occupation over those of all municipal staff in 2017
 * (Benchmarkenheden: all 11.6, SOSU 15.7, pedagogical 13.1, teachers 10.7; HK 8.8 in 2018), pulled towards 1 where
 * the workplace mixes occupations. Outdoor work and the private firm's are chosen.
 */
export const TRADES = {
  'care-home': {
    teamNoun: 'Afdeling',
    leaderTitle: 'Afdelingsleder',
    headTitle: 'Centerleder',
    titles: [
      ['Social- og sundhedshjælper', 45],
      ['Social- og sundhedsassistent', 38],
      ['Sygeplejerske', 10],
      ['Ernæringsassistent', 7],
    ],
    weeklyHours: MOSTLY_PART_TIME,
    relativeRate: 1.25,
    women: 0.9,
  },
  'home-care': {
    teamNoun: 'Gruppe',
    leaderTitle: 'Gruppeleder',
    headTitle: 'Områdeleder',
    titles: [
      ['Social- og sundhedshjælper', 55],
      ['Social- og sundhedsassistent', 35],
      ['Sygeplejerske', 10],
    ],
    weeklyHours: MOSTLY_PART_TIME,
    relativeRate: 1.3,
    women: 0.9,
  },
  'day-care': {
    teamNoun: 'Stue',
    leaderTitle: 'Pædagogisk leder',
    headTitle: 'Institutionsleder',
    titles: [
      ['Pædagog', 60],
      ['Pædagogmedhjælper', 30],
      ['Pædagogisk assistent', 10],
    ],
    weeklyHours: MIXED_HOURS,
    relativeRate: 1.13,
    women: 0.82,
  },
  school: {
    teamNoun: 'Årgangsteam',
    leaderTitle: 'Pædagogisk afdelingsleder',
    headTitle: 'Skoleleder',
    titles: [
      ['Lærer', 70],
      ['Børnehaveklasseleder', 6],
      ['Pædagog', 20],
      ['Teknisk servicemedarbejder', 4],
    ],
    weeklyHours: MOSTLY_FULL_TIME,
    relativeRate: 0.92,
    women: 0.68,
  },
  'town-hall': {
    teamNoun: 'Kontor',
    leaderTitle: 'Kontorleder',
    headTitle: 'Forvaltningschef',
    titles: [
      ['Administrativ medarbejder', 45],
      ['Socialrådgiver', 30],
      ['AC-fuldmægtig', 25],
    ],
    weeklyHours: MOSTLY_FULL_TIME,
    relativeRate: 0.76,
    women: 0.72,
  },
  outdoors: {
    teamNoun: 'Hold',
    leaderTitle: 'Driftsleder',
    headTitle: 'Driftschef',
    titles: [
      ['Specialarbejder', 65],
      ['Gartner', 25],
      ['Mekaniker', 10],
    ],
    weeklyHours: MOSTLY_FULL_TIME,
    relativeRate: 1,
    women: 0.15,
  },
  production: {
    teamNoun: 'Linje',
    leaderTitle: 'Produktionsleder',
    headTitle: 'Fabrikschef',
    titles: [
      ['Montør', 50],
      ['Industritekniker', 30],
      ['Industrioperatør', 20],
    ],
    weeklyHours: MOSTLY_FULL_TIME,
    relativeRate: 1.12,
    women: 0.3,
  },
  warehouse: {
    teamNoun: 'Hold',
    leaderTitle: 'Lagerleder',
    headTitle: 'Logistikchef',
    titles: [
      ['Lagermedarbejder', 60],
      ['Indkøber', 20],
      ['Logistikassistent', 20],
    ],
    weeklyHours: MOSTLY_FULL_TIME,
    relativeRate: 0.82,
    women: 0.35,
  },
} as const satisfies Record<string, Trade>;

export type TradeName = keyof typeof TRADES;
