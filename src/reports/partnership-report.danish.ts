import type { PartnershipReportLabels } from './partnership-report.labels.js';

export const DANISH: PartnershipReportLabels = {
  kicker: 'Rapport til styregruppen',
  trendHeading: 'Fraværet måned for måned',
  trendNote:
    'Fravær i procent af den mulige arbejdstid, alle partnerskabets arbejdspladser under ét. Hvor linjen er brudt, er måneden skjult.',
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
