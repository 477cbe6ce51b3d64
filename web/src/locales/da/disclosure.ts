export const disclosure = {
  title: 'Hvornår tal må vises',
  intro:
    'Gælder tal til styregruppe, betaler, investor, observatører og medarbejderrepræsentant. HR og ledere ser deres egne medarbejdere. Tallene kan gøres strengere, aldrig lempes.',
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
  },
};
