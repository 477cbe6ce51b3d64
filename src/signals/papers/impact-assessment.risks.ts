/** Risk, level without measures, measure, level that is left: what stands in the product, named as it is there. */
export const RISKS: readonly (readonly [string, string, string, string])[] = [
  [
    'Uvedkommende ser, hvem der er syg',
    'Høj',
    'Én hat ad gangen; rækkevidde efter enhed, leder og mandat; rækkesikkerhed i databasen; hver læsning registreres',
    'Lav',
  ],
  [
    'Angreb på leverandøren giver adgang til mange arbejdsgiveres oplysninger',
    'Høj',
    'Noter, CPR og rå filer krypteres med en nøgle for hver arbejdsgiver, som ligger uden for databasen; databasens rolle kan ikke omgå rækkesikkerheden',
    'Middel',
  ],
  [
    'Signalet bruges til kontrol, løn eller afskedigelse',
    'Høj',
    'Åbne regler; ingen score; formål ved hver læsning; medarbejderens egen side; drøftelse med medarbejdernes repræsentanter før ibrugtagning',
    'Middel',
  ],
  [
    'En enkelt kan regnes ud af tal om en gruppe',
    'Middel',
    'Mindst 10 personer, mindst 5 med fravær, ingen over halvdelen; skjulte tal kan ikke findes ved at trække fra; hver udgivelse sammenlignes med de tidligere',
    'Lav',
  ],
  [
    'Helbredsoplysninger skrives i fritekst',
    'Middel',
    'Intet felt til diagnose; advarsel ved fritekst; noter er krypteret og slettes efter en frist',
    'Lav',
  ],
  [
    'Forkert eller gammelt fravær giver et forkert signal',
    'Middel',
    'Fravær vises med »kendt til og med«; rettelser trækker signalet tilbage; historikken bevares; medarbejderen kan bede om rettelse',
    'Lav',
  ],
  [
    'Oplysninger gemmes for længe',
    'Middel',
    'Frist for hver slags oplysninger; sletning hver nat; nøglen destrueres ved ophør, så heller ikke gamle kopier kan læses',
    'Lav',
  ],
  [
    'Sammenblanding af arbejdsgiver og ydelsesmyndighed i en kommune',
    'Høj',
    'To adskilte parter uden vej imellem; samme konto kan ikke have begge hatte',
    'Lav',
  ],
];

export const CONTROLS: readonly string[] = [
  'Adgangskoder gemmes som hash; to faktorer kan kræves; sessioner kan lukkes.',
  'Ingen personoplysninger i adresser, logfiler, mails eller baggrundsjob: kun numre.',
  'Siderne henter intet fra fremmede servere; svar med personoplysninger gemmes ikke i browseren.',
  'Sikkerhedskopier kan prøves indlæst; nøgler ligger et andet sted end data.',
];
