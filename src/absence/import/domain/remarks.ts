/** Why a row was not taken. */
export const REJECTION_CODES = [
  'row-broken',
  'missing-field',
  'unknown-person',
  'unknown-code',
  'date-unreadable',
  'year-absurd',
  'reversed-dates',
  'number-unreadable',
  'hours-as-days',
  'hours-absurd',
  'unit-unreadable',
  'outside-employment',
  'duplicate-row',
  'overlap',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** What is worth knowing of a row that was taken, or deliberately not applied. */
export const WARNING_CODES = [
  'after-employment',
  'corrected-by-hand',
  'newer-recorded',
  'degree-assumed',
  'hours-assumed',
  'unknown-manager',
  'changed-since',
  'cpr-unreadable',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

export type RemarkCode = RejectionCode | WarningCode;
type Language = 'da' | 'en';

const MESSAGES: Readonly<Record<RemarkCode, Readonly<Record<Language, string>>>> = {
  'row-broken': {
    da: 'Linjen er ikke hel: et citationstegn mangler, eller der er for få eller for mange felter.',
    en: 'The line is not whole: a quotation mark is missing, or there are too few or too many cells.',
  },
  'missing-field': {
    da: 'Et felt, der skal være udfyldt, er tomt.',
    en: 'A cell that must be filled is empty.',
  },
  'unknown-person': {
    da: 'Ingen medarbejder har dette nummer. Er medarbejderlisten indlæst?',
    en: 'No employee has this number. Has the roster been imported?',
  },
  'unknown-code': {
    da: 'Fraværskoden er ukendt. Tilføj den i kolonneopsætningen.',
    en: 'The absence code is unknown. Add it to the mapping.',
  },
  'date-unreadable': { da: 'Datoen kan ikke læses.', en: 'The date cannot be read.' },
  'year-absurd': { da: 'Årstallet kan ikke være rigtigt.', en: 'The year cannot be right.' },
  'reversed-dates': { da: 'Til ligger før fra.', en: 'The last day is before the first.' },
  'number-unreadable': { da: 'Tallet kan ikke læses.', en: 'The number cannot be read.' },
  'hours-as-days': {
    da: 'Der står et antal timer, hvor der skulle stå dage, en dato eller en procent.',
    en: 'This is a number of hours where days, a date or a percentage belong.',
  },
  'hours-absurd': {
    da: 'Det ugentlige timetal er over 60.',
    en: 'The weekly hours are above 60.',
  },
  'unit-unreadable': {
    da: 'Enhedens sti har et tomt led eller mere end otte led.',
    en: 'The path of the unit has an empty part, or more than eight.',
  },
  'outside-employment': {
    da: 'Medarbejderen er ikke ansat på den første dag.',
    en: 'The employee is not employed on the first day.',
  },
  'duplicate-row': { da: 'Linjen står to gange i filen.', en: 'The line stands twice in the file.' },
  overlap: {
    da: 'Perioden overlapper en anden periode for samme ansættelse.',
    en: 'The days overlap with others of the same employment.',
  },
  'after-employment': {
    da: 'Fraværet rækker ud over ansættelsens ophør og tælles kun til sidste ansatte dag.',
    en: 'The absence runs past the end of the employment and counts up to the last employed day.',
  },
  'corrected-by-hand': {
    da: 'Perioden er rettet i hånden og er ikke ændret af filen.',
    en: 'This spell was corrected by hand and the file did not change it.',
  },
  'newer-recorded': {
    da: 'Nyere data siger noget andet om perioden; filen har ikke ændret den.',
    en: 'Newer data say otherwise about this spell; the file did not change it.',
  },
  'degree-assumed': {
    da: 'Delvist fravær uden grad: regnet som 50 %.',
    en: 'Partial absence without a degree: taken as 50%.',
  },
  'hours-assumed': { da: 'Uden ugentlige timer: regnet som 37.', en: 'Without weekly hours: taken as 37.' },
  'unknown-manager': {
    da: 'Lederen findes ikke blandt medarbejderne; feltet er tomt indtil da.',
    en: 'The manager is not among the employees; left empty until then.',
  },
  'cpr-unreadable': {
    da: 'CPR-nummeret har ikke den rette form eller en dato, der ikke findes; det er ikke gemt.',
    en: 'The CPR number is not of the right form, or of a day that does not exist; it was not kept.',
  },
  'changed-since': {
    da: 'Er ændret siden indlæsningen og er derfor ikke fortrudt.',
    en: 'Has been changed since the import and was therefore not undone.',
  },
};

const isRemark = (code: string): code is RemarkCode => Object.hasOwn(MESSAGES, code);

/** The message of a remark in plain words. Names no person and repeats nothing from the file. */
export const remarkMessage = (code: string, language: Language): string =>
  isRemark(code) ? MESSAGES[code][language] : code;
