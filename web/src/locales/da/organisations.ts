export const organisations = {
  title: 'Enheder',
  intro: 'Som de er i dag. Tal for tidligere måneder følger enhederne, som de så ud dengang.',
  tree: 'Organisation',
  none: 'Ingen enheder endnu',
  noneHint: 'Enhederne kommer med den første medarbejderfil.',
  kinds: { workplace: 'Arbejdsplads', department: 'Afdeling', team: 'Team' },
  children: 'Underliggende enheder',
  history: { title: 'Enhedens historie', name: 'Navn', kind: 'Type', period: 'Periode' },
  people: 'Medarbejdere i dag',
};
