export const disclosure = {
  title: 'Hvornår tal må vises',
  intro:
    'Fraværstal: til styregruppe, betaler, investor, observatører og medarbejderrepræsentant; HR og ledere ser deres egne medarbejdere. Svar på målinger: for alle læsere. Tallene kan gøres strengere, aldrig lempes.',
  what: 'Krav til et tal',
  here: 'Hos jer',
  policy: 'Mindst',
  change: 'Gør strengere',
  save: 'Gem',
  bound: 'Mindst {{value}}.',
  bound_largestShare: 'Højst {{value}}.',
  limits: {
    persons: 'Personer i gruppen bag et fraværstal',
    absentPersons: 'Personer med fravær blandt dem',
    largestShare: 'Størst andel af dagene hos én person',
    count: 'Mindste antal, der skrives som tal',
    shareBase: 'Mindste antal bag en andel',
    answers: 'Svar bag et tal fra en trivselsmåling',
    offensive: 'Svar bag tal om krænkende adfærd',
    comments: 'Svar i en gruppe, før kommentarer vises',
  },
};
