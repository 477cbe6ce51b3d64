/** How the figures are counted, in plain words beside them; a language may be added, none left out. */
export const BASIS = {
  da: {
    absence:
      'Fravær er egen sygdom (Danmarks Statistiks årsag 1100): også delvis sygdom, § 56 og graviditetsbetinget sygdom. Arbejdsskade (1300) står for sig.',
    days: 'Dage er dagsværk à 7,4 timer. Uden vagtplaner er de kalenderberegnet: danske arbejdsdage × ugentlige timer / 5 × fraværsgrad.',
    rate: 'Fraværsprocent er fraværsdagsværk i forhold til mulige dagsværk, fraværet medregnet.',
    spells:
      'Fraværsperioder er afsluttede perioder pr. helårsansat; rækker, der støder op til hinanden, er én periode.',
    provisional: 'De seneste måneder er foreløbige: sygemeldinger bliver ved med at komme ind.',
  },
  en: {
    absence:
      "Absence is the employee's own sickness (cause 1100 of Statistics Denmark): partial sickness, section 56 and pregnancy-related sickness too. Work injury (1300) stands apart.",
    days: 'Days are full-time days of 7.4 hours. Without rosters they are calendar-imputed: Danish working days × weekly hours / 5 × degree of absence.',
    rate: 'The absence rate is days of absence over possible days, absence included.',
    spells: 'Spells are those that ended, per full-year employee; rows that touch are one spell.',
    provisional: 'The latest months are provisional: reports of sickness still come in.',
  },
} as const;

export const basisIn = (language: keyof typeof BASIS): string => Object.values(BASIS[language]).join(' ');
