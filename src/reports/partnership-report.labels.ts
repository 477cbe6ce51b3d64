import type { Sector } from '../organisations/index.js';

/** Every word of the report that is not a name or a figure. `{…}` stands for what is filled in. */
export interface PartnershipReportLabels {
  readonly kicker: string;
  readonly trendHeading: string;
  readonly trendNote: string;
  readonly workplacesHeading: string;
  readonly absenceHeading: string;
  readonly absenceNote: string;
  readonly comparisonHeading: string;
  readonly comparisonNote: string;
  readonly activityHeading: string;
  readonly activityNote: string;
  readonly definitionsHeading: string;

  readonly workplace: string;
  readonly allWorkplaces: string;
  readonly comparedBySector: Readonly<Record<Sector, string>>;
  readonly absenceRate: string;
  readonly rateUnit: string;
  readonly daysPerFte: string;
  readonly spellsPerPersonYear: string;
  readonly spellsEnded: string;
  readonly spellsBegun: string;
  readonly daysByLength: string;
  readonly short: string;
  readonly middle: string;
  readonly long: string;
  readonly change: string;
  readonly signals: string;
  readonly signalsRaised: string;
  readonly signalsDue: string;
  readonly learnedLate: string;
  readonly contact: string;
  readonly contactedInTime: string;
  readonly inTime: string;
  readonly inTimeShare: string;
  readonly contactAttempted: string;
  readonly recordedLate: string;
  readonly cases: string;
  readonly casesOpened: string;
  readonly casesClosed: string;
  readonly ofUnits: string;
  readonly unitCasesOpened: string;
  readonly workplaceVisits: string;
  readonly referrals: string;
  readonly referralsAsked: string;
  readonly referralsHeld: string;
  readonly referralWaiting: string;

  readonly month: string;
  readonly status: string;
  readonly isProvisional: string;
  readonly thisPeriod: string;
  readonly yearEarlier: string;
  readonly changeAgainst: string;
  readonly pointsAgainst: string;
  readonly noComparison: string;
  readonly ofSignals: string;
  readonly noFigure: string;

  readonly comparedWith: string;
  readonly basis: string;
  readonly provisional: string;
  readonly knownUntil: string;
  readonly knownUntilNoDay: string;
  readonly calendarImputed: string;
  readonly belowFive: string;
  readonly protected: string;
  readonly definitions: readonly { readonly term: string; readonly text: string }[];
}

const DANISH: PartnershipReportLabels = {
  kicker: 'Rapport til styregruppen',
  trendHeading: 'Fraværet måned for måned',
  trendNote: 'Fravær i procent af den mulige arbejdstid, alle partnerskabets arbejdspladser under ét.',
  workplacesHeading: 'Arbejdspladserne ved siden af hinanden',
  absenceHeading: 'Fravær på arbejdspladserne',
  absenceNote:
    'Ændringen er regnet i procentpoint og i dage fra de samme måneder året før. Et fald er skrevet med minus.',
  comparisonHeading: 'Til sammenligning',
  comparisonNote:
    'Arbejdspladser uden for partnerskabet, hver sektor under ét. Forskellen er ikke i sig selv en virkning.',
  activityHeading: 'Opmærksomhed og hjælp',
  activityNote: 'Tallene viser, hvad der er gjort. De siger ikke i sig selv noget om virkningen.',
  definitionsHeading: 'Sådan er tallene gjort op',

  workplace: 'Arbejdsplads',
  allWorkplaces: 'Partnerskabet i alt',
  comparedBySector: {
    municipal: 'Andre kommunale arbejdspladser',
    regional: 'Andre regionale arbejdspladser',
    private: 'Andre private arbejdspladser',
  },
  absenceRate: 'Fravær',
  rateUnit: 'procent',
  daysPerFte: 'Dage pr. årsværk',
  spellsPerPersonYear: 'Perioder pr. personår',
  spellsEnded: 'afsluttet',
  spellsBegun: 'begyndt',
  daysByLength: 'Dage efter periodelængde',
  short: '1–14',
  middle: '15–30',
  long: 'over 30',
  change: 'ændring',
  signals: 'Signaler',
  signalsRaised: 'rejst',
  signalsDue: 'til kontakt',
  learnedLate: 'kendt for sent',
  contact: 'Kontakt',
  contactedInTime: 'Kontaktet i tide',
  inTime: 'i tide',
  inTimeShare: 'andel i tide',
  contactAttempted: 'kun forsøgt',
  recordedLate: 'skrevet for sent',
  cases: 'Sager om medarbejdere',
  casesOpened: 'åbnet',
  casesClosed: 'afsluttet',
  ofUnits: 'Enheder',
  unitCasesOpened: 'sager åbnet',
  workplaceVisits: 'besøg',
  referrals: 'Henvisninger',
  referralsAsked: 'bestilt',
  referralsHeld: 'afholdt',
  referralWaiting: 'ventedage',

  month: 'Måned',
  status: 'Status',
  isProvisional: 'foreløbig',
  thisPeriod: 'Denne periode',
  yearEarlier: 'Samme måneder året før',
  changeAgainst: '{change} mod året før',
  pointsAgainst: '{change} point mod året før',
  noComparison: 'intet tal fra året før',
  ofSignals: 'af {count} signaler',
  noFigure: 'ingen',

  comparedWith: 'Perioden er sammenlignet med {comparison}.',
  basis: 'Beregningsgrundlag: {basis}',
  provisional:
    'Tallene for {months} er foreløbige: Noget fravær registreres først senere. De er vist med åbne mærker.',
  knownUntil: 'Fraværet er kendt til og med {day}. Rapporten er dannet {created}.',
  knownUntilNoDay:
    'En kilde har endnu ikke meldt, til hvilken dag fraværet er kendt. Rapporten er dannet {created}.',
  calendarImputed:
    'arbejdsdage efter kalenderen gange den aftalte ugentlige arbejdstid; vagtplaner indgår ikke.',
  belowFive:
    '<5 betyder en til fire. Så små antal vises ikke, fordi de kan føre tilbage til enkelte personer.',
  protected:
    '– betyder, at tallet ikke vises: Gruppen har under 10 ansatte, færre end 5 har haft fravær, én person står for over ' +
    'halvdelen, eller tallet ville røbe et andet, der er skjult.',
  definitions: [
    {
      term: 'Fravær i procent',
      text:
        'Fraværsdage på grund af egen sygdom, også delvis sygdom, aftaler efter § 56 og graviditetsgener, delt med de ' +
        'dage, der kunne arbejdes. Arbejdsskader, børns sygdom og orlov er ikke med.',
    },
    {
      term: 'Dage pr. årsværk',
      text: 'Fravær omregnet til hele arbejdsdage på 7,4 timer, delt med antallet af fuldtidsstillinger i perioden.',
    },
    {
      term: 'Perioder pr. personår',
      text:
        'Sygeperioder, der er afsluttet i perioden, pr. ansat pr. år. Antallet, der er begyndt, står ved siden af. ' +
        'Perioder, der følger lige efter hinanden, regnes som én.',
    },
    {
      term: 'Periodens længde',
      text: 'Fraværsdagene fordelt på sygeperioder af 1–14, 15–30 og over 30 kalenderdages varighed.',
    },
    {
      term: 'Signal til kontakt',
      text:
        'En anledning til en omsorgsfuld samtale, fx tre sygeperioder på et halvt år eller 15 sygedage på et år. ' +
        'Et signal er ikke en mistanke og ikke en vurdering af den enkelte.',
    },
    {
      term: 'Kontaktet i tide',
      text:
        'Medarbejderen eller lederen er nået senest på fristen, og det er skrevet ned inden for tre arbejdsdage. ' +
        'For kontaktdage er fristen dagen selv eller næste arbejdsdag, ellers syv dage. ' +
        'Kendt for sent er det, der først blev registreret efter fristen: Det tæller ikke med i andelen.',
    },
    {
      term: 'Sager',
      text: 'Forløb, som en fastholdelseskonsulent har åbnet og afsluttet om en person eller en enhed.',
    },
    {
      term: 'Henvisninger',
      text:
        'Tider bestilt hos en specialist, og hvor mange der er afholdt. Ventedage er dage fra bestilt til afholdt, ' +
        'i gennemsnit af dem, der er afholdt; vises fra ti. Hvad henvisningen handler om, registreres ikke.',
    },
  ],
};

const ENGLISH: PartnershipReportLabels = {
  kicker: 'Report to the steering group',
  trendHeading: 'Absence month by month',
  trendNote: 'Absence as a percentage of possible working time, all workplaces of the partnership together.',
  workplacesHeading: 'The workplaces side by side',
  absenceHeading: 'Absence at the workplaces',
  absenceNote:
    'Change is counted in percentage points and in days from the same months a year earlier. A fall has a minus.',
  comparisonHeading: 'For comparison',
  comparisonNote:
    'Workplaces outside the partnership, each sector together. A difference is no effect by itself.',
  activityHeading: 'Attention and help',
  activityNote: 'These figures show what has been done. They say nothing by themselves about its effect.',
  definitionsHeading: 'How the figures are made',

  workplace: 'Workplace',
  allWorkplaces: 'The whole partnership',
  comparedBySector: {
    municipal: 'Other municipal workplaces',
    regional: 'Other regional workplaces',
    private: 'Other private workplaces',
  },
  absenceRate: 'Absence',
  rateUnit: 'rate',
  daysPerFte: 'Days per FTE',
  spellsPerPersonYear: 'Spells per person-year',
  spellsEnded: 'ended',
  spellsBegun: 'begun',
  daysByLength: 'Days by length of spell',
  short: '1–14',
  middle: '15–30',
  long: 'over 30',
  change: 'change',
  signals: 'Signals',
  signalsRaised: 'raised',
  signalsDue: 'to act on',
  learnedLate: 'learned late',
  contact: 'Contact',
  contactedInTime: 'Contacted in time',
  inTime: 'in time',
  inTimeShare: 'share in time',
  contactAttempted: 'only tried',
  recordedLate: 'recorded late',
  cases: 'Cases about employees',
  casesOpened: 'opened',
  casesClosed: 'closed',
  ofUnits: 'Units',
  unitCasesOpened: 'cases opened',
  workplaceVisits: 'visits',
  referrals: 'Referrals',
  referralsAsked: 'asked for',
  referralsHeld: 'held',
  referralWaiting: 'days waited',

  month: 'Month',
  status: 'Status',
  isProvisional: 'provisional',
  thisPeriod: 'This period',
  yearEarlier: 'Same months a year earlier',
  changeAgainst: '{change} year on year',
  pointsAgainst: '{change} points year on year',
  noComparison: 'no figure a year earlier',
  ofSignals: 'of {count} signals',
  noFigure: 'none',

  comparedWith: 'The period is compared with {comparison}.',
  basis: 'Calculated on: {basis}',
  provisional:
    'Figures for {months} are provisional: some absence is registered later. They are shown with open marks.',
  knownUntil: 'Absence is known up to and including {day}. The report was made on {created}.',
  knownUntilNoDay: 'A source has not yet told until when absence is known. The report was made on {created}.',
  calendarImputed: 'working days of the calendar times agreed weekly hours; rosters play no part.',
  belowFive:
    '<5 means one to four. Counts that small are not shown, as they may lead back to single persons.',
  protected:
    '– means that the figure is not shown: the group has fewer than 10 employees, fewer than 5 have been absent, one ' +
    'person accounts for more than half, or the figure would give away another that is hidden.',
  definitions: [
    {
      term: 'Absence in per cent',
      text:
        'Days of absence by own sickness, partial sickness, agreements under § 56 and sickness in pregnancy included, ' +
        'divided by the days that could be worked. Work injuries, children’s sickness and leave are left out.',
    },
    {
      term: 'Days per FTE',
      text: 'Absence turned into whole working days of 7.4 hours, divided by the full-time posts of the period.',
    },
    {
      term: 'Spells per person-year',
      text:
        'Spells of sickness that ended in the period, per employee per year. Those that began stand beside them. ' +
        'Spells that follow one another directly count as one.',
    },
    {
      term: 'Length of spell',
      text: 'Days of absence by whether their spell lasted 1–14, 15–30 or more than 30 calendar days.',
    },
    {
      term: 'Signal to act on',
      text:
        'A reason for a caring conversation, such as three spells in half a year or 15 days of sickness in a year. ' +
        'A signal is no suspicion and no judgement of a person.',
    },
    {
      term: 'Contacted in time',
      text:
        'The employee or the manager was reached by the due day, and it was recorded within three working days. ' +
        'For contact days that is the day itself or the next working day, otherwise seven days. ' +
        'Learned late is what was registered only after the due day: it is left out of the share.',
    },
    {
      term: 'Cases',
      text: 'Courses of help that a retention consultant opened and closed about a person or a unit.',
    },
    {
      term: 'Referrals',
      text:
        'Appointments asked for with a specialist, and how many were held. Days waited are those from asked to held, ' +
        'on average of those held; shown from ten on. What a referral is about is not recorded.',
    },
  ],
};

/** The words of the report in a language. */
export const partnershipReportLabels = (language: 'da' | 'en'): PartnershipReportLabels =>
  language === 'da' ? DANISH : ENGLISH;
