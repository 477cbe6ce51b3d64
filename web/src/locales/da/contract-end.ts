export const contractEnd = {
  title: 'Kontraktens ophør',
  open: 'Kontraktens ophør',
  intro: 'To personer beslutter det, alt udleveres, og derefter slettes alt, med en underskrevet erklæring.',
  decision: {
    title: '1. Beslut',
    none: 'Der er ikke truffet beslutning om at ophøre.',
    endsOn: 'Sidste dag',
    endsOnHint: 'Vælg dagen for at gå videre. Fra dagen efter kan driften slette alt.',
    ask: 'Bed om ophør',
    askTitle: 'Ophør den {{day}}?',
    askHint:
      'Intet slettes nu. En anden administrator eller HR skal bekræfte, og indtil da kan det tages tilbage.',
    state: 'Tilstand',
    waits: 'Venter på bekræftelse',
    decided: 'Besluttet',
    askedBy: 'Bedt om af',
    confirmedBy: 'Bekræftet af',
    another: 'En anden end den, der har bedt om det, skal bekræfte.',
    confirm: 'Bekræft ophør',
    confirmTitle: 'Bekræft, at alt skal slettes?',
    confirmHint:
      'Efter den sidste dag kan driften slette alt om arbejdsgiveren og dens medarbejdere. Det kan ikke fortrydes, når det er sket.',
    takeBack: 'Tag tilbage',
  },
  handOver: {
    title: '2. Få alt udleveret',
    first: 'Alt kan hentes, når to personer har besluttet ophøret.',
    byHr: 'HR kan hente alt. En administrator læser ikke medarbejderes oplysninger og heller ikke alle på én gang.',
    hint: 'Hver tabel som CSV og de lønfiler, der stadig er gemt, i en ZIP. Noter og numre er åbnet: den, der har filen, kan læse alt. Hentningen står i opslag.',
    download: 'Hent alt som ZIP',
  },
  erase: {
    title: '3. Slet, og få en erklæring',
    hint: 'Driften sletter efter den sidste dag: først nøglerne, så filer, brugere og alle rækker. Derefter kan ingen logge ind her, og I får en underskrevet erklæring om, hvad der er slettet, og hvornår ingen kopi kan læses.',
    held: 'Der gælder undtagelser fra sletning',
    heldHint:
      'Driften sletter ikke, før undtagelserne er ophævet, eller I har sagt, at I selv har og gemmer det, de gælder.',
    keys: 'Kopier af nøglerne gemmes i',
    database: 'Kopier af databasen gemmes i',
    days_one: '{{count}} dag',
    days_other: '{{count}} dage',
    unreadable: 'Ingen kopi kan læses fra',
    notDecided: 'Når en sidste dag er besluttet',
    publicKey: 'Nøgle til at efterprøve erklæringen',
    check:
      'Gem nøglen nu. Erklæringens underskrift er Ed25519 over feltet statement, som JSON.stringify skriver det. Passer den til nøglen, er erklæringen skrevet her og ikke ændret.',
  },
};
