export const answer = {
  welcome: {
    anonymous:
      'Ingen kan se, hvad netop du svarer. Heller ikke din leder, HR eller dem, der driver systemet.',
    group: 'Du svarer i en gruppe på {{people}}. Under {{minimum}} svar vises der ingen tal for gruppen.',
    until: 'Du kan svare til og med {{day}}.',
    pause: 'Du kan holde pause og fortsætte på denne telefon eller computer.',
    kiosk: 'Svar i ét stræk: skærmen gemmer intet.',
    begin: 'Begynd',
    key: 'Gruppens nøgle:',
  },
  offline: {
    begin: 'Der er ikke forbindelse lige nu. Prøv igen om lidt.',
    title: 'Dit svar ligger klar',
    text: 'Der er ikke forbindelse lige nu. Svaret sendes af sig selv, når der er. Lad siden stå åben, eller åbn dit link igen senere.',
  },
  sending: { title: 'Dit svar sendes', text: 'Et øjeblik.' },
  waiting: {
    title: 'Tak for dit svar',
    text: 'Dit svar er modtaget og venter på at blive gemt sammen med andres, så rækkefølgen ikke røber noget. Indtil da ligger det også her på telefonen eller computeren. Åbn gerne linket igen en anden dag: så ser du, når det er gemt.',
  },
  done: {
    title: 'Dit svar er gemt',
    text: 'Tak. Der ligger ikke længere noget om svaret på denne telefon eller computer. Du kan lukke siden.',
  },
  again: 'Prøv igen',
  stopped: {
    unknown: {
      title: 'Linket fører ingen steder hen',
      text: 'Se efter, om hele linket er kommet med. Ellers: åbn det fra din mail, sms eller dit brev.',
    },
    code: {
      title: 'Koden passer ikke',
      text: 'Koden har ti tegn og står i dit brev. Tjek den, og tast den igen.',
    },
    'code-used': {
      title: 'Koden er brugt',
      text: 'Er dit svar sendt, er du færdig. En kode kan kun bruges én gang.',
    },
    elsewhere: {
      title: 'Målingen er åbnet et andet sted',
      text: 'Din invitation er brugt på en anden telefon eller computer eller i en anden browser. Fortsæt dér. Er svaret sendt, er du færdig.',
    },
    closed: {
      title: 'Målingen er lukket',
      text: 'Der kan ikke svares længere. Havde du sendt dit svar, er det med.',
    },
    'too-late': {
      title: 'Målingen er lukket',
      text: 'Dit svar nåede ikke frem, før målingen lukkede. Det er slettet her på telefonen eller computeren.',
    },
    'too-many': { title: 'For mange forkerte koder', text: 'Vent et kvarter, og prøv igen.' },
    'wrong-key': {
      title: 'Stop: nøglen passer ikke',
      text: 'Serveren bruger en anden nøgle end den, der står i din invitation. Så kan vi ikke love, at dit svar er anonymt, og du bør ikke svare. Sig det til din arbejdsmiljørepræsentant.',
    },
    offline: { title: 'Ingen forbindelse', text: 'Siden skal åbnes én gang med forbindelse. Prøv igen.' },
    failed: { title: 'Det gik ikke', text: 'Prøv igen om lidt.' },
  },
  kiosk: {
    title: 'Svar på målingen',
    text: 'Tast koden fra dit brev. Skærmen gemmer intet.',
    code: 'Din kode',
    open: 'Fortsæt',
    other: 'Ny kode',
    done: 'Tak. Skærmen har intet gemt og er klar til den næste.',
    none: 'Adressen til skærmen er ikke hel. HR finder den på målingens side.',
  },
  explain: {
    open: 'Sådan er du anonym',
    title: 'Sådan er du anonym',
    back: 'Tilbage til målingen',
    envelope: {
      title: 'En stempling gennem kuverten',
      text: 'Din browser laver en tilfældig seddel og lægger den i en lukket kuvert. Serveren ser, at du er inviteret, og stempler kuverten uden at kunne se sedlen. Din browser tager sedlen ud: stemplet er slået igennem. Senere sender den sedlen med dit svar. Serveren kan se, at stemplet er ægte, men ikke i hvilken kuvert sedlen lå. Om dig gemmes kun, at en kuvert er stemplet, og hvilken dag.',
    },
    group: {
      title: 'Samme stempel til hele gruppen',
      text: 'Alle i din gruppe får samme stempel. Dets nøgle står i invitationen, og din browser kontrollerer den. Sammenlign gerne nøglen med en kollegas.',
    },
    batch: {
      title: 'Svarene gemmes i blandede bunker',
      text: 'Dit svar venter i serverens hukommelse, til der er mange nok fra din gruppe. Så trækkes der lod om, hvilke der gemmes og i hvilken rækkefølge. Der gemmes hverken tidspunkt, adresse eller browser, og der føres ingen log over, hvem der sender svar.',
    },
    device: {
      title: 'På din egen telefon eller computer',
      text: 'Din kladde ligger kun her, til svaret er gemt, og slettes så. En, der har din telefon i hånden imens, kan læse den. På en fælles skærm gemmes intet.',
    },
    operator: {
      title: 'Hvad en uærlig driftsleverandør stadig kunne gøre',
      text: 'Den, der styrer serveren, kunne ændre programmet, så det noterede, hvornår og fra hvilken adresse hvert svar kom, eller sende din browser en side, der røber dig. Du kunne også få et stempel for dig selv: derfor kan du og en kollega sammenligne nøglen. Den, der har brevene, kunne svare i andres navn, før de selv gør. Alt det ville være et brud på aftalen, og koden kan efterses, men teknikken alene udelukker det ikke.',
    },
    you: {
      title: 'Hvad du selv kan røbe',
      text: 'I fritekst kan dine egne ord røbe dig. Skriv ikke navne eller noget, kun du kan vide. Kommentarer vises først, når mindst ti i gruppen har svaret, og i tilfældig rækkefølge.',
    },
  },
};
