import type { Language } from '../domain/actor.js';

/** Why entries say that something was done, in Danish; English is what the code writes. */
const DANISH: Readonly<Record<string, string>> = {
  'support of citizens on the employment track': 'Støtte til borgere i beskæftigelsessporet',
  'bring in citizens’ weeks': 'Indlæsning af borgeres uger',
  'administration of the employment track': 'Administration af beskæftigelsessporet',
  'read the figures of the tracks': 'Opgørelse af sporenes tal',
  'competence of the learning track': 'Kompetencer i læringssporet',
  'follow up a survey': 'Opfølgning på en måling',
  'assess the workplace': 'Arbejdspladsvurdering',
  'care of employees on sick leave': 'Omsorg for sygemeldte medarbejdere',
  'retention of employees on sick leave': 'Fastholdelse af sygemeldte medarbejdere',
  'invitation to a § 7 a talk': 'Invitation til samtale efter § 7 a',
  'bring in payroll data': 'Indlæsning af løndata',
  'mend rows that could not be taken': 'Rettelse af rækker, der ikke kunne indlæses',
  'keep the organisation true': 'Vedligeholdelse af organisationen',
  'prepare early signals': 'Forberedelse af tidlige signaler',
  'contract lab of a partnership': 'Kontraktlab i et partnerskab',
  'report to a partnership': 'Rapport til et partnerskab',
  'baseline of a contract': 'Udgangspunkt for en partnerskabskontrakt',
  'look at signals': 'Beregning af signaler',
  'operator command': 'Drift',
  'control of access': 'Kontrol af adgang',
  'sign-in': 'Log ind',
  'information of the employees’ representatives': 'Orientering af medarbejdernes repræsentanter',
  'output policy': 'Regler for, hvilke tal der vises',
  'surveys of wellbeing': 'Trivselsmålinger',
  'invitations to a survey on paper': 'Invitationer til en måling på papir',
  'end of the contract': 'Kontraktens ophør',
  'legal hold': 'Stop for sletning',
  'user administration': 'Administration af brugere',
  'contact with employees on sick leave': 'Kontakt med sygemeldte medarbejdere',
  'records of a public authority': 'Journalføring',
  'storage limitation, GDPR article 5(1)(e)': 'Begrænset opbevaring (GDPR art. 5, stk. 1, litra e)',
  'lawful processing of CPR numbers': 'Lovlig behandling af CPR-numre',
  'the employee’s own page': 'Medarbejderens egen side',
  'introduction of new employees': 'Introduktion af nye medarbejdere',
  'an introduction’s own link': 'Link til en introduktion',
  'follow employments with introductions': 'Introduktioner følger ansættelserne',
  'requests of employees': 'Behandling af medarbejderes anmodninger',
  'decide what employees are asked': 'Valg af, hvad medarbejdere spørges om',
  'record a right to use a questionnaire': 'Notering af ret til et spørgeskema',
};

/** A purpose in words; one that has no translation stands as it was written. */
export const purposeIn = (language: Language, purpose: string): string =>
  language === 'da' ? (DANISH[purpose] ?? purpose) : purpose;
