export const scim = {
  title: 'Brugere og grupper fra jeres katalog (SCIM)',
  intro:
    'Kataloget opretter og lukker brugere af sig selv. Hvilken rolle en gruppe giver, bestemmes her og aldrig i kataloget.',
  address: 'Adresse til kataloget',
  token: 'Nøgle',
  tokenHint: 'Udsted en nøgle til administratorrollen, kun med rettigheden for brugerkataloget',
  received_one: 'Kataloget har sendt {{count}} gruppe.',
  received_other: 'Kataloget har sendt {{count}} grupper.',
  idle: 'Uden rolle: {{groups}}.',
  noGroups: 'Kataloget har endnu ikke sendt nogen grupper. Regler kan skrives på forhånd.',
  group: 'Gruppe (navn eller id)',
  role: 'Rolle',
  add: 'Tilføj regel',
  remove: 'Fjern',
  save: 'Gem regler',
  none: 'Ingen regler endnu',
  noneHint: 'Uden regler giver kataloget ingen roller.',
};
